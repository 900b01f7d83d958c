"""A question in plain English to a typed query.

What leaves no room for doubt is read first (commands, keys, strict sentences); then the text is
taken apart, and the first reader that recognises it answers. Readers tell by turns of phrase, by
the shape of sentences and by how statements stand; none knows a question by its whole text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from arguendo.conversation import (
    asking,
    consulting,
    courtesies,
    days,
    ellipsis,
    exact,
    followups,
    limits,
    outside,
    scenarios,
    strangers,
    supposing,
)
from arguendo.conversation.context import Context
from arguendo.conversation.spelling import repaired
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from arguendo.conversation.words import sentences
from arguendo.inquiry.query import Intent, Listing, Query

_Reader: TypeAlias = Callable[[Utterance], Query | None]

_SETTING: tuple[_Reader, ...] = (
    asking.beyond,
    consulting.begins,
    limits.limits,
    scenarios.contrasts,
    supposing.compares,
    supposing.retracts,
    supposing.supposes,
    supposing.declares,
)
_ASKING: tuple[_Reader, ...] = (asking.helps, asking.lists, asking.describes, asking.recommends)


def understand(state: State, text: str) -> Query:
    """Read a turn of a conversation. The same state and text give the same query."""
    said_to_question = consulting.replies(state, text)
    if said_to_question is not None:
        return said_to_question
    dated = days.read(state.case.rulebase, text, on_a_day=state.case.as_of is not None)
    if dated is not None:
        return _on_a_day(state, dated)
    context = Context(state)
    found = exact.read(context, text) or courtesies.read(context, text)
    if found is not None:
        return found
    said = repaired(sentences(text, context.index.names.pairs), context.index)
    if not any(len(sentence) for sentence in said):
        return Query(Intent.OUT_OF_SCOPE)
    utterance = Utterance(context, said)
    query = followups.back(context, said) or ellipsis.read(utterance, text)
    query = query or outside.alone(utterance, text) or _read(utterance)
    if query.intent is Intent.OUT_OF_SCOPE:
        return outside.told(utterance, text, query)
    return strangers.asked_back(utterance, text, query)


def _read(utterance: Utterance) -> Query:
    """Read a text by what it says itself."""
    for read in _SETTING:
        query = read(utterance)
        if query is not None:
            return query
    utterance = replace(utterance, supposing=False)
    for read in _ASKING:
        query = read(utterance)
        if query is not None:
            return query
    return asking.asks(utterance)


def _on_a_day(state: State, dated: days.Dated) -> Query:
    """Read what is said besides the day as it would be read on that day."""
    if dated.lists:
        return Query(Intent.LIST, listing=Listing.FACTS, day=dated.day)
    if not dated.rest:
        return Query(Intent.ASSUME, day=dated.day)
    then = state.with_case(state.case.on(dated.day or None))
    return replace(understand(then, dated.rest), day=dated.day)
