"""Suppositions that say little more than a verb, which only one open question has."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Query
from tests.conversation.club import KNOWLEDGE, RULES, written

MOWS = """\
  mows:
    slots: {who: body}
    by: who
    says: "{who} [pays|pay] somebody to roll the lawn in front of the house"
    denies: "{who} [does|do] not pay somebody to roll the lawn in front of the house"
  exempts:
    slots: {event: event}
    says: "{event} exempts juniors of schools in the county"
    denies: "{event} does not exempt juniors of schools in the county"
"""
OPEN = """\
questions:
  - ask: the club pays somebody to roll the lawn in front of the house
    by: club
  - ask: the tournament exempts juniors of schools in the county
"""


@cache
def case() -> Case:
    knowledge = KNOWLEDGE.replace("statements:\n", f"statements:\n{MOWS}")
    before, _, behind = knowledge.partition("questions:\n")
    return written(before + OPEN + behind[behind.index("scenarios:") :], RULES)


def read(text: str) -> Query:
    return converse(State(case()), text)[1].answer.query


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Suppose they do roll.", {"mows(club)": True}),
        ("What if they don't roll?", {"mows(club)": False}),
    ],
)
def test_what_only_one_open_question_says_is_asked_back_about(
    text: str, meant: dict[str, bool]
) -> None:
    query = read(text)
    assert {each.key: true for each, true in query.assume.items()} == meant
    assert query.clarify


def test_what_is_derived_from_its_word_says_it_too() -> None:
    meant = {each.key: true for each, true in read("What if there is no exemption?").assume.items()}
    assert meant == {"exempts(tournament)": False}


@pytest.mark.parametrize("text", ["Suppose he rolls.", "What if Anna rolls?"])
def test_what_it_does_not_say_of_whom_is_named_is_not_understood(text: str) -> None:
    query = read(text)
    assert not query.assume
    assert query.unread
