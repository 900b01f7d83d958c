from __future__ import annotations

import pytest

from arguendo.conversation.index import index_of
from arguendo.conversation.spelling import nearest, one_slip, repaired
from arguendo.conversation.words import sentences
from tests.conversation.club import club


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("squeeze", "sqeeze", True),
        ("mroe", "more", True),
        ("topple", "toppel", True),
        ("court", "courts", True),
        ("court", "count", True),
        ("wet", "dry", False),
        ("abcd", "badc", False),
    ],
)
def test_one_slip(one: str, other: str, slip: bool) -> None:
    assert one_slip(one, other) is slip
    assert one_slip(other, one) is slip


def test_two_slips_are_forgiven_in_long_words_only() -> None:
    known = ["tournament", "court"]
    assert nearest("turnamant", known) == "tournament"
    assert nearest("cuurd", known) == ""


def said(text: str) -> list[str]:
    index = index_of(club().rulebase)
    return [w.text for s in repaired(sentences(text), index) for w in s.words]


def test_a_misspelt_word_becomes_one_that_the_rule_base_knows() -> None:
    assert said("is the tournamnet on") == ["is", "tournament", "on"]


def test_common_words_and_other_scripts_stay() -> None:
    assert said("a fellow in the count \u0442\u0443\u0440\u043d\u0438\u0440") == [
        "fellow",
        "in",
        "count",
        "\u0442\u0443\u0440\u043d\u0438\u0440",
    ]
