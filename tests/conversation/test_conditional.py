"""What is supposed where no *if* opens it, or where what is supposed says little by itself."""

from __future__ import annotations

from collections import Counter

import pytest

from arguendo.conversation import lexicon
from arguendo.conversation.intents import cues
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from tests.conversation.club import club

PAYS, WET = "pays_fee(ben, club)", "wet_courts(club)"
HOLDS, PLAYS = "holds(club, tournament)", "may_play(ben, tournament)"


def read(text: str) -> tuple[str, str | None, dict[str, bool]]:
    query = understand(State(club()), text)
    statement = query.statement.key if query.statement else None
    return query.intent.value, statement, {s.key: true for s, true in query.assume.items()}


@pytest.mark.parametrize(
    ("text", "asked", "supposed"),
    [
        ("Ben pays the fee. Is the tournament held?", HOLDS, {PAYS: True}),
        ("Ben pays the fee: tournament?", HOLDS, {PAYS: True}),
        ("No wet courts. Does the club hold the tournament?", HOLDS, {WET: False}),
        ("Take away the wet courts. Does the club hold the tournament?", HOLDS, {WET: False}),
        ("Without the wet courts, may Ben play in the tournament?", PLAYS, {WET: False}),
        (
            "They say that Ben pays the fee. If he does not, does the club hold the tournament?",
            *(HOLDS, {PAYS: False}),
        ),
    ],
)
def test_a_condition_needs_no_if(text: str, asked: str | None, supposed: dict[str, bool]) -> None:
    assert read(text) == ("what_if", asked, supposed)


@pytest.mark.parametrize(
    "text",
    [
        "If the wet courts are a fiction, does the club hold the tournament?",
        "If the courts were a lake, does the club hold the tournament?",
    ],
)
def test_what_is_said_of_a_fact_in_other_words_supposes_it_away(text: str) -> None:
    assert read(text) == ("what_if", HOLDS, {WET: False})


@pytest.mark.parametrize("text", ["Is the tournament held?", "Is the club what Ben pays?"])
def test_a_plain_question_supposes_nothing(text: str) -> None:
    assert read(text)[::2] == ("ask", {})


def test_what_joins_and_denies_clauses_does_so_in_one_way() -> None:
    entries = lexicon.cues()["clauses"]
    phrases = [cue.parts for name, text in entries.items() for cue in cues.parse(text, name)]
    assert not [parts for parts, times in Counter(phrases).items() if times > 1]


def test_a_clause_with_while_goes_on_assuming() -> None:
    supposed = "what if Ben pays the fee to the club, while the courts are dry?"
    assert read(supposed) == ("what_if", None, {PAYS: True, WET: False})
