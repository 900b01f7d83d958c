"""Which of two statements is likelier, named or just spoken of."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent
from tests.conversation.club import club

HOLDS, PLAYS = "holds(club, tournament)", "may_play(ben, tournament)"
WET = "wet_courts(club)"


def compared(case: Case, *turns: str) -> tuple[set[str], str]:
    """Return the two statements that are compared, and the first line of the answer."""
    state = State(case)
    for text in turns:
        state, reply = converse(state, text)
    query = reply.answer.query
    assert (query.intent, query.clarify) == (Intent.COMPARE, False)
    return {each.key for each in (query.statement, query.rival) if each}, reply.page.answer


@pytest.mark.parametrize(
    "text",
    [
        "which is likelier, that the courts are wet or that the club holds the tournament?",
        "Is it more likely that the courts are wet than that the club holds the tournament?",
        "what is more probable: wet courts or the club holding the tournament?",
        "which of the two is more likely",
        "which one is likelier?",
    ],
)
def test_two_statements_are_held_against_each_other(text: str) -> None:
    turns = ("Does the club hold the tournament?", "Are the courts of the club wet?", text)
    about, answer = compared(club(), *turns)
    assert about == {HOLDS, WET}
    assert answer.startswith("It is likelier that the courts of the club are wet (reported")


def test_what_was_offered_is_compared(animals: Case) -> None:
    state, reply = converse(State(animals), "Is it a bird or a mammal?")
    about = {reply.answer.query.statement, *(e.statement for e in reply.answer.query.alternatives)}
    state, reply = converse(state, "which of them is more likely?")
    assert {reply.answer.query.statement, reply.answer.query.rival} <= about


def test_what_is_supposed_stays_so(animals: Case) -> None:
    offered = "what if it has feathers. is it a bird or a mammal?"
    _, answer = compared(animals, offered, "which is more likely?")
    assert answer.startswith("If the animal has feathers, it is likelier that the animal is a bird")
    together = "what if the animal has hair and gives milk?"
    assert "(assumed)" in compared(animals, together, "which of the two is more likely?")[1]
    fed = "what if the animal has feathers?"
    _, answer = compared(
        animals, fed, "which is likelier, that it is a bird or that it is a mammal"
    )
    assert answer.startswith("It is likelier that the animal is a bird (almost certain)")


def test_what_is_alike_is_said_to_be() -> None:
    turns = ("Does the club hold the tournament?", "May Ben play in the tournament?")
    about, answer = compared(club(), *turns, "which of the two is more likely?")
    assert about == {HOLDS, PLAYS}
    assert answer.startswith("Neither is established: ")


@pytest.mark.parametrize(
    "text", ["which of the two is more likely?", "is it more likely than not?"]
)
def test_less_than_two_are_not_compared(text: str) -> None:
    _, reply = converse(State(club()), text)
    assert reply.answer.query.rival is None
