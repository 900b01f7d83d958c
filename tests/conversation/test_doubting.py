"""Statements that doubters ask about: told before the question, denied in words, tied to a day."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.dialogue import converse
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.state import State
from arguendo.conversation.statements.analysis import analyse
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.club import club

WET = "wet_courts(club)"


def asked(case: Case, text: str) -> str | None:
    query = understand(State(case), text)
    assert query.intent is Intent.ASK
    return query.statement.key if query.statement else None


@pytest.mark.parametrize(
    "text",
    [
        "I'm told it's a zebra. You must be joking. Is it?",
        "They say it's a zebra. I have my doubts. Is it, with all those spots?",
    ],
)
def test_what_was_told_before_a_scornful_word_is_asked_about(animals: Case, text: str) -> None:
    assert asked(animals, text) == "is_a(animal, zebra)"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Did Mattis ever swear off toppling Kim in public?", "publicly_renounces"),
        ("Has Pompeo publicly sworn off ousting Kim?", "publicly_renounces"),
        ("Did Pompeo publicly back ousting Kim?", "publicly_supports"),
        ("Is Mattis publicly in favour of sending troops north?", "publicly_supports"),
        (
            "Did the president say in public that he isn't out to topple Kim?",
            "publicly_renounces",
        ),
    ],
)
def test_who_swears_something_off_is_not_asked_for_support(
    article: Case, text: str, key: str
) -> None:
    assert (asked(article, text) or "").startswith(key)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Are the Americans spoiling for a fight with Pyongyang?", "seeks(united_states, war)"),
        ("Is Washington after talks?", "seeks(united_states, negotiations)"),
        ("Is Washington telling two different stories?", "mixed_signals(united_states)"),
    ],
)
def test_idioms_tell_what_is_wanted_and_how_it_is_said(article: Case, text: str, key: str) -> None:
    assert asked(article, text) == key


def test_what_one_refuses_to_be_told_is_not_denied(article: Case) -> None:
    text = "Don't tell me Tillerson is publicly in favour of marching troops across the parallel?"
    found = "publicly_supports(tillerson, troops_north_of_38th)"
    assert asked(article, text) == found


def test_what_one_is_meant_to_swallow_is_asked_about(citizenship: Case) -> None:
    assert asked(citizenship, "Am I supposed to swallow that Harold is a Brit?") == (
        "british_citizen(harold)"
    )


@pytest.mark.parametrize(
    ("text", "quoted", "negated"),
    [
        ("Ben says that he is not after the fee", True, False),
        ("Ben is not after the fee", False, True),
        ("Ben says that he is after the fee", False, False),
    ],
)
def test_a_denial_in_what_is_said_is_told_from_one_of_it(
    text: str, quoted: bool, negated: bool
) -> None:
    found = analyse(plain_words(text), Context(State(club())).index.names)
    assert (found.quoted, found.negated) == (quoted, negated)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Is it so that Ruth acquired citizenship on 19 July 1985?", "becomes_citizen"),
        ("Did Ruth get her citizenship by being born here?", "citizen_by_birth"),
        ("Was Leo, born on 4 May 2015, British from birth?", "citizen_by_birth"),
    ],
)
def test_the_day_that_is_named_tells_what_is_asked(citizenship: Case, text: str, key: str) -> None:
    assert (asked(citizenship, text) or "").startswith(key)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("I don't believe China withholds pressure.", "withholds_pressure(china)"),
        ("I don't believe talks were the best path.", "best_path(negotiations)"),
    ],
)
def test_what_somebody_does_not_believe_is_asked_for(article: Case, text: str, key: str) -> None:
    assert asked(article, text) == key
    assert not understand(State(article), text).clarify


def test_what_was_assumed_and_is_not_believed_is_not_asked_for_as_if_it_was_not() -> None:
    state, _ = converse(State(club()), "Suppose Anna trusts Ben.")
    assert understand(state, "I don't believe Anna trusts Ben.").clarify


def test_what_stands_between_marks_leaves_the_question_its_words(article: Case) -> None:
    text = "They say negotiating is for cowards. Is it, on this argument, the best path?"
    assert asked(article, text) == "best_path(negotiations)"


@pytest.mark.parametrize(
    "text",
    [
        "May I ask how someone arrives at leopard from so little information?",
        "how does anyone arrive at leopard?",
    ],
)
def test_how_anyone_arrives_at_something_asks_why(animals: Case, text: str) -> None:
    query = understand(State(animals), text)
    assert (query.intent, query.statement and query.statement.key) == (
        Intent.WHY,
        "is_a(animal, leopard)",
    )


@pytest.mark.parametrize("opens", ["I suppose", "so I take it", "I guess"])
def test_what_one_takes_for_known_is_asked(citizenship: Case, opens: str) -> None:
    key = asked(citizenship, f"{opens} the Home Secretary has registered Yaw?")
    assert key == "registers(home_secretary, yaw, 2026-11-02)"


@pytest.mark.parametrize(
    "text",
    [
        "I don't believe that the courts are wet. Does it matter?",
        "I doubt that the courts are wet. Does it even matter?",
        "I can't believe the courts are wet. Would that make a difference?",
    ],
)
def test_what_somebody_does_not_believe_is_not_what_is_asked_to_follow(text: str) -> None:
    query = understand(State(club()), text)
    told = {each.key: true for each, true in query.assume.items()}
    assert (query.intent, query.statement, told) == (Intent.WHAT_IF, None, {WET: False})


def test_what_does_not_hold_anyway_is_not_doubted_away() -> None:
    query = understand(State(club()), "I doubt that Ben may play. Does it matter?")
    assert not query.assume
