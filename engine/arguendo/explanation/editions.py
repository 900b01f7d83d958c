"""What differs between two editions of a rule base: the same stage, other rules."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.explanation.changes import Change
from arguendo.explanation.order import reading_order
from arguendo.statements import Statement


def revised(before: Case, after: Case) -> tuple[Change, ...]:
    """List what stands otherwise in a case on another edition of a rule base, in reading order.

    Degrees are compared by their words, since the scale may be another. What is gone from the later
    edition comes last.
    """
    return tuple(_changes(before, after))


def _changes(before: Case, after: Case) -> Iterator[Change]:
    scales = before.rulebase.scale, after.rulebase.scale
    for statement in _statements(before, after):
        old, new = before.standing(statement), after.standing(statement)
        words = scales[0].word(old.degree), scales[1].word(new.degree)
        if old.status is not new.status or words[0] != words[1]:
            yield Change(statement, old, new)


def _statements(before: Case, after: Case) -> list[Statement]:
    graphs = after.graph, before.graph
    ordered = [graph.statements[n] for graph in graphs for n in reading_order(graph)]
    return list(dict.fromkeys(ordered))
