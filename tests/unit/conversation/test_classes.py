from __future__ import annotations

import pytest

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.signs import classes
from arguendo.conversation.signs.features import features
from arguendo.conversation.state import State
from arguendo.conversation.statements.spelling import repaired
from arguendo.conversation.utterance import Utterance
from tests.conversation.club import club


def said(words: str) -> Utterance:
    context = Context(State(club()))
    return Utterance(context, repaired(sentences(words), context.index))


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("What follows from Ben's fee?", "What ensues from Anna's fee?"),
        ("What is required for the tournament?", "What is necessary for the tournament?"),
    ],
)
def test_a_rare_word_is_told_as_a_common_one_of_its_class(common: str, rare: str) -> None:
    first, second = said(common), said(rare)
    assert classes.outline(first, first.said[0]) == classes.outline(second, second.said[0])


def test_what_is_assumed_is_told_by_how_it_stands() -> None:
    holding, other = (
        features(said("If the courts are wet, does the club hold the tournament?")),
        features(said("If the courts are not wet, does the club hold the tournament?")),
    )
    assert holding.keys() & {"assumed: same", "assumed: other"} == {"assumed: same"}
    assert other.keys() & {"assumed: same", "assumed: other"} == {"assumed: other"}
