"""Tests of runs of letters."""

from __future__ import annotations

from math import isclose

from arguendo.conversation.context import Context
from arguendo.conversation.english.letters import SHARE, is_run, runs
from arguendo.conversation.english.words import sentences
from arguendo.conversation.signs.masking import MOST_LETTERS, spelt
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from tests.conversation.club import club


def said(text: str) -> Utterance:
    """Take a text apart in a conversation about the club."""
    return Utterance(Context(State(club())), sentences(text))


def test_runs_are_the_letters_of_words_and_their_ends() -> None:
    assert set(runs("to")) == {"~ t", "~to", "~o ", "~ to", "~to ", "~ to "}
    assert all(map(is_run, runs("to")))
    assert not is_run("to")
    assert runs("") == {}


def test_a_slip_and_another_form_share_most_runs() -> None:
    right, slip, form, other = map(set, map(runs, ("promise", "promisse", "promised", "tiger")))
    assert len(right & slip) > len(right) / 2 < len(right & form)
    assert not right & other


def test_all_runs_of_a_text_tell_as_much_together() -> None:
    for text in ("a", "who is anna", "anna " * 50 + "pays her fee"):
        assert isclose(sum(each**2 for each in runs(text).values()), SHARE**2)


def test_the_gist_tells_more_than_its_share() -> None:
    told = runs("he will pay", "pay")
    assert told["~pay"] > told["~wil"] > 0
    assert told.keys() == runs("he will pay").keys()


def test_texts_are_spelt_in_small_letters_without_names_and_bounded() -> None:
    assert spelt(said("Who is Anna? Does SHE pay?")) == "who is does she pay"
    assert len(spelt(said("fee paid " * 3_000))) <= MOST_LETTERS
