"""Turns that ask what something supposed changes: `does that change whether she plays?`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

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
    rest = _affected(said.said[0].words) if len(said.said) == 1 else []
    if not rest:
        return None
    made = supposed(said.context)
    return _of_goal(said, rest) if made is None else _put(said, rest, made)


def _of_goal(said: Utterance, rest: Sequence[Word]) -> Query | None:
    """Put what was last asked about, as if it were so, to what is named; asked back about."""
    goal, context = said.context.goal, said.context
    if goal is None or context.is_fact(goal):
        return None
    if context.holds(goal) and _only_named(said, rest):
        return Query(Intent.WHAT_FOLLOWS, goal, confidence=UNSURE, clarify=True)
    query = _put(said, rest, {} if context.holds(goal) else {goal: True})
    if query is None or query.statement == goal:
        return None
    return replace(query, confidence=min(query.confidence, UNSURE), clarify=True)


def _put(said: Utterance, rest: Sequence[Word], made: Mapping[Statement, bool]) -> Query | None:
    """Put what is supposed to what some words name."""
    named = replace(said, said=[Sentence(tuple(rest), asks=True)], supposing=False)
    if made and (meant := _only_named(said, rest)):
        return _of_one(said.context, made, meant)
    intent = Intent.WHAT_IF if made else Intent.ASK
    named = named.wants(intent)
    readings = [each for each in named.readings(intent) if each.statement not in made]
    return named.about(Query(intent, assume=made), readings) if readings else None


def _only_named(said: Utterance, words: Sequence[Word]) -> set[str]:
    """Return of whom or what some words speak that do no more than name it: `for the club`."""
    mentions = said.mentions(Sentence(tuple(words)))
    inside = {place for each in mentions for place in range(each.start, each.end)}
    others = (word.text for place, word in enumerate(words) if place not in inside)
    only = word_lists().stop.issuperset(others)
    return {entity for each in mentions for entity in each.entities} if only else set()


def _of_one(context: Context, made: Mapping[Statement, bool], meant: Collection[str]) -> Query:
    """Ask back about what is supposed to change for one; where nothing is, about all it changes."""
    told = (each for each in _changed(context, made) if not {*meant}.isdisjoint(each.arguments))
    query = Query(Intent.WHAT_IF, assume=made, confidence=UNSURE, clarify=True)
    first, *others = [replace(query, statement=each) for each in islice(told, MOST_OFFERED)] or [
        query
    ]
    return replace(first, alternatives=tuple(others))


def _changed(context: Context, made: Mapping[Statement, bool]) -> Iterator[Statement]:
    """Go through what stands otherwise by what is supposed, what reaches farthest first."""
    case = context.state.case
    after = assuming(case, Query(Intent.WHAT_IF, assume=made))
    yield from (each.statement for each in by_reach(Teller(after), changes(case, after)))


def _affected(words: Sequence[Word]) -> Sequence[Word]:
    """Return what follows `does that change whether`; nothing where a text begins otherwise.

    What it helps `with` is aimed at: whether it is enough for that is another question.
    """
    start = next((p for p, w in enumerate(words) if w.text not in words_of("leading")), 0)
    found = cues.group("affecting", "opens").find([word.stem for word in words])
    end = max((cue.end for cue in found if cue.start == start), default=len(words))
    aimed = end < len(words) and words[end].text in words_of("enough_for")
    return [] if aimed else words[end:]


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
