"""Answers told so that anybody could follow them: `in plain words?`, `explain it like I'm 12`."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Beyond, Intent
from tests.conversation.club import club

WET = "Are the courts of the club wet?"
HOLDS = "Does the club hold the tournament?"


def told(*turns: str) -> tuple[Intent, list[str]]:
    """Return the intent of the last answer, and all of its lines."""
    state = State(club())
    for text in turns:
        state, reply = converse(state, text)
    return reply.answer.query.intent, [line for b in reply.page.blocks for line in b.lines]


@pytest.mark.parametrize(
    "text",
    [
        "in plain words?",
        "simpler please",
        "can you put that in simpler terms?",
        "in plain English",
        "could you simplify that please",
        "dumb it down for me",
        "i no understand, say easy",
        "I don't understand, say it simpler",
        "simple please",
        "say it easy please",
        "that's too complicated",
    ],
)
def test_what_is_to_be_told_simply_is_told_in_short(text: str) -> None:
    intent, lines = told(HOLDS, text)
    assert (intent, lines) == (Intent.ASK, told(HOLDS, "shorter")[1])
    assert len(lines) == 1


@pytest.mark.parametrize(
    "text",
    [
        "explain it like I'm 12",
        "explain that like I am five",
        "explain it to me as if I were a child",
        "eli5",
        "explain in plain words please",
        "ok, explain that as though I was a ten year old",
    ],
)
def test_what_is_to_be_explained_simply_is_told_its_reasons_in_short(text: str) -> None:
    intent, lines = told(HOLDS, text)
    assert intent is Intent.WHY_NOT
    assert len(lines) == 1
    assert told(text)[0] in (Intent.WHY, Intent.WHY_NOT)


def test_before_any_answer_there_is_nothing_to_tell_simply() -> None:
    _, reply = converse(State(club()), "in plain words?")
    assert reply.answer.query.beyond is Beyond.UNANSWERED


def test_what_says_more_is_asked() -> None:
    assert told(WET, "explain like Ben why the courts are wet")[1] != told(WET, "eli5")[1]
