"""What is put back by its name, and what is put once more with or without something."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import Reply, State
from arguendo.inquiry.query import Intent
from arguendo.scale import NONE
from tests.conversation.club import club

BEN, ANNA, PLAYS = "pays_fee(ben, club)", "pays_fee(anna, club)", "may_play(ben, tournament)"
ASSUMED = ("Assume that Ben pays the fee.", "Assume that Anna pays the fee.")


def talk(*turns: str) -> tuple[State, Reply]:
    state, reply = converse(State(club()), turns[0])
    for turn in turns[1:]:
        state, reply = converse(state, turn)
    return state, reply


def made(*turns: str) -> dict[str, bool]:
    return {s.key: d > NONE for s, d in talk(*turns)[0].current.assumptions.items()}


@pytest.mark.parametrize("order", ["Put Ben's fee back.", "ok, bring Ben's fee back in please"])
def test_what_was_taken_back_is_assumed_again(order: str) -> None:
    assert made(*ASSUMED, "Forget that Ben pays the fee.") == {ANNA: True}
    assert made(*ASSUMED, "Forget that Ben pays the fee.", order) == {ANNA: True, BEN: True}


def test_what_stands_is_not_taken_back_by_putting_it_back() -> None:
    assert made(*ASSUMED, "Put Ben's fee back.") == {BEN: True, ANNA: True}


def test_what_was_denied_in_a_what_if_is_put_back_in_it() -> None:
    asked = "If Ben pays the fee, may Ben play in the tournament?"
    _, reply = talk(asked, "Same again but without Ben's fee.", "Put Ben's fee back.")
    assert reply.answer.query.intent is Intent.WHAT_IF
    assert made(asked, "Same again but without Ben's fee.") == {BEN: False}
    assert made(asked, "Same again but without Ben's fee.", "Put Ben's fee back.") == {BEN: True}


def test_the_last_question_is_put_once_more() -> None:
    asked = "If Ben pays the fee, may Ben play in the tournament?"
    for text in ("Same again but without Ben's fee.", "the same thing, just without Ben's fee"):
        query = talk(asked, text)[1].answer.query
        assert query.statement is not None
        assert query.statement.key == PLAYS
        assert {s.key: true for s, true in query.assume.items()} == {BEN: False}


def test_what_is_put_back_is_supposed_with_what_follows() -> None:
    dropped = (*ASSUMED, "Forget that Ben pays the fee.")
    text = "Put Ben's fee back. What if the courts of the club are dry?"
    assert made(*dropped, text) == {ANNA: True, BEN: True, "wet_courts(club)": False}


def test_each_of_several_that_are_named_is_taken_back() -> None:
    assert made(*ASSUMED, "Drop Ben's fee and Anna's fee.") == {}


def test_what_is_supposed_beside_an_order_is_not_dropped_unsaid() -> None:
    query = talk(*ASSUMED, "Drop Ben's fee. What if a purple hat appears?")[1].answer.query
    assert query.intent is Intent.RETRACT
    assert query.unread == ("a purple hat appears",)


def test_what_is_noted_beside_something_else_is_not_dropped_unsaid() -> None:
    query = talk("chair pays fee, result positive")[1].answer.query
    assert query.statement is not None
    assert query.statement.key == ANNA
    assert query.unread == ("result positive",)
