"""Turns of phrase found in a text: the lexicon's cues, told by their words in any form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, product
from typing import NamedTuple, TypeAlias

from arguendo.conversation import lexicon
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import words_of
from arguendo.keeping import kept

GAP = ".."
EITHER, NOTHING = "|", "-"
MOST_REMEMBERED = 64
"""Sentences of which the cues found are remembered, since readers look for the same ones."""
MOST_BETWEEN = 14
ENTITY = "@"
_MARKS = ("^", "$", GAP, ENTITY)
"""Parts that are no words."""
_POINTERS = words_of("pointers")


class Cue(NamedTuple):
    """A turn of phrase: its parts, the group it speaks for, and how much."""

    parts: tuple[str, ...]
    group: str
    weight: float

    @property
    def words(self) -> frozenset[str]:
        """The stems without which it is not there."""
        return frozenset(self.parts).difference(_MARKS)


class Found(NamedTuple):
    """A cue found in a text."""

    group: str
    weight: float
    places: tuple[int, ...]
    """The words that it takes, gaps left out."""

    @property
    def start(self) -> int:
        """Its first word."""
        return self.places[0]

    @property
    def end(self) -> int:
        """The place after its last word."""
        return self.places[-1] + 1


class Cues:
    """Cues of several groups, by their first part."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        """Index the cues."""
        self._found: dict[tuple[tuple[str, ...], tuple[Mention, ...]], list[Found]] = {}
        self._by_first: dict[str, list[tuple[frozenset[str], Cue]]] = {}
        for cue in cues:
            first = cue.parts[1] if cue.parts[0] == "^" else cue.parts[0]
            self._by_first.setdefault(first, []).append((cue.words, cue))

    def find(self, stems: Sequence[str], mentions: Sequence[Mention] = ()) -> list[Found]:
        """Find every cue in a sentence; of those within one another only the longest."""
        key = (tuple(stems), tuple(mentions))
        if key not in self._found:
            if len(self._found) >= MOST_REMEMBERED:
                self._found.clear()
            self._found[key] = self._longest(stems, mentions)
        return self._found[key]

    def _longest(self, stems: Sequence[str], mentions: Sequence[Mention]) -> list[Found]:
        found = list(self._all(stems, {mention.start: mention.end for mention in mentions}))
        return [one for one in found if not any(set(one.places) < set(o.places) for o in found)]

    def _all(self, stems: Sequence[str], ends: Mapping[int, int]) -> Iterator[Found]:
        there = frozenset(stems)
        for start, word in enumerate(stems):
            cues = self._by_first.get(word, ())
            if start in ends or word in _POINTERS:
                cues = [*cues, *self._by_first.get(ENTITY, ())]
            for asked, cue in cues:
                places = _fit(cue.parts, stems, start, ends) if asked <= there else ()
                if places:
                    yield Found(cue.group, cue.weight, places)


def _fit(
    parts: Sequence[str], stems: Sequence[str], start: int, ends: Mapping[int, int]
) -> tuple[int, ...]:
    """Return the words that a cue takes when it begins at a word; none when it does not fit."""
    rest = list(parts)
    if rest[0] == "^":
        if start:
            return ()
        rest.pop(0)
    places: list[int] = []
    position, slack = start, 0
    for part in rest:
        if part == "$":
            return tuple(places) if position == len(stems) else ()
        if part == GAP:
            slack = MOST_BETWEEN
            continue
        found = _next(part, stems, position, slack, ends)
        if found is None:
            return ()
        places += [] if part == ENTITY else [found]
        position = ends.get(found, found + 1) if part == ENTITY else found + 1
        slack = 0
    return tuple(places)


def _next(
    part: str, stems: Sequence[str], position: int, slack: int, ends: Mapping[int, int]
) -> int | None:
    """Return the place of a part, with words passed over before it; None when it is not there."""
    last = min(len(stems), position + slack + 1)
    while last < len(stems) and stems[last - 1] in _passed_over() and last > position:
        last += 1
    for place in range(position, last):
        if part == ENTITY:
            if place in ends or stems[place] in _POINTERS:
                return place
        elif stems[place] == part:
            return place
    return None


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(map(stem, words_of("passed_over")))


def parse(text: str, group: str, weight: float = 1.0) -> list[Cue]:
    """Read a comma-separated list of cues; `can|could` is either word, `-|still` it or none."""
    cues: list[Cue] = []
    for expression in chain.from_iterable(map(_each, lexicon.listed(text))):
        parts: list[str] = []
        for piece in expression.split():
            if piece in _MARKS:
                parts.append(piece)
            else:
                parts += [stem(word) for word in plain_words(piece)]
        if any(part not in ("^", "$", GAP) for part in parts):
            cues.append(Cue(tuple(parts), group, weight))
    return cues


def _each(expression: str) -> Iterator[str]:
    """Go through the expressions that one with alternatives stands for."""
    for chosen in product(*(piece.split(EITHER) for piece in expression.split())):
        yield " ".join(piece for piece in chosen if piece != NOTHING)


Table: TypeAlias = "dict[str, dict[str, list[Cue]]]"
"""Section and entry of the lexicon's file to the cues that stand there."""

_STRENGTHS = {"strong": 3.0, "medium": 2.0, "weak": 1.0}


@cache
def _table() -> Table:
    return kept("cues", lexicon.LEXICON, _read_table)


def _read_table() -> Table:
    found: Table = {}
    for section, entries in lexicon.cues().items():
        table = found[section] = {}
        for name, entry in entries.items():
            if section == "intents":
                table[name] = [c for s, w in _STRENGTHS.items() for c in parse(entry[s], name, w)]
            elif isinstance(entry, dict):
                table.update({each: parse(text, each) for each, text in entry.items()})
            elif section != "retract" or name != "ordinals":
                table[name] = parse(entry, name)
    return found


@cache
def group(section: str, *names: str) -> Cues:
    """Return the cues of some entries of a section, each entry a group of its own."""
    table = _table()[section]
    return Cues(cue for name in names or table for cue in table[name])


@cache
def parts(section: str) -> frozenset[str]:
    """Return the stems of all words in the cues of a section."""
    found = (cue for each in _table()[section].values() for cue in each)
    return frozenset(part for cue in found for part in cue.parts if part.isalnum())


@cache
def intents() -> Cues:
    """Return the cues of all intents; a strong one weighs 3, a medium one 2, a weak one 1."""
    return group("intents")


@cache
def listings() -> Cues:
    """Return the nouns that name what can be listed."""
    return group("listing", *lexicon.LISTINGS)


@cache
def listing_orders() -> Cues:
    """Return the words that ask for a list."""
    return group("listing", "orders")
