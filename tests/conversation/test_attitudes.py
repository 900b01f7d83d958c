"""How somebody stands to something is told by what is reported of whom."""

from __future__ import annotations

import pytest

from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.club import club


@pytest.mark.parametrize(
    "text",
    [
        "Is Ben on our side or not?",
        "What is the opinion of Ben about the summer cup?",
        "How does Ben see it?",
        "which side is Ben on?",
        "Ben's stance on the tournament",
    ],
)
def test_whose_attitude_is_asked_for_is_described(text: str) -> None:
    query = understand(State(club()), text)
    assert (query.intent, query.entity, query.clarify) == (Intent.DESCRIBE, "ben", False)


@pytest.mark.parametrize(
    "text",
    [
        "How does Ben see to it that Anna trusts him?",
        "If Ben pays, is Anna on our side?",
        "Why is the opinion of Ben needed?",
        "Does Anna have a low opinion of Ben?",
    ],
)
def test_a_question_that_says_more_is_not_one_for_an_attitude(text: str) -> None:
    query = understand(State(club()), text)
    assert query.intent is not Intent.DESCRIBE or query.clarify
