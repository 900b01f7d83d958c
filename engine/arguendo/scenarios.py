"""Scenarios and rule tests as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field

from arguendo.span import Span
from arguendo.statements import Statement


@dataclass(frozen=True)
class Assumption:
    """A ground statement taken to hold (with a degree) or, at degree 0, taken not to hold."""

    statement: Statement
    degree: int
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Expectation:
    """What a scenario says must come out; None means that it does not say."""

    statement: Statement
    status: str | None = None
    """`holds`, `does not hold`, `contested` or `not established`."""
    degree: int | None = None
    because: str | None = None
    """The id of a rule that the conclusion must be drawn by."""
    missing: tuple[Statement, ...] = ()
    """Statements that the why-not must name as missing."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Scenario:
    """An assumption set with a name, and what is expected of it."""

    id: str
    title: str
    assumptions: tuple[Assumption, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    about: str = ""
    also: tuple[str, ...] = ()
    """Other ways in which people refer to it."""
    span: Span | None = field(default=None, compare=False)
