"""Readings score as the best of them does by itself."""

from __future__ import annotations

from arguendo.conversation.statements.readings import Reading, levelled
from arguendo.statements import Statement

ONE, OTHER = Statement("pays", ("ann",)), Statement("pays", ("ben",))


def test_the_best_scores_as_by_itself() -> None:
    found = levelled([Reading(ONE, True, 4.0, 1.0, 2.0), Reading(OTHER, True, 2.0, 1.0, 2.0)])
    assert [each.score for each in found] == [2.0, 1.0]


def test_where_nothing_speaks_for_the_best_none_is_meant() -> None:
    assert not levelled([Reading(ONE, False, 0.3, 0.0, 0.0), Reading(OTHER, True, 0.2, 0.1, 0.1)])
