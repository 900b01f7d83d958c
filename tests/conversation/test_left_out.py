"""What is said beside what was understood, and was not: it is told, not dropped."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.readers.left_out import typed
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


def test_words_are_told_as_they_were_typed_however_often_they_come() -> None:
    assert typed("do not pay the fee", "So they don't pay the fee.") == "don't pay the fee"
    assert typed("if if fee", "and if the if in a fee") == "if the if in a fee"
    often = " ".join(["if"] * 200)
    assert typed(f"{often} fee", f"{often} toll") == f"{often} fee"
