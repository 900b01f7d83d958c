"""Whether somebody can do something about what was just spoken of, and other ways to it."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent, Query
from tests.conversation.club import club

HOLDS = "Does the club hold the tournament?"


def asked(case: Case, *turns: str) -> tuple[Query, str]:
    """Return how the last turn was read, and the first line of its answer."""
    state = State(case)
    for text in turns:
        state, reply = converse(state, text)
    return reply.answer.query, reply.page.answer


@pytest.mark.parametrize(
    "text",
    [
        "could Ben fix that?",
        "can Ben do something about it",
        "could Ben change that?",
        "is Ben able to solve this?",
        "could Ben do anything about that?",
    ],
)
def test_who_could_mend_what_does_not_hold_could_bring_it_about(text: str) -> None:
    query, _ = asked(club(), HOLDS, text)
    assert query.intent is Intent.WHAT_WOULD_IT_TAKE
    assert (query.by, query.fall, query.clarify) == ("ben", False, False)
    assert query.statement is not None
    assert query.statement.key == "holds(club, tournament)"


def test_who_could_mend_what_holds_could_make_it_fall(article: Case) -> None:
    mixed = "Does the United States send mixed signals on regime change?"
    query, answer = asked(article, mixed, "could Mattis fix that?")
    assert (query.by, query.fall) == ("mattis", True)
    assert answer.startswith("Secretary Mattis can do nothing about that: ")


@pytest.mark.parametrize(
    "text", ["is there a quicker way?", "is there an easier way", "any other way?", "no shortcut?"]
)
def test_other_ways_are_what_it_takes(text: str) -> None:
    query, _ = asked(club(), "What would it take for the club to hold the tournament?", text)
    assert (query.intent, query.clarify) == (Intent.WHAT_WOULD_IT_TAKE, False)
    assert query.statement is not None
    assert query.statement.key == "holds(club, tournament)"


@pytest.mark.parametrize(
    "text", ["is it impossible", "is that even possible?", "is this feasible at all", "hopeless?"]
)
@pytest.mark.parametrize("first", [(HOLDS,), ()])
def test_what_is_possible_is_what_can_be_reached(text: str, first: tuple[str, ...]) -> None:
    query, _ = asked(club(), *first, text)
    assert (query.intent, query.clarify) == (Intent.WHAT_WOULD_IT_TAKE, False)


def test_what_holds_is_possible_already() -> None:
    _, answer = asked(club(), "Are the courts of the club wet?", "is that even possible?")
    assert answer.startswith("Nothing more is needed")


def test_a_pronoun_stands_for_whom_that_was_just_asked_of(article: Case) -> None:
    mixed = "Does the United States send mixed signals on regime change?"
    query, _ = asked(article, mixed, "could Trump fix that?", "could he change it?")
    assert query.by == "trump"
