"""Which of the lexicon's meanings the words of a text carry, idioms before single words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import LEXICON, concepts, word_lists, words_of
from arguendo.keeping import kept

GAP = ".."
_DENIALS = words_of("denials")
"""An idiom that begins so is listed as the opposite of its rest."""
_BORDERS = frozenset(map(stem, words_of("conjunctions")))
"""A clause ends before them, and so does what may stand within an idiom."""
MOST_BETWEEN = 4
WIDER = "+"
"""What the names of the wider lexicon's meanings end in: they make no other meaning less sure."""


class Meaning(NamedTuple):
    """A meaning that some words of a text carry."""

    name: str
    sign: int
    """-1 when the words mean the opposite."""
    places: tuple[int, ...]
    """The words that carry it, gaps left out."""


class _Idiom(NamedTuple):
    parts: tuple[str, ...]
    name: str
    sign: int


class _Lexicon(NamedTuple):
    single: dict[str, tuple[tuple[str, int], ...]]
    idioms: dict[tuple[str, str], tuple[_Idiom, ...]]
    """By their first two stems; the second is empty when a gap follows the first."""


@cache
def _lexicon(wider: bool = False) -> _Lexicon:
    name = "wider-meanings" if wider else "meanings"
    return kept(name, LEXICON, partial(_read_lexicon, wider))


def _read_lexicon(wider: bool) -> _Lexicon:
    single: dict[str, dict[str, int]] = {}
    idioms: dict[tuple[str, str], list[_Idiom]] = {}
    for name, expressions in concepts(wider).items():
        for expression in expressions:
            sign = -1 if expression[0] == "-" else 1
            parts = _parts(expression.lstrip("-"))
            if len(parts) > 1 and parts[0] in _DENIALS:
                sign, parts = -sign, parts[1:]
                if len(parts) == 1 and parts[0] in word_lists().stop:
                    continue
            if len(parts) == 1:
                single.setdefault(parts[0], {}).setdefault(name, sign)
            elif parts:
                second = "" if parts[1] == GAP else parts[1]
                idioms.setdefault((parts[0], second), []).append(_Idiom(parts, name, sign))
    return _Lexicon(
        {word: tuple(meant.items()) for word, meant in single.items()},
        {words: tuple(found) for words, found in idioms.items()},
    )


def _parts(expression: str) -> tuple[str, ...]:
    """Take an expression apart into stems, possessives left out, gaps kept."""
    found: list[str] = []
    for piece in expression.replace(GAP, " .. ").split():
        if piece == GAP:
            found.append(GAP)
        else:
            found += [stem(w) for w in plain_words(piece) if w not in word_lists().possessives]
    return tuple(found)


def all_expressions(wider: bool = False) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return of each meaning the stems of every expression, gaps left out."""
    lexicon = _lexicon(wider)
    found: dict[str, list[tuple[str, ...]]] = {}
    for word, meant in lexicon.single.items():
        for name, _ in meant:
            found.setdefault(name, []).append((word,))
    for group in lexicon.idioms.values():
        for idiom in group:
            words = tuple(part for part in idiom.parts if part != GAP)
            found.setdefault(idiom.name, []).append(words)
    return {name: tuple(words) for name, words in found.items()}


@cache
def stems_known(wider: bool = False) -> frozenset[str]:
    """Return every stem of the lexicon's expressions."""
    lexicon = _lexicon(wider)
    inside = {part for group in lexicon.idioms.values() for idiom in group for part in idiom.parts}
    return frozenset(lexicon.single) | inside - {GAP}


def meanings(
    stems: Sequence[str], blank: frozenset[int] = frozenset(), wider: Collection[str] = ()
) -> list[Meaning]:
    """Find the meanings in a sequence of stems, and of the `wider` lexicon those that are named.

    `blank` are places that count as gaps only (possessives). Words of an idiom carry no meanings of
    their own beside it.
    """
    lexicon = _lexicon(bool(wider))
    found: list[Meaning] = []
    for start in range(len(stems)):
        for idiom in _beginning(lexicon.idioms, stems, start, blank):
            wanted = idiom.name[-1] != WIDER or idiom.name in wider
            places = _fit(idiom.parts, stems, start, blank) if wanted else ()
            if places:
                found.append(Meaning(idiom.name, idiom.sign, places))
    taken = {place for each in found if each.name[-1] != WIDER for place in each.places}
    if len(found) > 1:
        found = [meaning for meaning in found if not _within_longer(meaning, found)]
    for place, word in enumerate(stems):
        if place not in taken and word in lexicon.single:
            found += [
                Meaning(name, sign, (place,))
                for name, sign in lexicon.single[word]
                if name[-1] != WIDER or name in wider
            ]
    return found


def _beginning(
    idioms: Mapping[tuple[str, str], tuple[_Idiom, ...]],
    stems: Sequence[str],
    start: int,
    blank: frozenset[int],
) -> tuple[_Idiom, ...]:
    """Return the idioms that could begin at a word."""
    second = start + 1
    while second in blank:
        second += 1
    following = stems[second] if second < len(stems) else "."
    word = stems[start]
    return idioms.get((word, following), ()) + idioms.get((word, ""), ())


def _within_longer(one: Meaning, others: Sequence[Meaning]) -> bool:
    return any(set(one.places) < set(other.places) for other in others)


def _fit(
    parts: Sequence[str], stems: Sequence[str], start: int, blank: frozenset[int]
) -> tuple[int, ...]:
    """Return the places of an idiom that begins at a word; none when it does not fit."""
    places = [start]
    position, between = start + 1, 0
    for part in parts[1:]:
        if part == GAP:
            between = MOST_BETWEEN
            continue
        skipped = 0
        while position < len(stems) and stems[position] != part:
            if position not in blank:
                skipped += 1
            if skipped > between or stems[position] in _BORDERS:
                return ()
            position += 1
        if position >= len(stems):
            return ()
        places.append(position)
        position, between = position + 1, 0
    return tuple(places)
