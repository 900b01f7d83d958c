"""Short turns understood by their whole text: courtesies, `and then?`, `shorter, please`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from arguendo.conversation import lexicon
from arguendo.conversation.english.words import plain_words

MOST_WORDS = 10
"""Longer texts are no sayings."""
MOST_CHARACTERS = 120


def words_in(text: str) -> tuple[str, ...]:
    """Return the plain words of a short text; none of a long one."""
    if len(text) > MOST_CHARACTERS:
        return ()
    found = tuple(plain_words(text))
    return found if len(found) <= MOST_WORDS else ()


def is_one(words: Sequence[str], section: str, name: str) -> bool:
    """Tell whether words are a saying of a group, fillers around it aside."""
    known = of(section, name)
    return bool(words) and any(each in known for each in _bared(tuple(words)))


def are_some(words: Sequence[str], section: str, name: str) -> bool:
    """Tell whether words are nothing but sayings of a group, one after another, and fillers."""
    known, fillers = of(section, name), of_words("fillers")
    place, met = 0, False
    while place < len(words):
        ends = range(len(words), place, -1)
        end = next((end for end in ends if tuple(words[place:end]) in known), None)
        if end is None and words[place] not in fillers:
            return False
        met = met or end is not None
        place = end or place + 1
    return met


@cache
def of(section: str, name: str) -> frozenset[tuple[str, ...]]:
    """Return the sayings of a group, as words."""
    sayings = lexicon.listed(_table()[section][name])
    return frozenset(tuple(plain_words(each)) for each in sayings) - {()}


@cache
def of_words(section: str) -> frozenset[str]:
    """Return the single words of a section."""
    return single(section, "words")


@cache
def single(section: str, name: str) -> frozenset[str]:
    """Return the single words of a group of a section."""
    return frozenset(words[0] for words in of(section, name) if len(words) == 1)


def _bared(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return words with and without the fillers before and after them, the whole text first."""
    fillers = of_words("fillers")
    start = next((place for place, word in enumerate(words) if word not in fillers), len(words))
    end = next(
        (place for place in range(len(words), start, -1) if words[place - 1] not in fillers), start
    )
    return [words, words[start:], words[:end], words[start:end]]


@cache
def _table() -> dict[str, dict[str, str]]:
    return lexicon.read("turns")
