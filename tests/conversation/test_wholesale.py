"""Suppositions about all open questions at once."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.explanation.questions import open_questions
from arguendo.inquiry.query import Intent
from tests.conversation.club import club


def test_what_if_none_is_answered_yes(article: Case) -> None:
    for text in (
        "what if none of the questions get a yes",
        "what if none of the open questions holds?",
        "what if every answer is no?",
        "What if all of the open questions are answered with no?",
        "what if no question gets a yes, what then?",
        "what if the answer to every question is no",
    ):
        query = understand(State(article), text)
        assert (query.intent, query.clarify) == (Intent.WHAT_IF, False), text
        assert dict(query.assume) == dict.fromkeys(open_questions(article), False), text


def test_something_may_be_asked_of_it() -> None:
    case = club()
    text = "if none of the open questions gets a yes, does the club hold the tournament?"
    query = understand(State(case), text)
    assert query.statement is not None
    assert query.statement.key == "holds(club, tournament)"
    assert set(query.assume.values()) == {False}
    state, _ = converse(State(case), "Does the club hold the tournament?")
    assert understand(state, "and if every answer is no?").statement == query.statement


def test_all_of_them_may_be_so_where_they_can(animals: Case) -> None:
    query = understand(State(club()), "what if all open questions get a yes?")
    assert dict(query.assume) == dict.fromkeys(open_questions(club()), True)
    assert not understand(State(animals), "what if all open questions get a yes?").assume


def test_an_order_supposes_it_from_then_on() -> None:
    query = understand(State(club()), "suppose none of the open questions is true.")
    assert query.intent is Intent.ASSUME


@pytest.mark.parametrize(
    "text", ["what if no question is settled?", "what if I have no questions?"]
)
def test_questions_that_get_no_answer_suppose_nothing(text: str) -> None:
    assert not understand(State(club()), text).assume
