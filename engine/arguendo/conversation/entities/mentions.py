"""Entities that a text names, and those that stand for one another (a leader for a state)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import called, words_of
from arguendo.statements import Entity

DIRECT = 1.0
STANDS_FOR = 0.6
"""How well the thing named in one's name fits: for `Welsh rarebit`, Wales."""
STOOD_FOR = 0.4
"""How well an entity fits that has the one named in its name."""


_LETTING, _BIDDEN = words_of("letting"), words_of("told_to")

MOST_REMEMBERED = 64
"""Texts of which the names found are remembered, since readers look for them again and again."""


class Mention(NamedTuple):
    """Some words that name an entity, or several that are called alike."""

    entities: tuple[str, ...]
    start: int
    end: int
    proper: bool = True
    """Whether it is written with a capital; *talks* and *war* are not."""

    @property
    def mask(self) -> int:
        """The places of its words as a bit mask."""
        return (1 << self.end) - (1 << self.start)


class Names:
    """All names of a rule base's entities, by their first word, longest first."""

    def __init__(self, entities: Iterable[Entity], lent: Collection[str] = ()) -> None:
        """Take the names, aliases and ids; those `lent` to sentences are no more than a word."""
        self.kinds = {entity.id: entity.kind for entity in entities}
        self.people = frozenset(entity.id for entity in entities if entity.is_person)
        """Those who are someone rather than something, whatever their kind."""
        self.members = {entity.id: entity.members for entity in entities if entity.members}
        self._names: dict[tuple[str, ...], list[str]] = {}
        self._proper: set[tuple[str, ...]] = set()
        self._written: dict[tuple[str, ...], str] = {}
        self._owners: dict[tuple[str, ...], tuple[int, int]] = {}
        for entity in entities:
            own = () if entity.id in lent else (entity.id.replace("_", " "),)
            for written in (entity.name, *entity.aliases, *own):
                for name in _put_otherwise(written):
                    self._add(name, entity.id)
                    owner, owned, thing = name.partition("'s ")
                    if owned:
                        self._add(f"{thing} of {owner}", entity.id)
                        self._add_owner(owner, thing)
        self.near = self._near()
        self._add_owners_names()
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(self._names, key=len, reverse=True):
            self._by_first.setdefault(words[0], []).append(words)
        self.pairs = frozenset(words[:2] for words in self._names if len(words) > 1)
        self.words = frozenset(word for words in self._names for word in words)
        self._found: dict[tuple[str, ...], list[Mention]] = {}
        self.wider: frozenset[str] = frozenset()
        """The meanings of the wider lexicon by which what is said of them is matched."""
        self.told: frozenset[str] = frozenset()
        """The stems of the words by which it is told: they need no wider meaning in a text."""

    def _add(self, name: str, entity: str) -> None:
        words = tuple(plain_words(name))
        self._written.setdefault(words, name)
        if not words:
            return
        ids = self._names.setdefault(words, [])
        if entity not in ids:
            ids.append(entity)
        if any(c.isupper() for c in name):
            self._proper.add(words)

    def _add_owner(self, owner: str, thing: str) -> None:
        """Note where another is named in a name that tells whose one is."""
        first, rest = tuple(plain_words(owner)), tuple(plain_words(thing))
        self._owners[first + rest] = 0, len(first)
        self._owners[(*rest, "of", *first)] = len(rest) + 1, len(rest) + 1 + len(first)

    def _add_owners_names(self) -> None:
        """Call people named by a state or a body by all names of that: *America's envoy*.

        He is the envoy of the Americans as well.
        """
        called_by: dict[str, list[tuple[str, ...]]] = {}
        for words, (entity, *others) in self._names.items():
            if not others and words in self._proper and entity not in self.people:
                called_by.setdefault(entity, []).append(words)
        for words, entities in [*self._names.items()]:
            begins, ends = self._owners.get(words, (0, 0))
            if begins or not ends or entities[0] not in self.people:
                continue
            thing = words[ends:]
            for owner in self._names.get(words[:ends], ()):
                for other in called_by.get(owner, ()):
                    self._add_also((*other, *thing), entities)
                    self._add_also((*thing, "of", *other), entities)

    def _add_also(self, words: tuple[str, ...], entities: list[str]) -> None:
        """Add a name that nobody wrote down."""
        if words not in self._names:
            self._names[words], self._written[words] = entities, " ".join(words)
            self._proper.add(words)

    def aliases(self) -> Iterable[tuple[tuple[str, ...], list[str]]]:
        """Go through the names, as words, with the entities called so."""
        return self._names.items()

    def owned(self) -> Iterator[tuple[str, str, str]]:
        """Go through names like `Ann's younger son`: who is named in it, the rest, and whose."""
        for words, entities in self._names.items():
            owner, apart, rest = self._written[words].partition("'s ")
            for other in self._names.get(tuple(plain_words(owner)), ()) if apart else ():
                yield from ((other, rest, entity) for entity in entities if entity != other)

    def of(self, entity: str) -> Iterable[tuple[str, ...]]:
        """Return the names of an entity, as words."""
        return (words for words, entities in self._names.items() if entity in entities)

    def find(self, words: Sequence[str]) -> list[Mention]:
        """Find the names in a text from left to right, the longest at each place."""
        key = tuple(words)
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= MOST_REMEMBERED:
                self._found.clear()
            found = self._found[key] = self._all(key)
        return [*found]

    def _all(self, words: tuple[str, ...]) -> list[Mention]:
        found: list[Mention] = []
        position = 0
        while position < len(words):
            word = words[position]
            begins = word in self._by_first or word[-1] == "s"
            mention = self._at(words, position) if begins else None
            if mention:
                found.append(mention)
                position = mention.end
            else:
                position += 1
        return [self._told(words, mention, found) for mention in found]

    def _told(self, words: Sequence[str], mention: Mention, found: Sequence[Mention]) -> Mention:
        """Take of `Ben is Ann's son` Ann alone: whose Ben is, is what is told of him."""
        place = self._owners.get(tuple(words[mention.start : mention.end]))
        if place is None or not any(mention.entities == m.entities for m in found if m != mention):
            return mention
        start, end = mention.start + place[0], mention.start + place[1]
        owner = self._names.get(tuple(words[start:end]))
        return Mention(tuple(owner), start, end) if owner else mention

    def _at(self, words: Sequence[str], start: int) -> Mention | None:
        first = words[start]
        if first in _BIDDEN and start and words[start - 1] in _LETTING:
            return None  # `let us stay with Ann`
        for name in self._by_first.get(first, ()):
            if self._fits(name, words, start):
                entities = tuple(self._names[name])
                return Mention(entities, start, start + len(name), name in self._proper)
        if first.endswith("s") and (first[:-1],) in self._proper:
            return Mention(tuple(self._names[first[:-1],]), start, start + 1)
        return None

    def _fits(self, name: tuple[str, ...], words: Sequence[str], start: int) -> bool:
        if len(name) == 1:
            return words[start] == name[0]
        there = tuple(words[start : start + len(name)])
        if there == name:
            return True
        return len(there) == len(name) and there[:-1] == name[:-1] and there[-1] == name[-1] + "s"

    def _near(self) -> dict[str, dict[str, float]]:
        """Tell for each entity which others its name stands for, and how well."""
        found: dict[str, dict[str, float]] = {}
        for name, owners in self._names.items():
            for start in range(len(name)):
                for end in range(start + 1, len(name) + 1):
                    inner = name[start:end]
                    if len(inner) == len(name) or inner not in self._proper:
                        continue
                    if self._written[inner] not in self._written[name]:
                        continue
                    self._relate(owners, self._names[inner], found)
        return found

    def _relate(
        self, owners: Sequence[str], inner: Sequence[str], found: dict[str, dict[str, float]]
    ) -> None:
        for owner in owners:
            for other in inner:
                if other != owner and self.kinds[other] != self.kinds[owner]:
                    here, there = found.setdefault(owner, {}), found.setdefault(other, {})
                    here[other] = max(here.get(other, 0.0), STANDS_FOR)
                    there[owner] = max(there.get(owner, 0.0), STOOD_FOR)

    def evidence(self, mentions: Iterable[Mention], quality: float = DIRECT) -> dict[str, float]:
        """Tell how well mentions speak for each entity: those named, their members, those near."""
        found: dict[str, float] = {}
        for mention in mentions:
            for entity in mention.entities:
                _raise(found, entity, quality)
                for member in self.members.get(entity, ()):
                    _raise(found, member, 0.9 * quality)
                for other, weight in self.near.get(entity, {}).items():
                    _raise(found, other, weight * quality)
        return found


def _put_otherwise(name: str) -> Iterator[str]:
    """Go through the ways to write a name that tells of a relative: *Ann's son*, *Ann's boy*.

    The word that tells it stands last, or before what tells more: *the boy from Fiji*.
    """
    yield name
    words = name.split()
    ends = words_of("tells_more")
    head = next((p for p, word in enumerate(words) if word in ends), len(words)) - 1
    if head > 0 or (head == 0 and len(words) > 1):
        before, after = words[:head], words[head + 1 :]
        yield from (" ".join((*before, other, *after)) for other in called(words[head]))


def _raise(found: dict[str, float], entity: str, weight: float) -> None:
    if weight > found.get(entity, 0.0):
        found[entity] = weight
