"""In which order, in which voice and in which part of a text something is said."""

from __future__ import annotations

import pytest

from arguendo.conversation.english.words import plain_words, sentences
from arguendo.conversation.segmentation.parts import Part, circumstances, parts
from arguendo.conversation.state import State
from arguendo.conversation.statements.analysis import analyse
from arguendo.conversation.statements.index import index_of
from arguendo.conversation.statements.order import is_reversed
from arguendo.conversation.statements.phrases import Phrase
from arguendo.conversation.understanding import understand
from tests.conversation.club import club

BY_NAME = Phrase("trusts", None, True, (1,), (), order=(("anna",), 1))
"""A phrase that has the name of the first argument and a slot for the second."""
BY_SLOTS = Phrase("trusts", None, True, (0, 1), (), order=(0, 1))
ARGUMENTS = ("anna", "ben")


@pytest.mark.parametrize("phrase", [BY_NAME, BY_SLOTS])
@pytest.mark.parametrize(
    ("passive", "starts", "reverse"),
    [
        (False, (0, 3), False),
        (False, (3, 0), True),
        (True, (3, 0), False),
        (True, (0, 3), True),
        (False, (0, None), False),
        (True, (None, 3), False),
    ],
)
def test_names_are_to_stand_as_in_the_phrase_and_the_other_way_round_in_the_passive(
    phrase: Phrase, passive: bool, starts: tuple[int | None, ...], reverse: bool
) -> None:
    assert is_reversed(phrase, passive, ARGUMENTS, starts) is reverse


def test_an_index_tells_in_which_order_a_phrase_has_its_slots() -> None:
    index = index_of(club().rulebase)
    phrases = map(index.phrase, range(index.first_thing))
    found = {phrase.order for phrase in phrases if phrase.target == "trusts"}
    assert found == {(0, 1)}


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("is Ben trusted by Anna", True),
        ("the fee paid on time by Ben", True),
        ("was the fee taken by Ben", True),
        ("does Anna trust Ben", False),
        ("Anna trusted Ben by June", False),
        ("is the club by Ben", False),
    ],
)
def test_who_acts_stands_behind_by_in_the_passive(text: str, passive: bool) -> None:
    names = index_of(club().rulebase).names
    assert analyse(plain_words(text), names).passive is passive


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("does Anna trust Ben?", "trusts(anna, ben)"),
        ("is Ben trusted by Anna?", "trusts(anna, ben)"),
        ("is Anna trusted by Ben?", "trusts(ben, anna)"),
    ],
)
def test_the_voice_tells_who_does_it(text: str, key: str) -> None:
    query = understand(State(club()), text)
    assert query.statement is not None
    assert query.statement.key == key


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("does the club stay open when Ben pays it", Part(main=1.0), "does club stay open"),
        ("does the club stay open when Ben pays it", Part(subordinate=1.0), "ben pays it"),
        ("is it certain that Ben pays the fee", Part(embedded=1.0), "ben pays fee"),
        ("The courts are wet. Who minds?", Part(aside=1.0), "courts are wet"),
        ("Ben pays the club, does it hold", Part(clause=1.0, last=1.0), "does it hold"),
    ],
)
def test_the_parts_of_a_sentence_are_looked_at_by_themselves(
    text: str, part: Part, words: str
) -> None:
    names = index_of(club().rulebase).names
    found = [piece[:2] for piece in parts(sentences(text), frozenset(), names)]
    assert (part, words.split()) in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("will Ben pay, seeing that it rains, or not", "seeing that it rains"),
        ("Ben pays because it rains", "because it rains"),
        ("with Ben away the club opens", "with ben away club opens"),
        ("playing with Ben is fun", ""),
        ("as regards Ben he pays", ""),
    ],
)
def test_circumstances_reach_to_the_next_comma(text: str, told: str) -> None:
    words = sentences(text)[0].words
    places = circumstances(words)
    assert [w.text for n, w in enumerate(words) if places >> n & 1] == told.split()


def test_an_idiom_is_known_by_its_words_as_well_as_by_its_meaning() -> None:
    names = index_of(club().rulebase).names
    one, other = (analyse(plain_words(t), names) for t in ("they crack down", "they clamp down"))
    here = {f for unit in one.units for f in unit.features if len(unit.places) > 1}
    there = {f for unit in other.units for f in unit.features if len(unit.places) > 1}
    assert "crack down" in here - there
    assert any(feature[0] == "*" for feature in here & there)
