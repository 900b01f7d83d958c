"""How the last answer is to be told: `shorter`, `in full`, `in plain words`, `like I am twelve`."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.english import numerals, sayings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.inquiry.query import Manner

_MANNERS = (Manner.BRIEF, Manner.FULL, Manner.AGAIN, Manner.SURE)


def manner_in(words: Sequence[str]) -> Manner | None:
    """Return the manner that some words ask for and nothing else; simply is briefly."""
    found = (each for each in _MANNERS if sayings.is_one(words, "manner", each.value))
    return next(found, Manner.BRIEF if _is_plainly(words) else None)


def explains(words: Sequence[str]) -> bool:
    """Tell whether words ask for no more than reasons that are easy to follow."""
    return _is_plainly(words) and not words_of("explaining").isdisjoint(words)


def _is_plainly(words: Sequence[str]) -> bool:
    found = cues.group("manner", "plainly").find([stem(word) for word in words])
    taken = {place for cue in found for place in cue.places}
    rest = [word for place, word in enumerate(words) if place not in taken]
    return bool(taken) and all(map(_says_nothing, rest))


def _says_nothing(word: str) -> bool:
    small = word_lists().stop | sayings.of_words("fillers") | words_of("explaining")
    told_to = words_of("easily_told") | words_of("spans")
    return word in small | told_to or word.isdecimal() or bool(numerals.small(word))
