"""Conditions that no *if* opens: where a text that is known to suppose something may be parted.

People name a condition before its question, in a sentence of its own (`Anna pays. Is Ben in?`), as
what brings something about (`would a pledge settle that?`), or behind a word that only may begin
one (`is Ben in once Anna pays?`). Each way to part a text is worth a try only when supposing is
likeliest; which of them is right is told by what can be read from the pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.segmentation.segments import Parts

MOST_TRIED = 5
"""Ways to part one text that are tried."""
MOST_SURMISED = 3
"""The same where what is assumed must be surmised."""
MOST_ELLIPTICAL = 6
"""Words of a condition that only takes up what was said before it."""
MOST_ADDED = 3
"""Words that only add to a question: `would they dare, the players`."""
LEAST_ASKED = 2
"""Words at which a question may stand behind its condition without a mark between them."""
MOST_BEFORE = 3
"""Words that may stand before the word that asks: `on what footing could …`."""
_AUXILIARIES = words_of("auxiliaries")
_QUESTION_WORDS = words_of("open_questions")
_TAKING_UP = word_lists().stop | word_lists().negation
_SUPPOSING = words_of("inverted")
_ASKING = words_of("begins_question") - _SUPPOSING
_FORMS = frozenset(map(stem, _SUPPOSING))
_EMBEDDED = _QUESTION_WORDS | words_of("whether")
_SUBJECTS = words_of("subjects")
_SPEAKING = words_of("pronouns")
_JOINTS = words_of("joints") | words_of("concluding")
_CAUSING = words_of("causing")
MOST_CAUSING = 4
"""Words that may name what brings something about."""
_KEPT = ("denies",)
"""Groups of words that begin a condition and belong to it: `without Anna`."""


class Parting(NamedTuple):
    """One way to part a text."""

    assumed: tuple[tuple[Word, ...], ...]
    asked: tuple[Sentence, ...]
    plain: bool = False
    """Whether the text itself parts them; else what is asked must hang on what is assumed."""


def partings(parts: Parts, names: Names) -> Iterator[Parting]:
    """Go through the ways to part a text in which nothing opens an assumption that can be read."""
    if parts.assumed:
        yield from _opened(parts, names)
        return
    asked = [each for each in parts.rest if each.asks]
    last = asked[-1] if asked else next(iter(parts.rest[-1:]), None)
    before = parts.rest if parts.open_end or last is None else parts.rest[: parts.rest.index(last)]
    plain = [each.words for each in before if not each.asks]
    told = (*parts.declared, *plain)
    if last is not None and len(last) <= MOST_ADDED:
        told = tuple(words for words in told if not _asks(words))
    if told:
        later = () if parts.open_end and not asked else tuple(asked) or (last,)
        yield Parting(told, tuple(each for each in later if each), plain=True)
    if last is None:
        return
    if len(asked) > 1:
        yield Parting((*told, *(each.words for each in asked[:-1])), (last,))
    if parts.declared and len(last) > 1:
        yield Parting((*plain, last.words), _sentences(parts.declared[-1]))
    for words, question in _within(last, names):
        yield Parting((*told, words), question)


def at_marks(parts: Parts) -> Iterator[Parting]:
    """Go through the ways to part a text at a mark of its last sentence, from the last on."""
    if parts.assumed or not parts.rest:
        return
    words = parts.rest[-1].words
    told = (*parts.declared, *(each.words for each in parts.rest[:-1]))
    for place in range(len(words) - 1, 0, -1):
        if words[place].before:
            yield Parting((*told, words[:place]), _sentences(words[place:]))
            yield Parting((*told, words[place:]), _sentences(words[:place]))


def _asks(words: Sequence[Word]) -> bool:
    """Tell whether a piece asks by the order of its words; `had she …` may suppose as well."""
    return bool(words) and words[0].text in _ASKING


def _opened(parts: Parts, names: Names) -> Iterator[Parting]:
    """Go through other ways to part a text in which something opens an assumption."""
    asked = tuple([each for each in parts.rest if each.asks] or parts.rest[-1:])
    told = [*parts.declared, *(each.words for each in parts.rest if each not in asked)]
    told += [each.words for each in asked[:-1]]
    *assumed, last = parts.assumed
    if _is_elliptical(last) and told:
        denied = [word for word in last if word.text in word_lists().negation]
        yield Parting((*assumed, (*denied, *told[-1])), asked[-1:], plain=True)
    yield Parting(tuple(parts.assumed), asked, plain=True)
    if told:
        yield Parting((*parts.assumed, *told), asked[-1:])
    if len(asked) < LEAST_ASKED:
        words = (*last, *(word for each in asked for word in each.words))
        starts = {mention.start for mention in names.find([word.text for word in words])}
        for place in range(LEAST_ASKED, len(words) - 1):
            asks = words[place].text in _AUXILIARIES or words[place].before
            if asks and (place + 1 in starts or place != len(last)):
                yield Parting((*assumed, words[:place]), _sentences(words[place:]))


def _is_elliptical(words: Sequence[Word]) -> bool:
    """Tell whether a condition only takes up what was said before it: `if they are`."""
    return len(words) <= MOST_ELLIPTICAL and all(word.text in _TAKING_UP for word in words)


def _within(
    sentence: Sentence, names: Names
) -> Iterator[tuple[tuple[Word, ...], tuple[Sentence, ...]]]:
    """Go through the ways to part a sentence."""
    words = sentence.words
    starts = {mention.start for mention in names.find([word.text for word in words])}
    for assumed, asked in (
        *_tailed(words),
        *_marked(words, starts),
        *_turned(words, starts),
        *_brought(words),
        *_caused(words, starts),
    ):
        if assumed:
            yield assumed, _sentences(asked)


def _sentences(words: Sequence[Word]) -> tuple[Sentence, ...]:
    return (Sentence(tuple(words), asks=True),) if words else ()


_Pair = tuple[tuple[Word, ...], tuple[Word, ...]]


def _tailed(words: Sequence[Word]) -> Iterator[_Pair]:
    """Cut off what asks for whatever follows: `Anna pays: effects`."""
    stems = [word.stem for word in words]
    for cue in cues.group("conditions", "tails").find(stems):
        if cue.end == len(words) and cue.start:
            yield tuple(words[: cue.start]), ()


def _turned(words: Sequence[Word], starts: set[int]) -> Iterator[_Pair]:
    """Cut before a question that follows without a mark: `she pays and is he in?`."""
    for place in range(len(words) - 2, LEAST_ASKED - 1, -1):
        following = place + 1 in starts or words[place + 1].text in _SUBJECTS
        asks = words[place].text in _AUXILIARIES and following
        asks = asks and words[place - 1].text not in _SPEAKING
        if asks or words[place].text in _EMBEDDED:
            end = place - (words[place - 1].text in _JOINTS)
            yield tuple(words[:end]), tuple(words[place:])


def _marked(words: Sequence[Word], starts: set[int]) -> Iterator[_Pair]:
    """Cut at a word that may begin a condition, before the question or behind it."""
    stems = [word.stem for word in words]
    for cue in cues.group("conditions", "begins", "denies").find(stems):
        begin = cue.start if cue.group in _KEPT or words[cue.start].text in _SUPPOSING else cue.end
        if words[cue.start].stem in _FORMS and words[cue.start].text not in _SUPPOSING:
            continue
        lead = words[: cue.start]
        if all(word.text in word_lists().stop for word in lead) and len(lead) < LEAST_ASKED:
            end = _question(words, cue.end + 1, starts)
            if end is not None:
                yield tuple(words[begin:end]), tuple(words[end:])
        else:
            yield tuple(words[begin:]), tuple(lead)


def _question(words: Sequence[Word], start: int, starts: set[int]) -> int | None:
    """Return where the question begins behind a condition that opens a sentence."""
    turns = [
        place
        for place in range(start, len(words))
        if words[place].text in _AUXILIARIES | _QUESTION_WORDS
        and place + 1 < len(words)
        and (place + 1 in starts or words[place + 1].text in _SUBJECTS or words[place].before)
    ]
    marks = [place for place in range(start, len(words)) if words[place].before]
    if not turns:
        return next(iter(marks[-1:]), None)
    near = (place for place in marks if 0 <= turns[0] - place <= MOST_BEFORE)
    return next(near, turns[0])


def _brought(words: Sequence[Word]) -> Iterator[_Pair]:
    """Cut before what somebody brings about: `would a pledge | settle that?`."""
    stems = [word.stem for word in words]
    for cue in cues.group("conditions", "brings", "survives").find(stems):
        before, after = tuple(words[: cue.start]), tuple(words[cue.start :])
        if cue.group == "survives":
            before, after = _that(tuple(words[cue.end :]), before)
        if before and after:
            yield before, after


def _caused(words: Sequence[Word], starts: set[int]) -> Iterator[_Pair]:
    """Cut before what a thing does of which nobody is the name: `would a strike | delay that?`."""
    if words[0].text not in _CAUSING:
        return
    for place in range(2, min(len(words) - 1, MOST_CAUSING + 2)):
        subject = words[1:place]
        if place - 1 in starts or subject[-1].before or subject[-1].text in _SPEAKING:
            return
        if subject[-1].text not in word_lists().stop and words[place].text not in _TAKING_UP:
            yield tuple(subject), tuple(words[place:])


def _that(condition: tuple[Word, ...], before: tuple[Word, ...]) -> _Pair:
    """Part what follows from what, where that is told behind it: `from her word that he pays`."""
    places = [place for place, word in enumerate(condition) if word.text == "that" and place]
    if places and len(before) <= LEAST_ASKED:
        return condition[: places[0]], condition[places[0] + 1 :]
    return condition, before
