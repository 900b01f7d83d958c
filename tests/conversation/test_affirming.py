"""Turns that suppose what was last spoken of to be so, or not: what follows advice is a deed."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import Reply, State
from arguendo.inquiry.query import Beyond, Intent
from tests.conversation.club import club
from tests.conversation.test_owing import entered

PAYS, ENTERS = "pays_fee(ben, club)", "enters(ben, tournament)"
ADVICE = ("Assume Ben may play in the tournament.", "should Ben enter?")


def heard(*turns: str) -> Reply:
    state, reply = converse(State(entered()), turns[0])
    for turn in turns[1:]:
        state, reply = converse(state, turn)
    return reply


def supposed(*turns: str) -> dict[str, bool]:
    return {each.key: true for each, true in heard(*turns).answer.query.assume.items()}


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("and if he doesn't?", False),
        ("But if he doesn't, what happens then?", False),
        ("Suppose he does.", True),
        ("and what if he does, then what?", True),
    ],
)
def test_who_follows_advice_does_what_it_says(text: str, true: bool) -> None:
    assert supposed(*ADVICE, text) == {ENTERS: true}
    asked = "What should Ben do?"
    assert supposed(ADVICE[0], asked, text) == {ENTERS: true}


def test_what_follows_advice_is_supposed_beside_something_else() -> None:
    text = "And what if he does, but the courts of the club are dry?"
    assert supposed(*ADVICE, text) == {ENTERS: True, "wet_courts(club)": False}


def test_what_is_no_statement_by_itself_is_not_made_one() -> None:
    state = State(club())
    for turn in ("Should Ben enter the tournament?", "and if he doesn't?"):
        state, reply = converse(state, turn)
    assert reply.answer.query.clarify


def test_what_was_last_supposed_is_taken_up_before_a_question() -> None:
    before = ("What if Ben pays the fee?",)
    query = heard(*before, "And if he doesn't, may Anna play in the tournament?").answer.query
    assert {each.key: true for each, true in query.assume.items()} == {PAYS: False}
    assert query.statement is not None
    assert query.statement.key == "may_play(anna, tournament)"


def test_what_takes_up_nothing_is_told_to_be_left_out() -> None:
    query = heard("What if it doesn't, may Anna play in the tournament?").answer.query
    assert not query.assume
    assert query.unread == ("it doesn't",)


def test_what_stands_behind_what_if_is_supposed_unless_it_asks() -> None:
    text = "What if Anna pays the fee, but the courts of the club are dry?"
    assert supposed(text) == {"pays_fee(anna, club)": True, "wet_courts(club)": False}
    query = heard("What if Anna pays the fee, and may Anna play in the tournament?").answer.query
    assert [each.key for each in query.assume] == ["pays_fee(anna, club)"]


@pytest.mark.parametrize("text", ["What if it all goes blue?", "And if only a third came along?"])
def test_a_supposition_that_means_nothing_is_named_rather_than_called_outside(text: str) -> None:
    query = heard(text).answer.query
    assert (query.intent, query.beyond) == (Intent.OUT_OF_SCOPE, Beyond.UNCLEAR)
    assert query.unread
