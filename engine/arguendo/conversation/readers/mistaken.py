"""Somebody held to be wrong about another: `Anna is wrong about Ben`, `what if Anna errs on …?`.

What is said of the one about the other is supposed not to be so: what is reported, else what is
open. Who says no more may mean something else by it, so it is asked back about; so is what others
decide about the other where the one is not spoken of.
"""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.readers.limits import deciders
from arguendo.conversation.utterance import MOST_ALTERNATIVES, Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

UNSURE = 0.6
MOST_NAMED = 3
"""Words by which somebody may be called who is not spoken of."""
MOST = MOST_ALTERNATIVES + 1
_ASKS = words_of("auxiliaries") | words_of("question_pronouns") - words_of("asks_for_thing")


def read(said: Utterance) -> Query | None:
    """Read that one who is named is wrong about another, and nothing else."""
    if len(said.said) != 1:
        return None
    words, mentions = said.said[0].words, said.mentions(said.said[0])
    if not 0 < len(mentions) < 3 or words[0].text in _ASKS:
        return None
    group = cues.group("mistaken", "words" if len(mentions) > 1 else "about")
    found = group.find([word.stem for word in words], mentions)
    taken = {place for cue in found for place in cue.places}
    named = {place for each in mentions for place in range(each.start, each.end)}
    small = word_lists().stop | words_of("suppose_anywhere") | words_of("bids")
    rest = [w.text for p, w in enumerate(words) if p not in taken | named and w.text not in small]
    if not taken or bool(rest) is (len(mentions) > 1) or len(rest) > MOST_NAMED:
        return None
    one = None if rest else mentions[0].entities[0]
    held = _held(said, one, mentions[-1].entities[0])
    queries = [replace(_without(said, each), named=" ".join(rest)) for each in held]
    return replace(queries[0], alternatives=tuple(queries[1:])) if queries else None


def _held(said: Utterance, one: str | None, other: str) -> list[Statement]:
    """List what is said of one, or of anybody who acts, about another: reported, else open."""
    case, acting = said.context.case, deciders(said.context) | said.context.index.names.people
    known = dict.fromkeys((*case.facts, *case.assumptions, *case.rulebase.question))
    about = [s for s in known if other in s.arguments[1:] and s.arguments[0] != other]
    by = [s for s in about if s.arguments[0] == one or (one is None and s.arguments[0] in acting)]
    told = [each for each in by if one is not None and case.holds(each)]
    return (told or [each for each in by if one is not None or not case.holds(each)])[:MOST]


def _without(said: Utterance, statement: Statement) -> Query:
    """Suppose that something is not so, put to what was spoken of where that depends on it."""
    context, truth = said.context, {statement: False}
    goal = context.goal if target.takes_up(context, truth) and context.goal != statement else None
    return Query(Intent.WHAT_IF, goal, truth, confidence=UNSURE, clarify=True)
