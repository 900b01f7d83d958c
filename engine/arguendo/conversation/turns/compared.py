"""Turns about what was just compared: `what makes the difference?`, `which of them has talks?`.

The comparison is put again, with the statement first that such a turn asks about in each case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.turns.again import put_again
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query


def read(said: Utterance) -> Query | None:
    """Read a turn that asks on about the two cases that were compared."""
    last = said.context.last
    if last is None or last.intent is not Intent.COMPARE or len(said.said) != 1:
        return None
    if not (last.scenarios or last.cases or last.assume) or last.alternatives:
        return None
    (sentence,) = said.said
    if _asks_on([word.text for word in sentence.words]):
        return put_again(last)
    rest = _of_each(sentence.words)
    return _with_statement(said, last, rest) if rest else None


def _asks_on(words: Sequence[str]) -> bool:
    """Tell whether words ask for nothing but the difference, or for what makes it."""
    if sayings.is_one(words, "reasons", "words"):
        return True
    named = words_of("differing")
    small = word_lists().stop | words_of("differing_how") | named
    return not named.isdisjoint(words) and small.issuperset(words)


def _of_each(words: Sequence[Word]) -> Sequence[Word]:
    """Return what is asked about each case, without `in which of the two` and `in both`."""
    found = cues.group("compared", "each").find([word.stem for word in words])
    covered = {place for cue in found for place in cue.places}
    return [word for place, word in enumerate(words) if place not in covered] if covered else []


def _with_statement(said: Utterance, last: Query, rest: Sequence[Word]) -> Query | None:
    """Put a comparison again with the statement that words are about."""
    named = replace(said, said=[Sentence(tuple(rest), asks=True)], supposing=False)
    named = named.wants(Intent.ASK)
    readings = named.readings(Intent.ASK)
    if not readings:
        return None
    asked = named.about(Query(Intent.ASK), readings)
    first, *others = (
        replace(
            put_again(last),
            statement=each.statement,
            confidence=each.confidence,
            clarify=asked.clarify,
        )
        for each in (asked, *asked.alternatives)
    )
    return replace(first, alternatives=tuple(others) if asked.clarify else ())
