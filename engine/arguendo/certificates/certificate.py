"""What a certificate says: one model of the rules, and the answers that are read off it.

A statement's rank is 0 when it is a fact or an assumption, else one more than the highest rank
among the grounds of its inference: so no statement supports itself, whatever circles rules make.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from arguendo.statements import Statement, Term

Binding = tuple[str, Term]


@dataclass(frozen=True)
class Applied:
    """A rule application: which branch of which rule, with which bindings."""

    rule: str
    branch: int
    bindings: tuple[Binding, ...]


@dataclass(frozen=True)
class Holding:
    """A statement that holds, how surely, and by what."""

    statement: Statement
    degree: int
    rank: int
    by: Applied | None = None
    """The inference that gives it its degree; None for a fact or an assumption."""


@dataclass(frozen=True)
class Claim:
    """How a statement is said to stand; the degree is 0 where it does not hold."""

    statement: Statement
    status: str
    degree: int


@dataclass(frozen=True)
class Certificate:
    """All that holds in one case, and what is claimed of it."""

    digest: str
    """That of the rule base."""
    assumptions: Mapping[Statement, int]
    """Statement → degree, 0 for what is taken not to hold."""
    holdings: tuple[Holding, ...]
    claims: tuple[Claim, ...] = ()
    as_of: str | None = None
    """The day whose knowledge counts; None for all facts."""
