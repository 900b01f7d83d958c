"""What a turn is taken to ask whose intent is plain, and in which nothing fits well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.intents.likelihood import Likelihood
from arguendo.conversation.ranking import preferring
from arguendo.conversation.readers import resort
from arguendo.conversation.segmentation.parts import Part
from arguendo.conversation.state import State
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.understanding import understand
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query, Step
from arguendo.statements import Statement
from tests.conversation.club import club

PAYS, WET = "pays_fee(ben, club)", "wet_courts(club)"
HOLDS, PLAYS = "holds(club, tournament)", "may_play(ben, tournament)"


def read(text: str) -> Query:
    return understand(State(club()), text)


def told(query: Query) -> tuple[str, str | None, dict[str, bool]]:
    statement = query.statement.key if query.statement else None
    return query.intent.value, statement, {s.key: true for s, true in query.assume.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("why hasn't Ben got his racket out?", ("why_not", PLAYS, {})),
        ("does anything hinge on Ben at all?", ("what_follows", PAYS, {})),
        (
            "scratch the bit about the soggy courts i was talking rubbish",
            *[("retract", WET, {WET: False})],
        ),
        ("start over please, forget everything i told you", ("retract", None, {})),
    ],
)
def test_what_names_something_asks_for_no_list(
    text: str, expected: tuple[str, str | None, dict[str, bool]]
) -> None:
    assert told(read(text)) == expected


def test_taking_everything_back_begins_again() -> None:
    assert read("start over please, forget everything i told you").back is Step.RESET


def test_what_is_not_named_is_beyond_rather_than_anything_unlikely() -> None:
    assert read("What's meant by the summer thing?").intent is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize("text", ["wet courts -> ?", "wet courts → ?", "wet courts ==> ??"])
def test_an_arrow_asks_what_follows(text: str) -> None:
    assert told(read(text)) == ("what_follows", WET, {})


def test_since_when_before_a_question_for_yes_or_no_doubts() -> None:
    assert told(read("Since when are the courts wet? Are they wet?")) == ("ask", WET, {})


@pytest.mark.parametrize(
    "text",
    [
        "Suppose Ben pays the fee and tell me whether the club holds the tournament.",
        "If Ben pays the fee, is a tournament held",
        "assuming Ben pays the fee, tournament held or not",
        "If Ben pays the fee, still a tournament, I presume?",
    ],
)
def test_a_question_behind_a_supposition_needs_no_mark(text: str) -> None:
    assert told(read(text)) == ("what_if", HOLDS, {PAYS: True})


def test_advice_is_for_whom_one_proposes_it_to() -> None:
    text = "What course of action do you propose to Anna, since Ben won't listen?"
    assert read(text).entity == "anna"
    assert read("What course of action do you propose to Ben, since Anna won't?").entity == "ben"


@pytest.mark.parametrize(
    ("figures", "words"), [("ten years", "10 yrs"), ("three times", "3 times")]
)
def test_small_numbers_are_read_in_figures(figures: str, words: str) -> None:
    stems = [[w.stem for w in sentences(text)[0].words] for text in (figures, words)]
    assert stems[0] == stems[1]


def reading(predicate: str, score: float, part: Part) -> Reading:
    return Reading(Statement(predicate, ("ben",)), True, score, 0.9, score, part=part, told=1.0)


def test_the_last_clause_stands_before_what_all_clauses_say_together() -> None:
    whole, last = reading("born", 10.0, Part()), reading("plain", 8.0, Part(clause=1.0, last=1.0))
    far = reading("plain", 2.0, Part(clause=1.0, last=1.0))
    assert preferring.last_rather([whole, last], [last])[0].statement == last.statement
    assert preferring.last_rather([whole, far], [far])[0] == whole


def test_conclusions_are_about_those_in_the_order_that_is_known() -> None:
    context = Context(State(club()))
    other, known = (
        Statement("may_play", ("tournament", "ben")),
        Statement("may_play", ("ben", "tournament")),
    )
    found = [Reading(each, True, 1.0, 1.0) for each in (other, known)]
    assert preferring.known_rather(context, found)[0].statement == known
    trusts = [Statement("trusts", each) for each in (("ben", "anna"), ("anna", "ben"))]
    asked = [Reading(each, True, 1.0, 1.0) for each in trusts]
    assert preferring.known_rather(context, asked) == asked


def test_a_list_that_hardly_anything_speaks_for_is_not_given() -> None:
    asked = Utterance(Context(State(club())), sentences("stop"))
    doubtful = Likelihood(((Intent.LIST, 0.4), (Intent.ASK, 0.3)))
    plain = Likelihood(((Intent.LIST, 0.9), (Intent.ASK, 0.1)))
    assert resort.is_idle(replace(asked, likely=doubtful), Intent.LIST)
    assert not resort.is_idle(replace(asked, likely=plain), Intent.LIST)


def test_what_is_known_is_asked_rather_than_what_nothing_tells_of(article: Case) -> None:
    query = understand(State(article), "how come beijing wont squeeze harder")
    assert told(query) == ("why_not", "raises_pressure(china, north_korea)", {})


@pytest.mark.parametrize(
    "text",
    [
        "Suppose the mayor nods, would drier courts let Ben play?",
        "Suppose he nods, may Ben play on wet courts?",
    ],
)
def test_only_what_an_if_opens_is_supposed_where_one_does(text: str) -> None:
    supposes = Likelihood(((Intent.WHAT_IF, 0.9), (Intent.ASK, 0.1)))
    said = Utterance(Context(State(club())), sentences(text), likely=supposes)
    query = resort.read(said)
    assert query is not None
    assert told(query) == ("ask", PLAYS, {})
