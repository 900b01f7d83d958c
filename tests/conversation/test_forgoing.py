"""What is possible without one thing when another is so: `if Anna pays, can they without Ben?`."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.club import club

HOLDS = "holds(club, tournament)"
ANNA, BEN, WET = "pays_fee(anna, club)", "pays_fee(ben, club)", "wet_courts(club)"


@pytest.mark.parametrize(
    ("text", "assumes"),
    [
        ("Could the club hold the tournament without Ben if Anna pays the fee?", {ANNA: True}),
        ("If Anna pays the fee, could the club hold the tournament without Ben?", {ANNA: True}),
        ("If Anna pays the fee can the club hold the tournament without Ben?", {ANNA: True}),
        ("Would the club hold the tournament without Ben paying if Anna pays?", {ANNA: True}),
        ("Can the club hold the tournament without Ben's fee if the courts are dry?", {WET: False}),
    ],
)
def test_the_condition_is_supposed_and_what_is_done_without_is_denied(
    text: str, assumes: dict[str, bool]
) -> None:
    query = understand(State(club()), text)
    assert {s.key: true for s, true in query.assume.items()} == {**assumes, BEN: False}
    assert (query.intent, str(query.statement and query.statement.key)) == (Intent.WHAT_IF, HOLDS)


@pytest.mark.parametrize(
    "text",
    [
        "If Anna pays the fee, could they manage without umbrellas?",
        "Could they manage without umbrellas if Anna pays the fee?",
    ],
)
def test_what_is_done_without_is_never_asked_about(text: str) -> None:
    _, reply = converse(State(club()), text)
    query = reply.answer.query
    assert {s.key: true for s, true in query.assume.items()} == {ANNA: True}
    assert query.clarify
    assert "without umbrellas” was not understood" in str(reply.page)
