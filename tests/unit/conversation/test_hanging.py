from __future__ import annotations

import pytest

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.signs.features import features
from arguendo.conversation.state import State
from arguendo.conversation.statements.spelling import repaired
from arguendo.conversation.utterance import Utterance
from tests.conversation.club import club


def shown(words: str) -> set[str]:
    context = Context(State(club()))
    return {*features(Utterance(context, repaired(sentences(words), context.index)))}


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Does the club hold the tournament when the courts are dry?", "two: bears"),
        ("Does the club hold the tournament when the courts are dry?", "two: bears behind"),
        ("The courts are dry. Does the club hold the tournament?", "two: bears before"),
        ("The courts are dry. Does the club hold the tournament?", "two: bears fact otherwise"),
        ("Does Anna trust Ben when the courts are wet?", "two: apart"),
        ("Does the club hold the tournament?", "two: none"),
    ],
)
def test_of_two_statements_it_shows_which_hangs_on_which(words: str, seen: str) -> None:
    assert seen in shown(words)


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Ben pays the fee now. May Ben play?", "bears: declared bears open otherwise"),
        ("Anna trusts Ben. Does the club hold the tournament?", "bears: declared beside fact so"),
        (
            "If the courts are dry, does the club hold the tournament?",
            "bears: assumed bears derived otherwise",
        ),
        ("Ben pays the fee now. Does Ben pay the fee?", "bears: declared on nothing"),
    ],
)
def test_what_is_told_shows_whether_it_bears_on_what_is_asked(words: str, seen: str) -> None:
    assert seen in shown(words)


def test_nothing_told_bears_on_nothing() -> None:
    assert not any(each.startswith("bears: ") for each in shown("Are the courts wet?"))
