"""What the sentences of a statement say, besides what fills their slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import word_lists

_SLOT = re.compile(r"\{[^}]*\}|[\[\]|]")


def unfilled(says: str) -> list[str]:
    """Return the words of a sentence besides what fills its slots, in all their forms."""
    return plain_words(_SLOT.sub(" ", says))


def words_of_template(says: str) -> frozenset[str]:
    """Return the stems of what a sentence says besides what fills its slots."""
    return frozenset(content(unfilled(says)))


def first_word(says: str) -> str:
    """Return the stem of the first word that says something besides what fills the slots."""
    return next(content(unfilled(says)), "")


def content(words: Iterable[str]) -> Iterator[str]:
    """Go through the stems of words that do more than build a sentence."""
    small = word_lists().stop
    return (stem(word) for word in words if word not in small)
