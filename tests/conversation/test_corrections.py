"""What was just supposed is changed: `actually no, he does not pay`, `make that Anna`, `swap …`."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent
from tests.conversation.club import club

BEN, ANNA, WET = "pays_fee(ben, club)", "pays_fee(anna, club)", "wet_courts(club)"
_PAYS, _BOTH = "Suppose Ben pays the fee.", "Suppose Ben pays the fee and the courts are dry."


@pytest.mark.parametrize(
    ("turns", "assumed"),
    [
        ((_PAYS, "actually no, Ben does not pay the fee"), {BEN: False}),
        ((_BOTH, "no wait, the courts are wet"), {BEN: True, WET: True}),
        ((_PAYS, "actually make that Anna"), {ANNA: True}),
        ((_PAYS, "sorry, I meant Anna"), {ANNA: True}),
        ((_BOTH, "make that Anna"), {ANNA: True, WET: False}),
        ((_BOTH, "swap Ben's fee for Anna's fee"), {ANNA: True, WET: False}),
        ((_PAYS, "replace that with dry courts"), {WET: False}),
        ((_PAYS, "make that Anna", "undo"), {BEN: True}),
    ],
)
def test_what_was_supposed_is_put_right(turns: tuple[str, ...], assumed: dict[str, bool]) -> None:
    state = State(club())
    for turn in turns:
        state, _ = converse(state, turn)
    made = {s.key: bool(degree) for s, degree in state.current.assumptions.items()}
    assert made == assumed


def test_what_is_supposed_no_longer_is_said() -> None:
    state, _ = converse(State(club()), _PAYS)
    _, reply = converse(state, "make that Anna")
    assert reply.page.answer == (
        "It is no longer assumed that Ben pays the fee to the club. "
        "From here on it is assumed that Anna pays the fee to the club."
    )


@pytest.mark.parametrize(
    "short", ["why not, in one line?", "Briefly: why not?", "why not? In short."]
)
def test_how_short_an_answer_is_to_be_is_no_part_of_the_question(short: str) -> None:
    state, _ = converse(State(club()), "May Ben play in the summer cup?")
    _, plain = converse(state, "why not?")
    _, reply = converse(state, short)
    assert reply.answer.query.statement == plain.answer.query.statement
    assert reply.answer.query.intent is plain.answer.query.intent
    assert reply.page.blocks == plain.page.blocks[:1]


@pytest.mark.parametrize("turn", ["no, shorter", "shorter, please", "in short"])
def test_what_says_no_more_than_how_short_tells_the_last_answer_again(turn: str) -> None:
    state, first = converse(State(club()), "May Ben play in the summer cup?")
    after, reply = converse(state, turn)
    assert after == state
    assert reply.page.blocks == first.page.blocks[:1]


_PAINTS = "What if Ben pays the fee and paints the fence?"
_OF_SEVERAL = "If Ben pays the fee and paints the fence, who may play in the summer cup?"


@pytest.mark.parametrize(
    ("first", "again"),
    [(_PAINTS, "and Anna?"), (_PAINTS, "no, I meant Anna"), (_OF_SEVERAL, "and who may not?")],
)
def test_what_was_not_understood_of_the_last_turn_is_said_once(first: str, again: str) -> None:
    state, reply = converse(State(club()), first)
    assert "was not understood" in reply.page.text
    assert "was not understood" not in converse(state, again)[1].page.text


@pytest.mark.parametrize(
    ("turns", "assumed"),
    [
        (("Does Ben pay the fee?",), {}),
        ((_PAYS,), {}),
        ((_PAYS, "Suppose the courts are dry."), {BEN: True}),
    ],
)
def test_what_is_put_back_is_the_last_assumption_and_never_a_fact(
    turns: tuple[str, ...], assumed: dict[str, bool]
) -> None:
    state = State(club())
    for turn in (*turns, "put it back"):
        state, _ = converse(state, turn)
    assert {s.key: degree > 0 for s, degree in state.case.assumptions.items()} == assumed


@pytest.mark.parametrize(
    "text",
    [
        "would we still have to give it back?",
        "and must they give it back then",
        "do they take it back?",
        "should we put it back?",
        "would they lose it then?",
        "they drop it, right?",
        "did he withdraw it?",
    ],
)
def test_a_question_takes_nothing_back(text: str) -> None:
    state, _ = converse(State(club()), _PAYS)
    state, reply = converse(state, text)
    assert reply.answer.query.intent is not Intent.RETRACT
    assert {statement.key for statement in state.case.assumptions} == {BEN}


@pytest.mark.parametrize(
    "text", ["can you take that back?", "could we drop that", "can I undo it?"]
)
def test_an_order_may_be_put_as_a_question(text: str) -> None:
    state, _ = converse(State(club()), _PAYS)
    state, _ = converse(state, text)
    assert not state.case.assumptions


@pytest.mark.parametrize("text", ["no, i mean the soldiers leave", "No, I mean the miners vote."])
def test_a_correction_that_is_not_understood_asks_nothing_of_what_was_told(
    article: Case, text: str
) -> None:
    state = State(article)
    for turn in ("Does China withhold stronger pressure?", text):
        state, reply = converse(state, turn)
    query = reply.answer.query
    assert query.clarify or query.intent is Intent.OUT_OF_SCOPE
