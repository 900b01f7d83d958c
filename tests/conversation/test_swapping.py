"""Turns that take something back and suppose something else."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import Reply, State
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement
from tests.conversation.club import club
from tests.conversation.test_how_much import union

BEN_PAYS = Statement("pays_fee", ("ben", "club"))
ANNA_PAYS = Statement("pays_fee", ("anna", "club"))
WET = Statement("wet_courts", ("club",))
BOTH = ("Suppose Ben pays the fee.", "Suppose Anna pays the fee.")


def talk(*turns: str) -> tuple[State, Reply]:
    state = State(club())
    for turn in turns:
        state, reply = converse(state, turn)
    return state, reply


@pytest.mark.parametrize(
    "swap",
    [
        "take back that Anna pays, and suppose the courts of the club are dry",
        "Take back that Anna pays, and suppose instead the courts of the club are dry.",
        "forget Anna. What if the courts of the club are dry?",
        "ok forget Anna. what if the courts of the club are dry",
        "drop that and suppose the courts of the club are dry",
        "drop that Anna pays and suppose that the courts of the club are dry",
        "never mind Anna - what if the courts of the club are dry?",
        "suppose the courts of the club are dry and drop that Anna pays",
        "scratch that; assume the courts of the club are dry",
    ],
)
def test_what_is_taken_back_and_what_is_supposed_instead_are_both_done(swap: str) -> None:
    state, reply = talk(*BOTH, swap)
    assert dict(state.current.assumptions) == {BEN_PAYS: state.case.rulebase.scale.top, WET: 0}
    assert ANNA_PAYS not in state.case.assumptions
    assert reply.page.answer.startswith("It is no longer assumed that Anna pays the fee")
    assert "the courts of the club are dry" in reply.page.answer
    state, _ = converse(state, "undo")
    assert state.current.assumptions.keys() == {BEN_PAYS, ANNA_PAYS}


def test_what_was_only_supposed_is_exchanged_too() -> None:
    state, reply = talk("What if Ben pays the fee?", "forget Ben. What if Anna pays the fee?")
    assert state.current.assumptions.keys() == {ANNA_PAYS}
    assert "no longer assumed that Ben pays" in reply.page.answer


@pytest.mark.parametrize(
    "turn",
    [
        "forget that. May Ben play in the tournament?",
        "ok forget that, as it stands, may Ben play in the tournament?",
        "Undo that: may Ben play in the tournament?",
        "Scratch that. Why may Ben not play in the tournament?",
    ],
)
def test_what_is_asked_when_a_what_if_is_left_is_answered_without_it(turn: str) -> None:
    state, reply = talk("If Ben pays the fee, may Anna play?", turn)
    query = reply.answer.query
    assert query.statement == Statement("may_play", ("ben", "tournament"))
    assert (query.besides, query.clarify) == ((BEN_PAYS,), False)
    assert reply.answer.case.assumptions == {}
    assert state.supposed is None
    assert "no longer supposed that Ben pays the fee" in reply.page.text


@pytest.mark.parametrize("order", ["Forget that. ", "ok forget that, ", "Drop that Ben pays: "])
def test_what_was_assumed_for_good_is_taken_back_before_a_question(order: str) -> None:
    state, reply = talk("Suppose Ben pays the fee.", f"{order}may Ben play in the tournament?")
    assert reply.answer.query.statement == Statement("may_play", ("ben", "tournament"))
    assert reply.answer.case.assumptions == {}
    assert state.case.assumptions == {}
    assert "no longer supposed that Ben pays the fee" in reply.page.text
    assert converse(state, "undo")[0].case.assumptions.keys() == {BEN_PAYS}


def test_what_was_only_asked_back_about_is_left_before_a_question() -> None:
    asked_back = ("May Ben play in the tournament?", "and were Ben to see to his fee?")
    state, reply = talk(*asked_back)
    assert reply.answer.query.clarify
    assert state.footing.current.assumptions.keys() == {BEN_PAYS}
    state, reply = talk(*asked_back, "forget that. May Anna play in the tournament?")
    assert reply.answer.query.statement == Statement("may_play", ("anna", "tournament"))
    assert reply.answer.case.assumptions == {}
    assert state.footing.current.assumptions == {}


def test_all_is_taken_back_before_a_supposition() -> None:
    state, _ = talk(*BOTH, "start over. What if the courts of the club are dry?")
    assert state.current.assumptions.keys() == {WET}


def test_what_is_taken_back_is_named_before_what_is_asked_then() -> None:
    asks = "does the club hold the tournament?"
    said = f"drop that Anna pays. If the courts of the club are dry, {asks}"
    _, reply = talk(*BOTH, said)
    assert reply.page.answer.startswith("It is no longer assumed that Anna pays the fee")
    assert "the club holds the tournament" in reply.page.answer


def test_what_was_taken_back_is_put_back_beside_what_is_supposed() -> None:
    dropped = (*BOTH, "drop that Anna pays")
    for more in ((), ("does the club hold the tournament?",)):
        assert talk(*dropped, *more, "put it back")[0].case.assumptions.keys() == {
            BEN_PAYS,
            ANNA_PAYS,
        }
    state, reply = talk(*dropped, "put it back, but suppose the courts of the club are dry")
    assert state.case.assumptions.keys() == {BEN_PAYS, ANNA_PAYS, WET}
    assert "Anna pays the fee" in reply.page.answer


def test_an_exchange_in_doubt_is_asked_back_about_with_both_halves() -> None:
    state, reply = talk(*BOTH, "forget Anna. What if it stays dry there?")
    assert "No longer assume that Anna pays the fee" in reply.page.answer
    assert state.current.assumptions.keys() == {BEN_PAYS, ANNA_PAYS}
    state, _ = converse(state, "yes")
    assert state.current.assumptions.keys() == {BEN_PAYS, WET}


@pytest.mark.parametrize("more", ["Assume Anna pays the club.", "/assume Anna pays the club"])
def test_the_effect_of_an_assumption_is_told_against_what_is_supposed(more: str) -> None:
    if_dry = "What if the courts of the club are dry?"
    state, reply = talk(if_dry, more)
    assert reply.answer.before.assumptions.keys() == {WET}
    assert any(each.statement.predicate == "holds" for each in reply.answer.changes)
    assert state.case.assumptions.keys() == {ANNA_PAYS}
    assert state.current.assumptions.keys() == {WET, ANNA_PAYS}
    for undo in ("take that back", "/undo"):
        undone, _ = converse(state, undo)
        assert (undone.case.assumptions, undone.current.assumptions) == ({}, {WET: 0})


@pytest.mark.parametrize(
    ("order", "note"),
    [
        ("forget the storm.", "Nothing was assumed before that has to do with “storm”."),
        (
            "never mind the hurricane.",
            "Nothing was assumed before that has to do with “hurricane”.",
        ),
        (
            "forget Anna's fee.",
            "It was not assumed before that Anna pays the fee to the club.",
        ),
    ],
)
@pytest.mark.parametrize("before", [(), ("Suppose Ben pays the fee.",)])
def test_what_was_never_assumed_is_said_not_to_be_beside_the_answer(
    before: tuple[str, ...], order: str, note: str
) -> None:
    turns = ("are the courts of the club wet?", *before)
    state, reply = talk(*turns, f"{order} Does the club hold the tournament?")
    assert not reply.answer.query.clarify
    assert "not established that the club holds the tournament" in reply.page.answer
    assert note in reply.page.text
    assert (BEN_PAYS in state.current.assumptions) is bool(before)


@pytest.mark.parametrize("before", [(), ("Assume that Anna pays the fee.",)])
def test_advice_is_given_once_something_is_taken_back(before: tuple[str, ...]) -> None:
    state, reply = talk(
        "are the courts of the club wet?", *before, "forget Anna. What should be done?"
    )
    assert reply.answer.query.intent is not Intent.RETRACT
    assert state.current.assumptions == {}


def test_of_whom_nothing_was_assumed_nothing_is_taken_back_beside_a_question() -> None:
    state, _ = converse(State(union()), "Does Ida get strike pay?")
    page = converse(state, "Forget Sven. How much does she get?")[1].page
    assert page.answer == "It follows that the strike pay of Ida is 90 francs."
    assert "Nothing was assumed before that has to do with “Sven”." in page.text
