"""Which of two statements is likelier: `which is likelier, A or B?`, `which of the two is …?`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

SURE = 0.9
LEAST = 2.8
"""The score from which on each side of a comparison is told."""


def read(said: Utterance) -> Query | None:
    """Read a question which of two statements, named or just spoken of, is likelier."""
    if len(said.said) != 1:
        return None
    words = said.said[0].words
    found = cues.group("likelier").find([word.stem for word in words])
    if not found or asks_what_raises(said.said[0]):
        return None
    taken = {place for cue in found for place in cue.places}
    rest = [word for place, word in enumerate(words) if place not in taken]
    small = word_lists().stop | words_of("pleasantries") | words_of("counted_apart")
    if all(word.text in small for word in rest):
        pair = tuple(dict.fromkeys(_spoken_of(said)))[:2] if _asks_which(words) else ()
        pair = () if _compares_cases(said) else pair
    else:
        pair = tuple(_named(said, words, taken)) if not said.parts.assumed else ()
    if len(pair) != 2 or pair[0] == pair[1]:
        return None
    last = said.context.last
    offered = last is not None and last.clarify and last.statement in pair
    supposed = last.assume if last is not None and offered else {}
    return Query(Intent.COMPARE, pair[0], supposed, rival=pair[1], confidence=SURE)


def asks_what_raises(sentence: Sentence) -> bool:
    """Tell whether a sentence asks what would make something surer: of nothing beside it."""
    words = [word.text for word in sentence.words]
    opens = not words_of("open_questions").isdisjoint(words)
    apart = words_of("than") | words_of("sides_apart")
    found = cues.group("degree", "raised").find([word.stem for word in sentence.words])
    return opens and apart.isdisjoint(words) and bool(found)


def _compares_cases(said: Utterance) -> bool:
    """Tell whether the last two turns supposed something each: these cases are compared then."""
    lately = said.context.queries[:2]
    return len(lately) > 1 and all(q.intent is Intent.WHAT_IF and q.assume for q in lately)


def _asks_which(words: Sequence[Word]) -> bool:
    return any(word.text in words_of("asks_of_which") for word in words)


def _spoken_of(said: Utterance) -> Iterator[Statement]:
    """Go through what was offered or supposed together last, else what was asked before."""
    for query in said.context.queries:
        about = (query.statement, *(each.statement for each in query.alternatives))
        held = (query.rival, *query.assume) if query.rival or len(query.assume) > 1 else ()
        several = [each for each in (*about, *held) if each is not None]
        yield from several


def _named(said: Utterance, words: Sequence[Word], taken: set[int]) -> Iterator[Statement]:
    """Go through the statements on both sides of what parts a comparison."""
    apart = words_of("sides_apart") | words_of("than")
    borders = [p for p, word in enumerate(words) if word.text in apart]
    if len(borders) != 1:
        return
    for span in (range(borders[0]), range(borders[0] + 1, len(words))):
        side = tuple(words[place] for place in span if place not in taken)
        about = Utterance(said.context, (Sentence(side, asks=True),)).wants(Intent.ASK).whole
        readings = about.readings(Intent.ASK)
        if readings and readings[0].score >= LEAST:
            yield readings[0].statement
