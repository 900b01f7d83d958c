"""Comparisons of ways to bring something about: `which is better for the summer cup: A or B?`.

Each way is a case of its own; what they are to be good for is supposed in none. Of three or more,
two at a time are asked back about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import MOST_ALTERNATIVES, Utterance
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

EACH = 3.0
"""The score from which on each of those that are compared is meant."""
SURE, UNSURE = 0.85, 0.5
_APART, _JOINED, _AIMS = words_of("ways_apart"), words_of("conjunction"), words_of("good_for")
_WITH_TO = _APART | {"to"}


@dataclass(frozen=True)
class _Piece:
    """Words between two borders."""

    words: tuple[Word, ...]
    before: str = ""
    """What stands before it: a mark, or the last of the words that ask for a comparison."""
    after: str = ""
    """The mark behind it; empty elsewhere, and at the end of a sentence."""

    @property
    def is_aim(self) -> bool:
        """Whether it tells what the ways are to be good for."""
        return bool(self.before) and self.words[0].text in _AIMS

    @property
    def leads_up(self) -> bool:
        """Whether it may only lead up to the ways: `three ways: …`, `what …`."""
        small = all(word.text in word_lists().stop for word in self.words)
        return small or (bool(self.before) and bool(self.after))


def compared(said: Utterance) -> Query | None:
    """Compare the ways that a text names, two at a time, where each can be supposed."""
    for borders in _borders(said):
        pieces = list(_pieces(said, borders))
        found = _ways(said, pieces)
        if found:
            return _two_at_a_time(said, found, pieces)
    return None


def is_half_read(said: Utterance) -> bool:
    """Tell whether a text compares a way that can be supposed with what is no way here."""
    known, small = said.context.index.vocabulary, word_lists().stop
    pieces = [p for p in _pieces(said, _APART) if not (p.is_aim or p.leads_up)]
    read = [bool(_way(said, piece)) for piece in pieces]
    spoken_of = any(
        word.stem in known and word.text not in small
        for piece, way in zip(pieces, read, strict=True)
        for word in piece.words
        if not way
    )
    return any(read) and spoken_of


def towards_all(said: Utterance) -> Query | None:
    """Offer what leads to the conclusion where ways are compared that nobody can suppose here.

    `What is better, by day or by night?`
    """
    words = [word for sentence in said.said for word in sentence.words]
    known, small = said.context.index.vocabulary, word_lists().stop
    spoken_of = any(word.stem in known and word.text not in small for word in words)
    goal = said.context.conclusion or main_conclusion(said.context.case)
    texts = {word.text for word in words}
    asks = texts & words_of("prefers") and texts & _APART
    if not (spoken_of and asks) or goal is None:
        return None
    return Query(Intent.WHAT_WOULD_IT_TAKE, goal, confidence=UNSURE, clarify=True)


def _borders(said: Utterance) -> Iterator[Collection[str]]:
    """Go through the words that may stand between ways, the likeliest first.

    A list with commas ends with *and*: `A, B and C`. Elsewhere *and* may join what is one way.
    """
    marked = [piece for piece in _pieces(said, ()) if not piece.is_aim and _way(said, piece)]
    both = (_APART, _APART | _JOINED)
    yield from reversed(both) if len(marked) > 1 else both
    yield _WITH_TO


def _pieces(said: Utterance, borders: Collection[str]) -> Iterator[_Piece]:
    """Cut a text at marks, at what asks for a comparison, and at some words."""
    cues = said.whole.wanted.places.get(Intent.COMPARE, set())
    for number, sentence in enumerate(said.said):
        words: list[Word] = []
        before = ""
        for place, word in enumerate(sentence.words):
            asks = word.text if (number, place) in cues and word.text not in borders else ""
            ends = asks or word.before
            if words and (ends or word.text in borders):
                yield _Piece(tuple(words), before, word.before)
                words = []
            if not words:
                before = ends or before
            if word.text in borders:
                before = ""
            elif not asks:
                words.append(word)
        if words:
            yield _Piece(tuple(words), before)


def _ways(said: Utterance, pieces: Sequence[_Piece]) -> list[Mapping[Statement, bool]]:
    """Return what each piece supposes; nothing where one supposes nothing, or what another does."""
    found: list[Mapping[Statement, bool]] = []
    for piece in pieces:
        way = {} if piece.is_aim else _way(said, piece)
        if not way and not (piece.is_aim or piece.leads_up):
            return []
        if any(way.keys() & other.keys() for other in found):
            return []
        found += [way] if way else []
    return found if len(found) > 1 else []


def _way(said: Utterance, piece: _Piece) -> Mapping[Statement, bool]:
    """Return what some words suppose, where that is for somebody to do or to happen."""
    assumed = read_assumptions(said.context, [piece.words])
    derived = any(map(said.context.is_derived, assumed.truth))
    return {} if derived or assumed.score < EACH else assumed.truth


def _two_at_a_time(
    said: Utterance, found: Sequence[Mapping[Statement, bool]], pieces: Sequence[_Piece]
) -> Query:
    goal = _aim(said, pieces, found)
    pairs = [
        Query(Intent.COMPARE, goal, cases=pair, confidence=SURE) for pair in combinations(found, 2)
    ]
    if len(pairs) == 1:
        return pairs[0]
    return replace(pairs[0], clarify=True, alternatives=tuple(pairs[1:MOST_ALTERNATIVES]))


def _aim(
    said: Utterance, pieces: Sequence[_Piece], found: Sequence[Mapping[Statement, bool]]
) -> Statement | None:
    """Return what the ways are to be good for: of what may be named what each of them bears on."""
    words = [word for piece in pieces if piece.is_aim for word in piece.words[1:]]
    if not words:
        return None
    named = replace(said, said=[Sentence(tuple(words), asks=True)], supposing=False)
    readings = named.wants(Intent.WHAT_WOULD_IT_TAKE).readings(Intent.WHAT_WOULD_IT_TAKE)
    named_so = [each.statement for each in readings]
    bears = (s for s in named_so if all(target.depends(said.context, way, s) for way in found))
    return next(bears, next(filter(said.context.is_derived, named_so), None))
