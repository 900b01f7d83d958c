"""Two cases side by side: what differs, and where their arguments part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from arguendo.case import Case
from arguendo.explanation.changes import Change, changes
from arguendo.explanation.questions import influences
from arguendo.statements import Statement
from arguendo.valuation import Status

Difference: TypeAlias = tuple[Statement, int | None]
"""A statement, and its degree in the second case: 0 for false, None for not assumed there."""

MOST_TOGETHER = 2
"""Differences that are tried together in every choice; beyond, needless ones are left out."""


@dataclass(frozen=True)
class Comparison:
    """What differs between two cases on one rule base."""

    first: Case
    second: Case
    only_first: tuple[tuple[Statement, int], ...]
    """Assumptions that only the first makes, with their degrees (0 for false)."""
    only_second: tuple[tuple[Statement, int], ...]
    differences: tuple[Change, ...]
    """What stands otherwise in the second than in the first, in reading order."""
    parts_at: Statement | None
    """The first derived statement at which the two arguments part: for the statement asked about,
    if there is one and it stands otherwise."""
    because: tuple[Difference, ...] = ()
    """What accounts for the parting: made to the first case alone, it stands as in the second.
    Nothing in it is needless; one difference where one is enough."""


def compare(first: Case, second: Case, goal: Statement | None = None) -> Comparison:
    """Compare two cases that share a reasoning graph; with a goal, the arguments about it."""
    differences = changes(first, second)
    parts_at = _parting(first, differences, goal)
    return Comparison(
        first,
        second,
        _only(first, second),
        _only(second, first),
        differences,
        parts_at,
        _because(first, second, parts_at) if parts_at else (),
    )


def _parting(
    first: Case, differences: Iterable[Change], goal: Statement | None
) -> Statement | None:
    """Find the first step that differs, in reading order: in its degree, where one does."""
    derived = [c for c in differences if c.statement.predicate in first.rulebase.rules_for]
    if goal in [change.statement for change in derived]:
        near = {first.graph.statements[number] for number in influences(first, goal)}
        derived = [change for change in derived if change.statement in near]
    shifted = [change for change in derived if change.before.degree != change.after.degree]
    return next((change.statement for change in (*shifted, *derived)), None)


def _because(first: Case, second: Case, parts_at: Statement) -> tuple[Difference, ...]:
    """Find what accounts for a parting: the fewest differences, the later cases' own order kept."""
    wanted = _stands(second, parts_at)
    touched = {**first.assumptions, **second.assumptions}
    differences: list[Difference] = [
        (statement, second.assumptions.get(statement))
        for statement in touched
        if first.assumptions.get(statement) != second.assumptions.get(statement)
    ]
    for size in range(1, MOST_TOGETHER + 1):
        for some in combinations(differences, size):
            if _stands(_changed(first, some), parts_at) == wanted:
                return some
    return _thinned(first, differences, parts_at, wanted)


def _thinned(
    first: Case, differences: list[Difference], parts_at: Statement, wanted: object
) -> tuple[Difference, ...]:
    """Leave out one difference after the other as long as the rest is enough.

    What could not be left out at first may be once others are: one may hinder what another does.
    """
    kept, before = list(differences), len(differences) + 1
    while len(kept) < before:
        before = len(kept)
        for each in tuple(kept):
            rest = [other for other in kept if other is not each]
            if _stands(_changed(first, rest), parts_at) == wanted:
                kept = rest
    return tuple(kept)


def _changed(case: Case, differences: Iterable[Difference]) -> Case:
    for statement, degree in differences:
        case = case.retract(statement) if degree is None else case.assume(statement, degree)
    return case


def _stands(case: Case, statement: Statement) -> tuple[Status, int]:
    standing = case.standing(statement)
    return standing.status, standing.degree


def _only(one: Case, other: Case) -> tuple[tuple[Statement, int], ...]:
    return tuple(
        (statement, degree)
        for statement, degree in one.assumptions.items()
        if other.assumptions.get(statement) != degree
    )
