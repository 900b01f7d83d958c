"""Words that are derived from each other, and what they tell of each other."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.english.derived import roots
from arguendo.conversation.english.stems import stem
from arguendo.conversation.state import State
from arguendo.conversation.statements.readings import Reading
from tests.conversation.club import written

KNOWLEDGE = """\
rule base:
  name: camp
  title: Is the fee paid back?
entities:
  ann: {name: Ann, kind: guest}
  clinic: {name: the clinic, kind: body}
statements:
  ill:
    slots: {guest: guest}
    says: "{guest} was ill in May"
  left_ill:
    slots: {guest: guest}
    says: "{guest} left because of illness"
  paid_back:
    slots: {guest: guest}
    says: "the fee of {guest} is paid back"
questions:
  - ask: Ann was ill in May
  - ask: Ann left because of illness
"""
RULES = """\
rules:
  - id: back
    title: Who fell ill is paid back
    if: ?guest left because of illness
    then: the fee of ?guest is paid back
"""


@cache
def context() -> Context:
    case: Case = written(KNOWLEDGE, RULES)
    return Context(State(case))


def first(text: str) -> Reading:
    matcher = context().matcher
    return matcher.ranked(matcher.piece(text.split()), lambda statement, positive: 1.0)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ill", "illness"),
        ("apply", "application"),
        ("applicant", "application"),
        ("resident", "residence"),
        ("refuse", "refusal"),
        ("pay", "payment"),
        ("decide", "decision"),
        ("citizen", "citizenship"),
    ],
)
def test_derived_words_share_a_root(one: str, other: str) -> None:
    assert roots(stem(one)) & roots(stem(other))


@pytest.mark.parametrize(
    ("one", "other"), [("person", "personal"), ("nation", "national"), ("part", "party")]
)
def test_words_that_only_look_derived_share_none(one: str, other: str) -> None:
    assert not roots(stem(one)) & roots(stem(other))


def test_a_derived_word_speaks_for_a_statement_of_which_more_is_said() -> None:
    assert first("ann left because she was ill").statement.key == "left_ill(ann)"
    assert first("ann was ill in may").statement.key == "ill(ann)"


def test_the_word_itself_fits_better_than_one_derived_from_it() -> None:
    told, derived = first("ann left because of illness"), first("ann left because she was ill")
    assert told.score > derived.score


def test_small_words_are_derived_from_nothing() -> None:
    assert not context().index.derived("should")


@pytest.mark.parametrize(
    ("word", "last"),
    [("smartphone", "phone"), ("footpath", "path"), ("farmland", "land")],
)
def test_the_last_part_of_a_word_put_together_may_stand_for_it(word: str, last: str) -> None:
    assert stem(last) in roots(stem(word))


@pytest.mark.parametrize(
    ("word", "other"),
    [("overthrow", "throw"), ("withhold", "hold"), ("grandmother", "mother"), ("carpet", "pet")],
)
def test_what_only_looks_put_together_is_not(word: str, other: str) -> None:
    assert stem(other) not in roots(stem(word))
