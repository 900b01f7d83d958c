"""What was not understood is said so, and nothing is offered that is hardly ever meant."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import Reply, State
from arguendo.inquiry.query import Beyond, Query
from tests.conversation.club import club
from tests.conversation.lease import lease


def told(*texts: str) -> Reply:
    state, reply = converse(State(club()), texts[0])
    for text in texts[1:]:
        state, reply = converse(state, text)
    return reply


def read(*texts: str) -> Query:
    return told(*texts).answer.query


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("What if Anna has a purple hat?", "Anna has a purple hat"),
        ("What if Anna rides a red bicycle?", "Anna rides a red bicycle"),
        ("And if the chair lets her off too?", "the chair lets her off too"),
        ("what if the club is broke though", "the club is broke though"),
    ],
)
def test_a_supposition_that_is_not_understood_is_named_and_replaced_by_none(
    text: str, named: str
) -> None:
    reply = told(text)
    query = reply.answer.query
    assert query.beyond is Beyond.UNCLEAR
    assert query.assume == {}
    assert f"“{named}” was not understood: please" in str(reply.page)


def test_of_whom_it_is_named_it_is_offered_what_can_be_asked() -> None:
    assert "May Anna play in the tournament?" in told("What if Anna has a purple hat?").suggestions


def test_who_was_named_is_spoken_of_from_then_on() -> None:
    goal = read("What if Anna has a purple hat?", "May she play in the tournament?").statement
    assert goal is not None
    assert goal.key == "may_play(anna, tournament)"


def test_what_was_asked_before_stays_what_is_asked_about() -> None:
    query = read("may Ben play in the tournament?", "what if Anna winks at it?", "why not?")
    assert query.statement is not None
    assert query.statement.key == "may_play(ben, tournament)"


def test_what_has_a_word_of_a_reading_is_asked_back_about() -> None:
    assert read("what if they spend their money on courts instead").beyond is None


def test_what_no_if_opens_is_supposed_by_nothing_that_is_asked_beside_it() -> None:
    _, reply = converse(State(lease()), "Suppose she does just that, would that be enough?")
    assert reply.answer.query.assume == {}


def test_nothing_is_supposed_of_somebody_who_was_not_spoken_of() -> None:
    query = read("Suppose it is broken though, may Ben play in the tournament?")
    assert not any("anna" in each.arguments for each in query.assume)
