"""Who is meant by `Ama's mother` or `the treasurer of the club`: told from the facts.

A template like *{parent} is {child}'s mother* tells that the noun after the possessive describes
the one by the other, and the facts of its predicate tell whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from arguendo.conversation.lexicon import called
from arguendo.conversation.mentions import Mention
from arguendo.conversation.stems import stem
from arguendo.conversation.words import plain_words
from arguendo.statements import Predicate, Statement

_IS = r"(?:is|was|\[is\|are\]|\[are\|is\])"
_OWNED = re.compile(rf"\{{(\w+)\}} {_IS} \{{(\w+)\}}'s ([a-z -]+)")
_OF = re.compile(rf"\{{(\w+)\}} {_IS} (?:the|an?) ([a-z -]+) of \{{(\w+)\}}")
_OWNING = frozenset({"his", "her"})
MOST_MEANT = 2
"""More than these are not told apart by a description."""


class Described(NamedTuple):
    """Words that tell of something by something else that is named."""

    entities: tuple[str, ...]
    by: str
    start: int
    end: int


class Descriptions:
    """The descriptions that the facts of a rule base allow."""

    def __init__(self, predicates: Iterable[Predicate], facts: Iterable[Statement]) -> None:
        """Take the nouns of templates and whom they fit."""
        nouns: dict[str, set[tuple[tuple[str, ...], int]]] = {}
        for predicate in predicates:
            if len(predicate.slots) == 2:
                nouns[predicate.id] = set(_nouns(predicate))
        self._meant: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for fact in facts:
            for noun, place in nouns.get(fact.predicate, ()):
                key = (noun, fact.arguments[1 - place])
                self._meant.setdefault(key, []).append(fact.arguments[place])
        self._nouns = {noun for noun, _ in self._meant}

    def find(self, words: Sequence[str], mentions: Sequence[Mention]) -> Iterator[Described]:
        """Find descriptions around the names of a text."""
        if not self._nouns:
            return
        stems = [stem(word) for word in words]
        for mention in mentions:
            for start, end, noun in self._beside(stems, mention):
                yield from self._of(noun, mention, start, end)
        for mention, start, end, noun in self._behind(words, stems, mentions):
            yield from self._of(noun, mention, start, end)

    def _of(
        self, noun: tuple[str, ...], mention: Mention, start: int, end: int
    ) -> Iterator[Described]:
        for owner in mention.entities:
            meant = tuple(dict.fromkeys(self._meant.get((noun, owner), ())))
            if 0 < len(meant) <= MOST_MEANT:
                yield Described(meant, owner, start, end)

    def _behind(
        self, words: Sequence[str], stems: Sequence[str], mentions: Sequence[Mention]
    ) -> Iterator[tuple[Mention, int, int, tuple[str, ...]]]:
        """Go through nouns after *his* or *her*, each with whoever was named last before it."""
        for place, word in enumerate(words):
            before = [m for m in mentions if m.end <= place] if word in _OWNING else []
            for noun in self._nouns if before else ():
                end = place + 1 + len(noun)
                if tuple(stems[place + 1 : end]) == noun:
                    yield before[-1], place, end, noun

    def _beside(
        self, stems: Sequence[str], mention: Mention
    ) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Go through the nouns that stand after a name, or before it with *of*."""
        for noun in self._nouns:
            end = mention.end + len(noun)
            if tuple(stems[mention.end : end]) == noun:
                yield mention.start, end, noun
            start = mention.start - 1 - len(noun)
            of = start >= 0 and stems[mention.start - 1] == "of"
            if of and tuple(stems[start : mention.start - 1]) == noun:
                yield start, mention.end, noun


def _nouns(predicate: Predicate) -> Iterator[tuple[tuple[str, ...], int]]:
    """Go through the nouns of a predicate's templates, with the place of who is described."""
    places = {slot.name: place for place, slot in enumerate(predicate.slots)}
    for text in (predicate.says, *predicate.also):
        owned, of = _OWNED.fullmatch(text), _OF.fullmatch(text)
        found = (owned[1], owned[3]) if owned else (of[1], of[2]) if of else None
        if found and found[0] in places:
            for noun in (found[1], *called(found[1])):
                yield tuple(map(stem, plain_words(noun))), places[found[0]]
