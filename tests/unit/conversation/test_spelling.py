from __future__ import annotations

import pytest

from arguendo.conversation.english.words import sentences
from arguendo.conversation.statements.index import index_of
from arguendo.conversation.statements.spelling import near, nearest, repaired
from tests.conversation.club import club


def test_two_slips_are_forgiven_in_long_words_only() -> None:
    known = ["tournament", "court"]
    assert nearest("turnamant", known) == "tournament"
    assert nearest("cuurd", known) == ""


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("sqeeze", "squeeze"),
        ("mroe", "more"),
        ("toppel", "topple"),
        ("courts", "court"),
        ("count", "court"),
    ],
)
def test_a_letter_more_less_other_or_swapped_is_one_slip(slip: str, word: str) -> None:
    assert [*near(slip, [word, "dry"], 1)] == [(word, 1)]


def test_two_pairs_swapped_are_two_slips() -> None:
    assert [*near("abdc", ["badc"], 1)] == []


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("availablle commaands", "available commands"),
        ("the paragrsph on the tournamnet", "paragraph on tournament"),
        ("wahts the reasonnig", "what is reasoning"),
        ("it doesmt pay", "it does not pay"),
        ("is annna a member", "is anna member"),
        ("annas fee, bnes fee", "annas fee bens fee"),
    ],
)
def test_words_of_plain_english_are_set_right_as_well(text: str, words: str) -> None:
    assert said(text) == words.split()


def test_english_words_that_nothing_knows_are_no_slips_of_others() -> None:
    assert said("the walls of the garden") == ["walls", "of", "garden"]


def test_names_begin_with_capitals_and_are_not_set_right_by_the_dictionary() -> None:
    assert said("does Marfe or Annna pay") == ["does", "marfe", "or", "anna", "pay"]
