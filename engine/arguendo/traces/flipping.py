"""The smallest changes that turn an answer into another one.

One change is tried for every leaf: a fact, an open question or an assumption. Where none is enough,
the solver looks for the smallest sets among facts and open questions, assumptions staying.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.requirements import Also, Scope, apply, requirements
from arguendo.scale import NONE
from arguendo.statements import Literal
from arguendo.traces.space import Field
from arguendo.valuation import Standing, Status

MOST_FLIPS = 3
"""Sets of changes that a trace tells."""

_SCOPE = Scope(also=frozenset({Also.FACTS}))


@dataclass(frozen=True)
class Turn:
    """A smallest set of changes, the case that they make, and how the goal stands in it."""

    changes: tuple[Literal, ...]
    case: Case
    standing: Standing


def flips(case: Case, field: Field) -> tuple[Turn, ...]:
    """Find the smallest sets of changes after which a goal stands otherwise, at most a few.

    What holds is made to hold no longer; what does not, or is contested, to hold uncontested.
    """
    falls = case.standing(field.goal).status is Status.HOLDS
    if field.goal in case.assumptions and falls:
        return ()
    single = [turn for turn in _single(case, field) if _is_flip(turn.standing, falls)]
    found = single or list(_sets(case, field, falls))
    return tuple(sorted(found, key=_place)[:MOST_FLIPS])


def _is_flip(standing: Standing, falls: bool) -> bool:
    return standing.degree == NONE if falls else standing.status is Status.HOLDS


def _place(turn: Turn) -> tuple[int, list[str]]:
    return len(turn.changes), [change.statement.key for change in turn.changes]


def _single(case: Case, field: Field) -> Iterator[Turn]:
    """Go through all single changes."""
    for literal in _changes(case, field):
        after = apply(case, [literal])
        yield Turn((literal,), after, after.standing(field.goal))


def _changes(case: Case, field: Field) -> Iterator[Literal]:
    never = {field.goal, *field.rivals}
    for statement, degree in case.assumptions.items():
        if statement in field.reach and statement not in never:
            yield Literal(statement, degree == NONE)
    for statement in field.facts:
        if case.is_established(statement):
            yield Literal(statement, False)
    for statement in field.open:
        if statement not in case.assumptions:
            yield Literal(statement)


def _sets(case: Case, field: Field, falls: bool) -> Iterator[Turn]:
    """Go through the smallest sets that the solver finds."""
    found = requirements(case, field.goal, fall=falls, scope=_SCOPE)
    smallest = min((len(each.changes) for each in found.found), default=0)
    for each in found.found:
        if smallest and len(each.changes) == smallest:
            changes = tuple(sorted(each.changes, key=lambda change: change.statement.key))
            after = apply(case, changes)
            yield Turn(changes, after, after.standing(field.goal))
