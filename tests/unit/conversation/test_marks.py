"""Tests of how a text is marked, and of where in it words stand."""

from __future__ import annotations

import pytest

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.signs.features import features
from arguendo.conversation.signs.marks import of_marks
from arguendo.conversation.signs.masking import asking
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from tests.conversation.club import club


def said(text: str) -> Utterance:
    return Utterance(Context(State(club())), sentences(text), text=text)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Does Ben pay?", {"mark at end ?", "mark asked 1", "mark asked 1 of 1 True"}),
        (
            "ben pays",
            {"mark at end none", "mark small letters", "mark asked 0", "mark asked 0 of 1 False"},
        ),
        (
            "Ben pays? Prove it...",
            {"mark ..", "mark at end .", "mark asked 1", "mark asked 1 of 2 False"},
        ),
        ("", set()),
    ],
)
def test_marks_tell_how_a_text_ends_and_asks(text: str, marks: set[str]) -> None:
    assert {*of_marks(said(text))} == marks


def test_words_are_told_by_the_sentence_in_which_they_stand() -> None:
    seen = features(said("Stop. Wait. Why?"))
    assert {"first: stop", "between: wait", "last: why"} <= seen.keys()
    assert "only: why" in features(said("Why?"))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("What do you build on the fee? Castles?", "what do you build on fee"),
        ("Does Ben pay? Really?", "does ben pay"),
        ("The fee is paid? Why?", "why"),
        ("Ben? A member?", "member"),
        ("Does Ben pay? Is he in the club?", "is he in club"),
    ],
)
def test_a_question_that_only_mocks_is_passed_over(text: str, asks: str) -> None:
    found = asking(said(text))
    assert found is not None
    assert " ".join(word.text for word in found.words) == asks
