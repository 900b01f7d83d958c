"""What is said beside what was understood, and was not: it is told, not dropped."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from tests.conversation.club import club


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Anna pays the fee and ruins the tournament. Does the club hold it?",
            "ruins the tournament",
        ),
        (
            "If Ben pays, is it so that a club which hides its debts can hold the tournament?",
            "which hides its debts",
        ),
        ("May a member who pays the fee play in the summer cup?", None),
        ("If Anna pays the fee, may Ben play in the summer cup?", None),
    ],
)
def test_what_a_question_says_besides_is_told(text: str, left: str | None) -> None:
    _, reply = converse(State(club()), text)
    said = f"“{left}” was not understood" if left else "not understood"
    assert (said in str(reply.page)) is bool(left)
