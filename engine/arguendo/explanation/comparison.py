"""Two cases side by side: what differs, and where their arguments part."""

from __future__ import annotations

from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.changes import Change, changes
from arguendo.statements import Statement


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
    """The first derived statement at which the two arguments part."""


def compare(first: Case, second: Case) -> Comparison:
    """Compare two cases that share a reasoning graph."""
    differences = changes(first, second)
    derived = (
        c.statement for c in differences if c.statement.predicate in first.rulebase.rules_for
    )
    return Comparison(
        first,
        second,
        _only(first, second),
        _only(second, first),
        differences,
        next(derived, None),
    )


def _only(one: Case, other: Case) -> tuple[tuple[Statement, int], ...]:
    return tuple(
        (statement, degree)
        for statement, degree in one.assumptions.items()
        if other.assumptions.get(statement) != degree
    )
