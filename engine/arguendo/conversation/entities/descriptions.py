"""Who is meant by `Ama's mother` or `the treasurer of the club`: told from the facts.

A template like *{parent} is {child}'s mother* tells that the noun after the possessive describes
the one by the other, and the facts of its predicate tell whom. A name like *Ama's younger brother*
tells it more closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import called, converse, steps_to, words_of
from arguendo.statements import Predicate, Statement

_IS = r"(?:is|was|\[is\|are\]|\[are\|is\])"
_OWNED = re.compile(rf"\{{(\w+)\}} {_IS} \{{(\w+)\}}'s ([a-z -]+)")
_OF = re.compile(rf"\{{(\w+)\}} {_IS} (?:the|an?) ([a-z -]+) of \{{(\w+)\}}")
_HEAD = re.compile(r"\{\w+\} is the [a-z -]+ of \{\w+\}")
_PERSON = "person"
OWNING = words_of("owning")
_FOND = tuple([stem(each)] for each in words_of("fond"))
_POINTING = words_of("pointing_at_kinds")
_LED = words_of("led")
MOST_BEFORE = 3
"""Names that *his* and *her* look back to."""
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

    def __init__(
        self,
        predicates: Iterable[Predicate],
        facts: Iterable[Statement],
        owned: Iterable[tuple[str, str, str]] = (),
    ) -> None:
        """Take the nouns of templates and whom they fit, and names that tell it themselves."""
        nouns: dict[str, set[tuple[tuple[str, ...], int]]] = {}
        for predicate in predicates:
            if len(predicate.slots) == 2:
                nouns[predicate.id] = {*_nouns(predicate), *_led(predicate)}
        self._meant: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for fact in facts:
            for noun, place in nouns.get(fact.predicate, ()):
                key = (noun, fact.arguments[1 - place])
                self._meant.setdefault(key, []).append(fact.arguments[place])
        named: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for owner, rest, entity in owned:
            named.setdefault((tuple(map(_stem, plain_words(rest))), owner), []).append(entity)
        self._meant |= named
        self._nouns = {noun for noun, _ in self._meant}
        self._begins = frozenset(noun[0] for noun in self._nouns if noun)

    def find(
        self, words: Sequence[str], mentions: Sequence[Mention], before: Sequence[Mention] = ()
    ) -> Iterator[Described]:
        """Find descriptions around the names of a text; `before` are names that went before it."""
        stems = [_stem(word) for word in words]
        if self._begins.isdisjoint(stems):
            return
        for mention in mentions:
            for start, end, noun in self._beside(stems, mention):
                yield from self._of(noun, mention, start, end)
        for place, word in enumerate(words):
            if word in OWNING:
                owners = [*before, *(m for m in mentions if m.end <= place)][::-1]
                yield from self._behind(stems, place, owners[:MOST_BEFORE])

    def meant(self, noun: str, owner: str) -> tuple[str, ...]:
        """Return who stands in a relation to somebody: his mother, or a brother by a parent."""
        steps = steps_to(noun)
        if steps is None:
            return tuple(dict.fromkeys(self._directly(noun, owner)))
        first, second = steps
        found = (e for each in self._directly(first, owner) for e in self._directly(second, each))
        return tuple(dict.fromkeys(each for each in found if each != owner))

    def child(self, noun: str, named: Sequence[str]) -> str | None:
        """Return who `the boy` is after some names: the one child of the last, or that one."""
        key = tuple(map(_stem, plain_words(noun)))
        for entity in reversed(named):
            meant = dict.fromkeys(self._meant.get((key, entity), ()))
            if meant:
                return next(iter(meant)) if len(meant) == 1 else None
            if any(entity in self._meant[key, owner] for k, owner in self._meant if k == key):
                return entity
        return None

    def _directly(self, noun: str, owner: str) -> Sequence[str]:
        return self._meant.get((tuple(map(_stem, plain_words(noun))), owner), ())

    def _of(
        self, noun: tuple[str, ...], mention: Mention, start: int, end: int
    ) -> Iterator[Described]:
        for owner in mention.entities:
            meant = tuple(dict.fromkeys(self._meant.get((noun, owner), ())))
            if 0 < len(meant) <= MOST_MEANT:
                yield Described(meant, owner, start, end)

    def _behind(
        self, stems: Sequence[str], place: int, owners: Sequence[Mention]
    ) -> Iterator[Described]:
        """Find the noun after *his* or *her*, with the last named before who has such a one."""
        begins = place + 1 + (stems[place + 1 : place + 2] in _FOND)
        for noun in self._nouns:
            end = begins + len(noun)
            if tuple(stems[begins:end]) == noun:
                found = (d for owner in owners for d in self._of(noun, owner, place, end))
                yield from islice(found, 1)

    def _beside(
        self, stems: Sequence[str], mention: Mention
    ) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Go through the nouns that stand after a name, or before it with *of*."""
        of = mention.start - 1
        if of > 0 and stems[of] in _POINTING:
            of -= 1
        begins = mention.end + (stems[mention.end : mention.end + 1] in _FOND)
        for noun in self._nouns:
            end = begins + len(noun)
            if tuple(stems[begins:end]) == noun:
                yield mention.start, end, noun
            start = of - len(noun)
            if start >= 0 and stems[of] == "of" and tuple(stems[start:of]) == noun:
                yield start, mention.end, noun


def _stem(word: str) -> str:
    """Return a word's stem; what only many are called is not one of them: `Ann's guys`."""
    return word if word in _LED else stem(word)


def _led(predicate: Predicate) -> Iterator[tuple[tuple[str, ...], int]]:
    """Go through what somebody's state or club is called who is *the* head of it: `Ann's lot`."""
    heads = ((place, slot.kinds) for place, slot in enumerate(predicate.slots))
    place = next((place for place, kinds in heads if kinds == (_PERSON,)), None)
    if place is None or predicate.slots[1 - place].kinds == (_PERSON,):
        return
    if any(_HEAD.fullmatch(text) for text in (predicate.says, *predicate.also)):
        yield from (((noun,), 1 - place) for noun in _LED)


def _nouns(predicate: Predicate) -> Iterator[tuple[tuple[str, ...], int]]:
    """Go through the nouns of a predicate's templates, with the place of who is described."""
    places = {slot.name: place for place, slot in enumerate(predicate.slots)}
    for text in (predicate.says, *predicate.also):
        owned, of = _OWNED.fullmatch(text), _OF.fullmatch(text)
        found = (owned[1], owned[3]) if owned else (of[1], of[2]) if of else None
        if found and found[0] in places:
            place, other = places[found[0]], converse(found[1])
            for noun in (found[1], *called(found[1])):
                yield tuple(map(_stem, plain_words(noun))), place
            for noun in (other, *called(other)) if other else ():
                yield (stem(noun),), 1 - place
