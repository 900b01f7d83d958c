from __future__ import annotations

import pytest

from arguendo.conversation.english.words import sentences
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.segmentation.conditions import partings
from arguendo.conversation.segmentation.segments import take_apart
from arguendo.statements import Entity

NAMES = Names((Entity("anna", "Anna", "person"), Entity("ben", "Ben", "person")))


def ways(text: str) -> list[tuple[list[str], list[str]]]:
    return [
        (
            [" ".join(word.text for word in words) for words in parting.assumed],
            [" ".join(word.text for word in each.words) for each in parting.asked],
        )
        for parting in partings(take_apart(sentences(text), NAMES), NAMES)
    ]


@pytest.mark.parametrize(
    ("text", "assumed", "asked"),
    [
        ("Anna pays. Does Ben play?", "anna pays", "does ben play"),
        ("fee waived: does Ben play?", "fee waived", "does ben play"),
        ("no fee, Ben in?", "no fee", "ben in"),
        ("Ben out, the fee waived?", "fee waived", "ben out"),
        ("Does Ben play once Anna pays?", "anna pays", "does ben play"),
        ("Without the fee does Ben play?", "without fee", "does ben play"),
        ("Does Ben play, had Anna paid?", "had anna paid", "does ben play"),
        ("Would a pledge settle the match?", "would pledge", "settle match"),
        ("Would a heavy storm delay the match?", "heavy storm", "delay match"),
        ("Would the match survive a storm?", "storm", "would match"),
        ("Does it follow from a pledge that Ben plays?", "pledge", "ben plays"),
        ("Take away the fee and tell me whether Ben plays.", "take away fee and tell me", None),
        ("it is paid and is Ben in?", "it is paid", "is ben in"),
        ("Anna pays: consequences?", "anna pays", "consequences"),
        ("Anna pays fees effects", "anna pays fees", None),
    ],
)
def test_a_condition_is_parted_from_its_question(
    text: str, assumed: str, asked: str | None
) -> None:
    found = [way for way in ways(text) if way[0] == [assumed]]
    assert found
    assert asked is None or [asked] in [questions for _, questions in found]


def test_an_if_that_says_no_more_takes_up_what_was_said_before_it() -> None:
    assert ways("They say Anna pays. If she does not, does Ben play?")[0] == (
        ["not they say anna pays"],
        ["does ben play"],
    )


def test_what_follows_a_question_is_no_condition() -> None:
    told = [words for assumed, _ in ways("Does Ben play? Defend that.") for words in assumed]
    assert "defend that" not in told


def test_a_question_before_a_name_alone_is_no_condition() -> None:
    assert ["would they play"] not in [assumed for assumed, _ in ways("would they play, Anna?")]
