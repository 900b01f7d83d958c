"""The parts of a text that could name the statement it asks about, each with what it counts.

The weights are fitted together with those of `traits` and `standing`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache
from math import exp
from typing import NamedTuple, TypeAlias

from arguendo.conversation import lexicon
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.segmentation.segments import clauses

SHORT = 6
"""How many words at most ask about what was said before them: `What stops it?`."""
MOST_CLAUSES = 5
LEAST_WORDS = 3
"""Words that a clause has at least to be looked at by itself."""

Piece: TypeAlias = tuple["Part", list[str], int]
"""What a piece is, its words, and which of them (a bit mask) only tell circumstances."""

MOST_IN_A_VERDICT = 12
"""Words of a question that only asks whether it is true what was told."""

_VERDICTS = words_of("verdicts")
_WHETHER = words_of("whether")
_POINTING = words_of("pointing")
_SUBORDINATING = words_of("subordinating")
_TIMES = words_of("times_told")
_EMBEDDING = words_of("embedding")
_TELLING_WHY = words_of("circumstantial")
_OPENING = words_of("opens_circumstances")
_ABOUT = words_of("as_for")
_ENDING = frozenset({",", ";", ":", "-"})


class Part(NamedTuple):
    """What a piece of text is within the whole, each from 0 to 1."""

    aside: float = 0.0
    """Whether it stands beside the sentence that asks."""
    clause: float = 0.0
    """Whether it is a part of its sentence."""
    last: float = 0.0
    """Whether it is the last clause of its sentence."""
    whole: float = 0.0
    """Whether it is all sentences together."""
    led: float = 0.0
    """Whether it is what the next sentence asks about."""
    main: float = 0.0
    """Whether it is what stands before *when*, *because*."""
    subordinate: float = 0.0
    """Whether it is what stands behind them."""
    embedded: float = 0.0
    """Whether it is what stands behind *that*, *whether*."""

    @property
    def weight(self) -> float:
        """What it counts."""
        return exp(sum(w * each for w, each in zip(_weights(), self, strict=True) if each))


@cache
def _weights() -> tuple[float, ...]:
    table = lexicon.read("ranking")["parts"]
    return tuple(float(table.get(name, 0.0)) for name in Part._fields)


def parts(
    said: Sequence[Sentence], taken: Container[tuple[int, int]], names: Names
) -> Iterator[Piece]:
    """Go through the pieces of a text; `taken` are words that tell what is wanted of it.

    With each come the places (a bit mask) of its words that only tell circumstances.
    """
    said = without_verdicts(said, names)
    asking = _asking(said)
    everything: list[str] = []
    for number, sentence in enumerate(said):
        if _is_bare(said, number):
            continue  # what else it says only tells why it is doubted
        framed = _framed(sentence)
        kept = tuple(
            word
            for place, word in enumerate(sentence.words)
            if (number, place) not in taken and place not in framed
        )
        everything += _texts(kept)
        aside = float(bool(asking) and number not in asking)
        found = clauses(kept, names)
        if _leads_on(said, number):
            yield Part(led=1.0), _texts(found[-1]) if found else [], 0
            aside = 1.0
        yield Part(aside), _texts(kept), circumstances(kept)
        if aside:
            continue  # what only stands beside the question is looked at as a whole
        if 1 < len(found) < MOST_CLAUSES:
            for place, clause in enumerate(found):
                if len(clause) >= LEAST_WORDS:
                    part = Part(0.0, 1.0, float(place == len(found) - 1))
                    yield part, _texts(clause), circumstances(clause)
        for clause in found:
            yield from _inside(clause, float(len(found) > 1))
    if len(said) > 1:
        yield Part(whole=1.0), everything, 0


def _asking(said: Sequence[Sentence]) -> set[int]:
    """Return the sentences that ask, by number; else the last that asks without a question mark.

    `All I want to know is whether she agreed.`
    """
    asking = {number for number, sentence in enumerate(said) if sentence.asks}
    if asking or len(said) < 2:
        return asking
    wondering = (n for n, each in enumerate(said) if any(w.text in _WHETHER for w in each.words))
    return {*list(wondering)[-1:]}


def without_verdicts(said: Sequence[Sentence], names: Names) -> Sequence[Sentence]:
    """Leave out what only asks whether it is true what was told: `Is he right, my neighbour?`."""
    if len(said) < 2 or any(_is_whole(each) for each in said if each.asks):
        return said
    return [each for each in said if not _is_verdict(each, names)] or said


def _is_whole(sentence: Sentence) -> bool:
    """Tell whether a sentence is too long for a mere verdict to be asked for."""
    return len(sentence) > MOST_IN_A_VERDICT


def _is_verdict(sentence: Sentence, names: Names) -> bool:
    """Tell whether a question has no words of its own but those that ask whether something is true.

    One more may say whose word it was: `is the boy mistaken?`.
    """
    words = [word.text for word in sentence.words]
    if not sentence.asks or _VERDICTS.isdisjoint(words) or names.find(words):
        return False
    small = word_lists().stop
    return sum(word not in small and word not in _VERDICTS for word in words) <= 1


def _inside(words: Sequence[Word], clause: float) -> Iterator[Piece]:
    """Cut a clause before *when*, *because*, and behind *that*, *whether*."""
    for place in range(1, len(words) - LEAST_WORDS):
        before, after = words[:place], words[place + 1 :]
        if words[place].text in _EMBEDDING:
            yield Part(0.0, clause, embedded=1.0), _texts(after), 0
        elif _subordinates(words, place) and len(before) >= LEAST_WORDS:
            behind = -1 if words[place].text in _TELLING_WHY else 0
            yield Part(0.0, clause, main=1.0), _texts(before), circumstances(before)
            yield Part(0.0, clause, subordinate=1.0), _texts(after), behind


def _subordinates(words: Sequence[Word], place: int) -> bool:
    """Tell whether a clause begins with *when*, *because*: *since birth* only tells a time."""
    following = words[place + 1].text if place + 1 < len(words) else ""
    return words[place].text in _SUBORDINATING and following not in _TIMES


def circumstances(words: Sequence[Word]) -> int:
    """Return the places (a bit mask) of words behind *because*, *when*, up to a comma."""
    found, behind = 0, False
    for place, word in enumerate(words):
        begins = not place or word.before in _ENDING
        if _opens(words, place, begins or (place == 1 and words[0].text in word_lists().stop)):
            behind = True
        elif begins:
            behind = False
        found |= behind << place
    return found


def _opens(words: Sequence[Word], place: int, begins: bool) -> bool:
    """Tell whether a word begins what only tells circumstances, as in `as regards` it does not."""
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or following.before or following.text in _ABOUT:
        return False
    return words[place].text in _TELLING_WHY or (begins and words[place].text in _OPENING)


def _leads_on(said: Sequence[Sentence], number: int) -> bool:
    """Tell whether the next sentence asks about the last thing said here: `What stops it?`."""
    if number + 1 >= len(said) or said[number].asks or not said[number + 1].asks:
        return False
    small = word_lists().stop
    following = _bare(said[number + 1].words)
    return (
        len(following) <= SHORT
        and any(word.text in _POINTING for word in following)
        and (sum(word.text not in small for word in following) <= 1)
    )


def _is_bare(said: Sequence[Sentence], number: int) -> bool:
    """Tell whether a sentence asks about the one before it by two or three small words alone."""
    words = said[number].words
    return number > 0 and _leads_on(said, number - 1) and len(_bare(words)) < len(words)


def _bare(words: Sequence[Word]) -> Sequence[Word]:
    """Return of `is it, with all that noise?` what asks; else all words.

    So `is it, in your view, the best way?` is without what stands between.
    """
    marks = [place for place, word in enumerate(words) if place and word.before]
    end, goes_on = (*marks, len(words), len(words))[:2]
    lists = word_lists()
    asks = 1 < end <= LEAST_WORDS and words[0].text in lists.auxiliaries
    small = all(word.text in lists.stop for word in words[:end])
    return (*words[:end], *words[goes_on:]) if asks and small else words


def _texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words]


def _framed(sentence: Sentence) -> set[int]:
    """Return the words that only frame a statement: `I keep hearing that`."""
    stems = [word.stem for word in sentence.words]
    return {place for cue in cues.group("frames", "words").find(stems) for place in cue.places}
