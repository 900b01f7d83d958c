"""Suppositions that would change nothing as they were read: the reverse of them is meant."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand


def assumed(text: str, case: Case) -> dict[str, bool]:
    query = understand(State(case), text)
    return {statement.key: true for statement, true in query.assume.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Were somebody else than China the North's main trading partner, would it act?",
            {"largest_trading_partner(china, north_korea)": False},
        ),
        (
            "if China suddenly stopped giving a toss about looking like a US sidekick, then?",
            {"averse_to_seeming_compliant(china)": False},
        ),
        (
            "even with Moon so keen on reunification, does the alliance hold?",
            {"committed_to(moon, reunification)": True},
        ),
    ],
)
def test_a_fact_is_supposed_away_where_words_of_its_clause_are_left(
    text: str, expected: dict[str, bool], article: Case
) -> None:
    assert assumed(text, article) == expected


def test_so_is_who_somebody_is_to_another(citizenship: Case) -> None:
    text = "with Ruth out of the picture as adopter, what's left of Bao's hopes?"
    assert assumed(text, citizenship) == {"adopter_of(ruth, bao)": False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "So had Adjoa got a fresh dollop of indefinite leave on 1 January 2020, her boy "
            "would be British?",
            {"gets_leave(adjoa, 2020-01-01)": True},
        ),
        (
            "say nothing is done until Yaw is grown and the form is only handed in on 10 January "
            "2034. Is he entitled?",
            {"applied(yaw, 2034-01-10)": True},
        ),
    ],
)
def test_a_day_that_nobody_has_is_supposed_rather_than_taken_away(
    text: str, expected: dict[str, bool], citizenship: Case
) -> None:
    assert assumed(text, citizenship) == expected
