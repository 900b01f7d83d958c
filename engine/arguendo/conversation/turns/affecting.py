"""Turns that ask what something supposed changes: `does that change whether she plays?`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.scale import NONE
from arguendo.statements import Statement


def read(said: Utterance) -> Query | None:
    """Put what is supposed to what is named, or ask for that alone where it stands by now."""
    made = supposed(said.context)
    if len(said.said) != 1 or made is None:
        return None
    rest = _affected(said.said[0].words)
    if not rest:
        return None
    named = replace(said, said=[Sentence(tuple(rest), asks=True)], supposing=False)
    intent = Intent.WHAT_IF if made else Intent.ASK
    named = named.wants(intent)
    readings = [each for each in named.readings(intent) if each.statement not in made]
    return named.about(Query(intent, assume=made), readings) if readings else None


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
