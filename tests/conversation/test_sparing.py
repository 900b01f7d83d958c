"""Orders that take back all but some of what is assumed, or the last two of it."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import Reply, State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Listing
from arguendo.statements import Statement
from tests.conversation.club import club

PAYS = Statement("pays_fee", ("ben", "club"))
ANNA_PAYS = Statement("pays_fee", ("anna", "club"))
DRY = Statement("wet_courts", ("club",))
MADE = (
    "Assume Ben pays the club.",
    "Assume Anna pays the club.",
    "Assume that the courts of the club are dry.",
)


def talk(*turns: str) -> tuple[State, Reply]:
    state, reply = State(club()), None
    for turn in turns:
        state, reply = converse(state, turn)
    assert reply is not None
    return state, reply


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("take back everything except Ben's fee", {PAYS}),
        ("forget everything but Anna", {ANNA_PAYS}),
        ("drop all but the last", {DRY}),
        ("drop all but the first one, please", {PAYS}),
        ("undo everything apart from the dry courts", {DRY}),
        ("forget everything but Ben's fee and the dry courts", {PAYS, DRY}),
        ("keep only the first one", {PAYS}),
        ("just keep Anna's fee", {ANNA_PAYS}),
        ("undo both", {PAYS}),
        ("take back both of them", {PAYS}),
        ("forget the last two", {PAYS}),
        ("drop the first two", {DRY}),
        ("undo all three", set()),
    ],
)
def test_all_go_but_those_that_are_to_stay(text: str, left: set[Statement]) -> None:
    state, reply = talk(*MADE, text)
    assert state.case.assumptions.keys() == left
    assert reply.answer.query.intent is Intent.RETRACT
    assert reply.page.answer.startswith("It is no longer assumed that") or not left


def test_what_goes_is_told_and_undone_in_one_step() -> None:
    state, reply = talk(*MADE, "forget everything but Anna")
    assert reply.page.answer == (
        "It is no longer assumed that Ben pays the fee to the club, "
        "and the courts of the club are dry."
    )
    state, _ = converse(state, "undo")
    assert state.case.assumptions.keys() == {PAYS, ANNA_PAYS, DRY}


def test_where_nothing_assumed_is_named_all_stays_and_it_is_asked_back() -> None:
    state, reply = talk(*MADE, "forget everything but the weather in Peru")
    assert state.case.assumptions.keys() == {PAYS, ANNA_PAYS, DRY}
    assert (reply.answer.query.listing, reply.answer.query.clarify) == (Listing.ASSUMPTIONS, True)


def test_both_of_what_is_only_supposed_go() -> None:
    state, _ = talk("What if Ben pays the club and Anna pays the club?", "forget both")
    assert state.supposed is None


@pytest.mark.parametrize(
    "text",
    [
        "forget pompeo",
        "scrap the pompeo thing",
        "take out what the CIA boss said",
        "bin what pompeo said abt ousting kim",
    ],
)
def test_somebody_stands_for_what_is_reported_of_him(article: Case, text: str) -> None:
    query = understand(State(article), text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (
        Intent.RETRACT,
        "publicly_supports(pompeo, regime_change)",
    )


@pytest.mark.parametrize(
    "text",
    ["drop the wet court bit", "forget the tournament bit", "scrap the Anna assumption"],
)
def test_a_bit_that_is_named_is_not_the_last_one(text: str) -> None:
    state, _ = talk("Assume Ben pays the club.", text)
    assert PAYS in state.case.assumptions


def test_a_bit_that_is_not_named_is_the_last_one() -> None:
    state, _ = talk(*MADE, "ok, forget that last bit")
    assert state.case.assumptions.keys() == {PAYS, ANNA_PAYS}


@pytest.mark.parametrize(
    "text",
    ["ok scrap the mayor part", "forget the flooding bit", "drop that about the mayor flooding"],
)
def test_what_was_left_out_as_not_understood_needs_no_taking_back(text: str) -> None:
    state, reply = talk("Assume Ben pays the club and the mayor is flooding the mine.", text)
    assert reply.answer.query.intent is Intent.RETRACT
    assert reply.page.answer == "There is nothing to take back, since that was never assumed."
    assert not state.case.assumptions.keys() - {PAYS}
