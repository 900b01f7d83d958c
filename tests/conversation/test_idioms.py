"""Intents that idioms tell, and turns of phrase that all else in a text overrules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.intents.likelihood import Likelihood
from arguendo.conversation.readers import asking
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from tests.conversation.club import club
from tests.conversation.contest import contest


def read(text: str) -> Query:
    return understand(State(club()), text)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Whence your conclusion that Ben may play?", Intent.WHY),
        ("Where is the snag with the tournament?", Intent.WHY_NOT),
        ("In what circumstances would Ben be allowed to play?", Intent.WHAT_WOULD_IT_TAKE),
        ("Wet courts. What am I supposed to draw from that?", Intent.WHAT_FOLLOWS),
        ("Your finding on the tournament: which bit is the dodgiest?", Intent.LINCHPINS),
        ("Which pillar carries the tournament?", Intent.LINCHPINS),
        ("Which provision says that Ben may play?", Intent.SOURCE),
        ("Is there any daylight between Ben paying and Anna paying?", Intent.COMPARE),
    ],
)
def test_an_idiom_tells_what_is_asked(text: str, intent: Intent) -> None:
    assert read(text).intent is intent


@pytest.mark.parametrize(
    "text", ["Lock in: Ben pays.", "Kindly proceed on the footing that Ben pays."]
)
def test_an_order_may_lay_down_what_is_to_hold(text: str) -> None:
    query = read(text)
    assert query.intent is Intent.ASSUME
    assert [each.key for each in query.assume] == ["pays_fee(ben, club)"]


def test_what_is_to_be_found_out_may_be_no_matter_of_yes_or_no() -> None:
    assert read("I want to find out what prevents the tournament.").intent is Intent.WHY_NOT
    assert read("I want to find out whether Ben may play.").intent is Intent.CONSULT


@pytest.mark.parametrize(
    ("likeliest", "intent"),
    [(Intent.WHEN, Intent.WHEN), (Intent.WHY, None), (Intent.WHY_NOT, None)],
)
def test_since_when_asks_for_no_day_where_reasons_are_wanted(
    likeliest: Intent, intent: Intent | None
) -> None:
    said = Utterance(Context(State(club())), sentences("Since when may Ben play?"))
    found = asking.dates(replace(said, likely=Likelihood(((likeliest, 0.6), (Intent.LIST, 0.4)))))
    assert (found and found.intent) is intent


def test_since_when_does_something_prove_it_asks_for_no_day() -> None:
    said = Utterance(Context(State(club())), sentences("Since when do wet courts stop Ben?"))
    ranked = ((Intent.WHEN, 0.9), (Intent.WHY, 0.1))
    assert asking.dates(replace(said, likely=Likelihood(ranked))) is None


@pytest.mark.parametrize(
    ("of_it", "of_another", "overruled"),
    [(0.02, 0.9, True), (0.06, 0.9, False), (0.04, 0.6, False)],
)
def test_a_turn_of_phrase_is_overruled_by_what_is_surely_otherwise(
    of_it: float, of_another: float, overruled: bool
) -> None:
    ranked = ((Intent.COMPARE, of_another), (Intent.WHEN, of_it))
    assert Likelihood(ranked).overrules(Intent.WHEN) is overruled


def test_each_reading_of_what_would_change_it_asks_what_fits_how_it_stands() -> None:
    case = contest()
    text = "What would it take to change it that a swimmer gets a prize?"
    query = understand(State(case), text)
    found = [(each.statement, each.fall) for each in (query, *query.alternatives)]
    assert len(found) > 1
    assert all(fall is bool(s and case.holds(s)) for s, fall in found)


@pytest.mark.parametrize(
    "text",
    [
        "What carries the conclusion that Ben may play in the tournament?",
        "Which ground carries the conclusion that Ben may play in the tournament?",
        "What props up the conclusion that Ben may play in the tournament?",
    ],
)
def test_what_carries_a_conclusion_lies_below_it(text: str) -> None:
    query = read(text)
    assert query.statement is not None
    assert (query.intent, query.statement.predicate) == (Intent.LINCHPINS, "may_play")


@pytest.mark.parametrize(
    "text",
    [
        "Why does a score of 40 points matter?",
        "Isn't a score of 40 points just a number? Why would it matter?",
    ],
)
def test_why_something_matters_asks_what_follows_from_what_is_so(text: str) -> None:
    query = understand(State(contest()), text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.WHAT_FOLLOWS, "scored(bo, 40)")
