"""Tests of the clause in which a long text asks."""

from __future__ import annotations

import pytest

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.signs.features import features
from arguendo.conversation.signs.gist import gist
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from tests.conversation.club import club

ASIDE = (
    "I have been a member since my sister talked me into it one rainy afternoon in the spring of "
    "that long year, and I have seen many people come and go"
)


def said(text: str) -> Utterance:
    return Utterance(Context(State(club())), sentences(text))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        (f"{ASIDE}. Does Ben pay the fee?", "does ben pay fee"),
        (f"{ASIDE}; what is it that keeps Ben from it?", "what is it that keeps ben from it"),
        (f"{ASIDE}, so does Ben pay the fee?", "so does ben pay fee"),
        (f"Does Ben pay the fee? {ASIDE}.", "does ben pay fee"),
    ],
)
def test_the_gist_of_a_long_text_is_the_clause_in_which_it_asks(text: str, asks: str) -> None:
    found = gist(said(text))
    assert found is not None
    assert " ".join(word.text for word in found.words) == asks


@pytest.mark.parametrize(
    "text",
    [
        "Does Ben pay the fee?",
        "It rained; does Ben pay?",
        f"Would you say, given that {ASIDE}?",
        "",
    ],
)
def test_short_texts_and_those_that_ask_in_one_go_have_none(text: str) -> None:
    assert gist(said(text)) is None


def test_what_the_gist_shows_tells_more_than_what_is_told_beside_it() -> None:
    seen = features(said(f"{ASIDE}. Does Ben pay the fee?"))
    assert seen["^ do"] > seen["^ i"] > 0


def test_the_more_there_is_to_see_the_less_each_sign_tells() -> None:
    short, long = (features(said(text)) for text in ("Ben?", "Does Ben pay his fee at the club?"))
    assert len(short) < len(long)
    assert short["always"] > long["always"] > 0
