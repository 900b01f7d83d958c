"""Turns that suppose what was just offered, open or missing; and what was only offered."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import Reply, State
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from tests.conversation.club import club

PAYS = Statement("pays_fee", ("ben", "club"))
ANNA_PAYS = Statement("pays_fee", ("anna", "club"))
HOLDS = Statement("holds", ("club", "tournament"))
PLAYS = Statement("may_play", ("anna", "tournament"))
WET = Statement("wet_courts", ("club",))
ASKED = "does the club hold the tournament?"


def talk(*turns: str, case: Case | None = None) -> tuple[State, Reply]:
    state = State(case or club())
    for turn in turns:
        state, reply = converse(state, turn)
    return state, reply


@pytest.mark.parametrize("grants", ["let's grant that", "ok, suppose so.", "Let us assume it does"])
def test_what_is_open_is_granted(grants: str) -> None:
    state, _ = talk("does Ben pay the club?", grants)
    assert state.case.assumptions.keys() == {PAYS}
    state, _ = talk(ASKED, grants)
    assert state.case.assumptions.keys() == {HOLDS}


def test_what_is_missing_is_granted_and_of_several_ways_it_is_asked_which() -> None:
    dry = "Suppose the courts of the club are dry."
    state, reply = talk(dry, ASKED, "why not?", "let's grant that")
    assert reply.answer.query.clarify
    assert state.case.assumptions.keys() == {WET}
    state, _ = converse(state, "2")
    assert len(state.case.assumptions) == 2
    assert not state.case.assumptions.keys() - {WET, PAYS, ANNA_PAYS}


@pytest.mark.parametrize("orders", ["let Ben pay the fee", "ok so let Ben pay the fee."])
def test_an_order_to_let_somebody_do_something_supposes_it(orders: str) -> None:
    assert talk(ASKED, "why not?", orders)[0].case.assumptions.keys() == {PAYS}


def test_what_was_only_offered_is_not_taken_up_without_a_yes() -> None:
    begun = (ASKED, "Suppose the fee comes from Ben.")
    state, reply = talk(*begun)
    assert reply.answer.query.is_pending
    state, reply = converse(state, "and now?")
    assert not state.current.assumptions
    assert not reply.answer.case.assumptions


def test_a_day_that_was_only_offered_is_not_kept() -> None:
    state, reply = talk("As of 5 August 2017, what about those courts?")
    assert not reply.answer.query.clarify or state.current.as_of is None


@pytest.mark.parametrize(
    ("turn", "ends"),
    [
        ("what if Anna pays the fee to the club?", True),
        ("is it true that Anna trusts Ben?", True),
        (ASKED, False),
        ("does the club hold the tournament, as of 5 August 2017?", False),
        ("/assume Anna pays the club", False),
    ],
)
def test_an_answer_says_what_is_no_longer_supposed(turn: str, ends: bool) -> None:
    state, reply = talk(f"If Ben pays the fee to the club, {ASKED}", turn)
    assert (PAYS not in state.current.assumptions) is ends
    said = "no longer supposed that Ben pays the fee to the club"
    assert any(said in line for block in reply.page.blocks for line in block.lines) is ends


def test_a_step_by_hand_keeps_what_is_supposed() -> None:
    state, _ = talk(f"If Ben pays the fee to the club, {ASKED}")
    step = Query(Intent.ASSUME, assume={ANNA_PAYS: True})
    assert state.before_step(step) is state
    assert state.before_step(Query(Intent.ASSUME, scenarios=("dry",))).supposed is None


@pytest.mark.parametrize("short", ["why not?", "what would it take?"])
def test_a_menu_nobody_chose_from_is_asked_back_about_behind_the_topic(short: str) -> None:
    state, _ = talk(ASKED)
    menu = Query(
        Intent.ASK,
        Statement("may_play", ("ben", "tournament")),
        confidence=0.4,
        clarify=True,
        alternatives=(Query(Intent.ASK, PLAYS),),
    )
    state, _ = respond(state, menu, "any use?")
    query = converse(state, short)[1].answer.query
    assert query.statement == HOLDS
    assert query.clarify
    assert [each.statement for each in query.alternatives] == [menu.statement, PLAYS]


def test_what_a_what_if_supposed_is_kept_where_one_adds_it(article: Case) -> None:
    asked = ("Does Kim negotiate?", "What if Kim gets formal guarantees?", "fine suppose those too")
    state, _ = talk(*asked, case=article)
    assert [s.predicate for s in state.case.assumptions] == ["offers_guarantees"]
    state, _ = talk(*asked, "What would it take?", "suppose that too", case=article)
    assert len(state.case.assumptions) == 4
