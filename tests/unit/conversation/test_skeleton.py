from __future__ import annotations

import pytest

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.signs.features import features
from arguendo.conversation.signs.skeleton import skeleton
from arguendo.conversation.state import State
from arguendo.conversation.statements.spelling import repaired
from arguendo.conversation.utterance import Utterance
from tests.conversation.club import club


def said(words: str) -> Utterance:
    context = Context(State(club()))
    return Utterance(context, repaired(sentences(words), context.index))


@pytest.mark.parametrize(
    ("words", "built"),
    [
        ("What depends on Ben's fee?", "what rest on @"),
        ("What does Ben's fee depend on?", "what do @ rest on"),
        ("How did Ben's fee come about?", "how did @ come"),
        ("How could one get to the tournament?", "how would something get to @"),
        ("And what, if anything, keeps Ben from it?", "and what , if something , block @ from it"),
    ],
)
def test_a_skeleton_keeps_who_depends_on_whom_and_what_is_asked(words: str, built: str) -> None:
    asked = said(words)
    assert " ".join(skeleton(asked, asked.said[0])) == built


@pytest.mark.parametrize(
    ("words", "presumed"),
    [
        ("Why are the courts wet?", "built: holds be why"),
        ("Why does Ben pay the fee?", "built: fails do why"),
    ],
)
def test_what_is_presumed_is_told_by_how_it_stands(words: str, presumed: str) -> None:
    assert presumed in features(said(words))
