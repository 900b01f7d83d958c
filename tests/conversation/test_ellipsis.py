"""Turns that leave out what was said before."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import Reply, State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Listing, Manner, Query
from arguendo.statements import Statement
from arguendo.wording.page import Role
from tests.conversation.club import club

PAYS = Statement("pays_fee", ("ben", "club"))
ANNA_PAYS = Statement("pays_fee", ("anna", "club"))
WET = Statement("wet_courts", ("club",))
HOLDS = Statement("holds", ("club", "tournament"))
ASKED = "does the club hold the tournament?"


def talk(*turns: str) -> tuple[State, Reply]:
    state, reply = State(club()), None
    for turn in turns:
        state, reply = converse(state, turn)
    assert reply is not None
    return state, reply


def last(*turns: str) -> Query:
    return talk(*turns)[1].answer.query


def test_the_same_is_asked_of_someone_else() -> None:
    for text in ("and Anna?", "what about Anna?", "same for Anna", "ok and for Anna then?"):
        query = last("Does Ben pay the fee?", text)
        assert (query.intent, query.statement) == (Intent.ASK, ANNA_PAYS), text
    assert last("What should Anna do?", "and Ben?").entity == "ben"


def test_otherwise_turns_the_last_supposition_or_statement_around() -> None:
    for text in ("and if not?", "what if he doesn't?", "and if I don't?", "otherwise?"):
        assert last("What if Ben pays the fee?", text).assume == {PAYS: False}, text
    assert last(ASKED, "what if not?").assume == {HOLDS: False}
    assert last(ASKED, "and if so?").assume == {HOLDS: True}


def test_otherwise_keeps_what_was_supposed_before() -> None:
    state, reply = talk("What if Ben pays the fee?", "and if Anna pays the fee?", "what if not?")
    assert reply.answer.query.assume == {ANNA_PAYS: False}
    assert PAYS in state.current.assumptions


def test_neither_and_both_take_up_what_was_supposed_of_late() -> None:
    said = ("What if Ben pays the fee?", "what if Anna pays the fee?")
    assert last(*said, "what if neither does?").assume == {PAYS: False, ANNA_PAYS: False}
    assert last(*said, "and both?").assume == {PAYS: True, ANNA_PAYS: True}


def test_and_then_asks_what_comes_of_it() -> None:
    query = last("Are the courts wet?", "and then?")
    assert (query.intent, query.statement) == (Intent.WHAT_FOLLOWS, WET)
    for text in ("does it matter?", "but does that matter much?", "why should it matter?"):
        query = last("Does Ben pay the fee?", text)
        assert (query.intent, query.statement) == (Intent.WHAT_FOLLOWS, PAYS), text
    state, reply = talk("What if Ben pays the fee?", "so?")
    assert reply.asked is not None
    assert reply.asked.manner is Manner.FULL
    assert len(state.turns) == 1


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("shorter please", Manner.BRIEF),
        ("in full", Manner.FULL),
        ("such as?", Manner.FULL),
        ("again", Manner.AGAIN),
        ("pardon?", Manner.AGAIN),
    ],
)
def test_the_last_answer_is_told_in_another_manner(text: str, manner: Manner) -> None:
    before, first = talk(ASKED)
    state, reply = converse(before, text)
    assert state == before
    assert reply.asked is not None
    assert reply.asked.manner is manner
    assert reply.page.answer == first.page.answer
    assert (len(reply.page.blocks) > len(first.page.blocks)) is (manner is Manner.FULL)
    if manner is Manner.BRIEF:
        assert {block.role for block in reply.page.blocks} == {Role.ANSWER}


def test_telling_again_does_nothing_again() -> None:
    state, _ = talk("Assume that Ben pays the fee.", "Assume that Anna pays the fee.", "undo")
    after, _ = converse(state, "say that again")
    assert after.case == state.case


def test_how_sure_is_told_by_degree() -> None:
    assert "the report" in talk("Are the courts wet?", "are you sure?")[1].page.answer


def test_assumptions_are_listed_and_dropped_by_their_place() -> None:
    state, reply = talk(
        "Assume that Ben pays the fee.", "And Anna pays the fee.", "what is assumed?"
    )
    assert reply.answer.query.listing is Listing.ASSUMPTIONS
    assert "Two things are assumed." in reply.page.text
    state, _ = converse(state, "drop the second one")
    assert list(state.case.assumptions) == [PAYS]


def test_of_fewer_assumptions_than_are_counted_one_is_offered() -> None:
    state, reply = talk("Assume that Ben pays the fee.", "drop the second one")
    assert reply.answer.query.clarify
    assert list(state.case.assumptions) == [PAYS]
    assert last("drop the second one").assume == {}


def test_what_hung_most_on_a_supposition_is_asked_of_another(citizenship: Case) -> None:
    state, _ = converse(State(citizenship), "What if Harold never got leave?")
    query = understand(state, "and Marina then?")
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.ASK, "british_citizen(marina)")
    assert query.adds


def test_what_is_only_supposed_can_be_dropped_too() -> None:
    state, _ = talk("What if Ben pays the fee?", "and if Anna pays the fee?", "drop the first one")
    assert not state.case.assumptions
    assert state.supposed is not None
    assert list(state.supposed.assumptions) == [ANNA_PAYS]


def test_without_anything_before_nothing_is_made_up() -> None:
    for text in ("and then?", "and if not?", "again", "what if neither?", "and both?"):
        assert last(text).intent is Intent.OUT_OF_SCOPE, text


def test_what_if_it_did_supposes_otherwise_than_it_is(article: Case) -> None:
    state, _ = converse(State(article), "Has China left its earlier commitments unfulfilled?")
    query = understand(state, "what if it did?")
    assert {each.key: true for each, true in query.assume.items()} == {
        "commitments_unfulfilled(china)": False
    }


def test_without_that_does_without_what_is_assumed_and_not_what_is_asked_about() -> None:
    state = State(club())
    for turn in ("Assume Ben pays the fee.", "May Ben play in the tournament?"):
        state, _ = converse(state, turn)
    query = understand(state, "and without that?")
    assert query.intent is Intent.WHAT_IF
    assert {s.key: true for s, true in query.assume.items()} == {"pays_fee(ben, club)": False}
    assert str(query.statement and query.statement.key) == "may_play(ben, tournament)"
