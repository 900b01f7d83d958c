"""Rules as frozen values: conditions as written, and the branches they amount to.

The parts of a rule are Toulmin's (The Uses of Argument, 1958): grounds, claim, warrant, backing,
qualifier, rebuttal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from arguendo.span import Span
from arguendo.statements import Literal as Literal
from arguendo.statements import Statement, Term


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two terms and the relation between them, in the language's words: `is not`, `is before`."""

    left: Term
    operator: str
    right: Term
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least so many of the parts."""

    number: int
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold (negation as failure)."""

    part: Condition


Condition: TypeAlias = Literal | Comparison | AllOf | AnyOf | AtLeast | Not


@dataclass(frozen=True, slots=True)
class Blocker:
    """What keeps a rule from applying when all of its literals are as it says."""

    literals: tuple[Literal, ...]
    comparisons: tuple[Comparison, ...] = ()
    absence: bool = False
    """True when it was written as `not` among the grounds, False for an `unless`."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One conjunctive way in which a rule applies; a rule without alternatives has exactly one."""

    number: int
    grounds: tuple[Statement, ...]
    comparisons: tuple[Comparison, ...]
    blockers: tuple[Blocker, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """Grounds → claims, with qualifier, warrant, backing and rebuttals."""

    id: str
    title: str
    condition: AllOf
    """The grounds as written."""
    rebuttals: tuple[Condition, ...]
    """The `unless` list as written: any one of them blocks."""
    claims: tuple[Statement, ...]
    qualifier: int
    """The degree that an inference by this rule has at most."""
    branches: tuple[Branch, ...]
    because: str = ""
    """The warrant: why the grounds speak for the claim."""
    source: tuple[str, ...] = ()
    """The backing: paragraphs, `¶7`."""
    overrides: tuple[str, ...] = ()
    notes: str = ""
    tags: tuple[str, ...] = ()
    position: int = 0
    """Its place in the reading order of the rule base, for ties."""
    claim_spans: tuple[Span, ...] = field(default=(), compare=False)
    """Where each claim stands."""
    span: Span | None = field(default=None, compare=False)
