"""What was just supposed, put to something else: `does that change whether Ben may play?`."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent
from tests.conversation.club import club

PAYS, PLAYS = "pays_fee(ben, club)", "may_play(ben, tournament)"


@pytest.mark.parametrize(
    "text",
    [
        "Does it change whether Ben may play in the tournament?",
        "would that affect whether he may play in the tournament",
        "does that make any difference to whether Ben may play?",
        "does it still hold then that Ben may play?",
        "how does that affect whether Ben may play?",
    ],
)
def test_what_was_supposed_is_put_to_what_it_may_change(text: str) -> None:
    state, _ = converse(State(club()), "What if Ben pays the fee?")
    _, reply = converse(state, text)
    query = reply.answer.query
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.WHAT_IF, PLAYS)
    assert {s.key: true for s, true in query.assume.items()} == {PAYS: True}


def test_all_that_is_supposed_for_now_is_put_to_it() -> None:
    state = State(club())
    for turn in ("What if Ben pays the fee?", "and if the courts are dry too?"):
        state, _ = converse(state, turn)
    _, reply = converse(state, "does that change whether Ben may play in the tournament?")
    made = {s.key: true for s, true in reply.answer.query.assume.items()}
    assert made == {PAYS: True, "wet_courts(club)": False}


def test_of_what_is_assumed_from_here_on_it_is_asked_as_things_stand() -> None:
    state, _ = converse(State(club()), "Suppose Ben pays the fee.")
    _, reply = converse(state, "would that change whether Ben may play in the tournament?")
    query = reply.answer.query
    assert query.intent is Intent.ASK
    assert query.statement is not None
    assert query.statement.key == PLAYS


@pytest.mark.parametrize(
    "text",
    [
        "Does that actually help Ben?",
        "and what does that do for Ben?",
        "What does that mean for him and Ben?",
        "Would that do anything for Ben?",
        "Does that change anything for Ben?",
    ],
)
def test_of_one_who_is_only_named_it_is_asked_back_what_changes(text: str) -> None:
    state, _ = converse(State(club()), "What if Ben pays the fee and the courts are dry?")
    _, reply = converse(state, text)
    query = reply.answer.query
    assert query.statement is not None
    assert (query.intent, query.statement.key, query.clarify) == (Intent.WHAT_IF, PLAYS, True)


def test_of_one_for_whom_nothing_changes_no_change_is_offered() -> None:
    state, _ = converse(State(club()), "What if Ben pays the fee?")
    _, reply = converse(state, "Does that help the tournament?")
    assert reply.answer.query.intent is not Intent.HELP
    assert not reply.answer.changes


def test_where_nothing_is_supposed_it_is_asked_what_came_of_what_was_asked_about() -> None:
    state, _ = converse(State(club()), "Does the club hold the tournament?")
    _, reply = converse(state, "Would that change whether Ben may play in the tournament?")
    query = reply.answer.query
    assert query.statement is not None
    assert (query.intent, query.statement.key, query.clarify) == (Intent.WHAT_IF, PLAYS, True)
    assert [s.key for s in query.assume] == ["holds(club, tournament)"]
