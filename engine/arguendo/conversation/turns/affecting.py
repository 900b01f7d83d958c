"""Turns that ask what something supposed changes: `does that change whether she plays?`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.changes import changes
from arguendo.inquiry.assuming import assuming
from arguendo.inquiry.query import Intent, Query
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.wording.shifts import by_reach
from arguendo.wording.teller import Teller

MOST_OFFERED = 3
UNSURE = 0.7
"""How sure it is which change is meant for one who is only named."""


def read(said: Utterance) -> Query | None:
    """Put what is supposed to what is named, or ask for that alone where it stands by now."""
    if len(said.said) != 1:
        return None
    rest = _affected(said.said[0].words)
    made = supposed(said.context) if rest else None
    if made is None:
        return None
    named = replace(said, said=[Sentence(tuple(rest), asks=True)], supposing=False)
    if (of_one := _of_one(named, made)) is not None:
        return of_one
    intent = Intent.WHAT_IF if made else Intent.ASK
    named = named.wants(intent)
    readings = [each for each in named.readings(intent) if each.statement not in made]
    return named.about(Query(intent, assume=made), readings) if readings else None


def _of_one(named: Utterance, made: Mapping[Statement, bool]) -> Query | None:
    """Ask back about what is supposed to change for one who is only named: `what of the club?`."""
    context, (sentence,) = named.context, named.said
    mentions = named.mentions(sentence)
    inside = {place for each in mentions for place in range(each.start, each.end)}
    small = word_lists().stop
    if not inside or any(
        w.text not in small for p, w in enumerate(sentence.words) if p not in inside
    ):
        return None
    meant = {entity for each in mentions for entity in each.entities}
    told = [each for each in _changed(context, made) if not meant.isdisjoint(each.arguments)]
    if not told:
        return None
    query = Query(Intent.WHAT_IF, assume=made, confidence=UNSURE, clarify=True)
    first, *others = (replace(query, statement=each) for each in told[:MOST_OFFERED])
    return replace(first, alternatives=tuple(others))


def _changed(context: Context, made: Mapping[Statement, bool]) -> Iterator[Statement]:
    """Go through what stands otherwise by what is supposed, what reaches farthest first."""
    case = context.state.case
    after = assuming(case, Query(Intent.WHAT_IF, assume=made))
    yield from (each.statement for each in by_reach(Teller(after), changes(case, after)))


def _affected(words: Sequence[Word]) -> Sequence[Word]:
    """Return what follows `does that change whether`; nothing where a text begins otherwise."""
    start = next((p for p, w in enumerate(words) if w.text not in words_of("leading")), 0)
    found = cues.group("affecting", "opens").find([word.stem for word in words])
    end = max((cue.end for cue in found if cue.start == start), default=len(words))
    return words[end:]


def supposed(context: Context) -> Mapping[Statement, bool] | None:
    """Return what is supposed for now; nothing where it stands, None where nothing is supposed."""
    state, last = context.state, context.last
    if last is None:
        return None
    if last.is_pending and not last.alternatives:
        return last.assume
    made = state.case.assumptions
    for_now = {s: d for s, d in state.current.assumptions.items() if made.get(s) != d}
    if for_now:
        return {statement: degree > NONE for statement, degree in for_now.items()}
    return {} if made else None
