"""Turns that ask whether what was just supposed does it: `is that enough?`, `… for talks?`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking.spoken_of import spoken_of
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.goals import weighed_in
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

SURE = 0.9
_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)
_AIMS = words_of("enough_for")


def read(said: Utterance) -> Query | None:
    """Ask what it still takes for what is named or was spoken of, or for the main conclusion."""
    last = said.context.last
    if last is None:
        return None
    denied = last.intent is Intent.WHAT_WOULD_IT_TAKE and bool(last.assume)
    told = last.value is not None and last.intent is Intent.ASK
    if not (denied or told or last.intent in _SUPPOSING):
        return None
    words = [word for each in said.said for word in each.words]
    end = next((place for place, word in enumerate(words) if word.text in _AIMS), len(words))
    texts = [word.text for word in words[:end]]
    helps = end < len(words) and sayings.is_one(texts, "enough", "helps")
    if not helps and not sayings.is_one(texts, "enough", "words"):
        return None
    goal = last.statement or spoken_of(said.context, Intent.ASK, said.context.goal, texts)
    goal = None if goal in said.context.case.assumptions else goal
    if end < len(words):
        goal = _aimed_at(said, words[end + 1 :])
        if goal is None:
            return None
    elif told:
        goal = next(_counting_for(said, last), None)
    if told:
        return Query(Intent.ASK, goal, confidence=SURE) if goal is not None else None
    if denied:  # it was just asked whether that is necessary
        truth = {statement: not true for statement, true in last.assume.items()}
        return Query(Intent.WHAT_IF, goal, truth, confidence=SURE)
    # What waits for a yes is taken up for this question, which says so.
    supposed = last.assume if last.is_pending and not last.alternatives else {}
    return Query(Intent.WHAT_WOULD_IT_TAKE, goal, supposed, confidence=SURE)


def _counting_for(said: Utterance, last: Query) -> Iterator[Statement]:
    """Go through what the day or number counts for that was just told."""
    if last.statement is not None and last.value is not None:
        yield from weighed_in(said.context.case, last.statement, last.value.place)


def _aimed_at(said: Utterance, words: Sequence[Word]) -> Statement | None:
    """Return what some words name that it is to be enough for."""
    named = replace(said, said=[Sentence(tuple(words), asks=True)])
    readings = named.wants(Intent.WHAT_WOULD_IT_TAKE).readings(Intent.WHAT_WOULD_IT_TAKE)
    return next((each.statement for each in readings), None)
