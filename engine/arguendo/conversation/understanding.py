"""A question in plain English to a typed query.

What leaves no room for doubt is read first (commands, keys, strict sentences); then the text is
taken apart, and the first reader that recognises it answers. Readers tell by turns of phrase, by
the shape of sentences and by how statements stand; none knows a question by its whole text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from arguendo.conversation import asking, consulting, days, exact, followups, limits, supposing
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
    found = exact.read(context, text)
    if found is not None:
        return found
    said = repaired(sentences(text, context.index.names.pairs), context.index)
    if not any(len(sentence) for sentence in said):
        return Query(Intent.OUT_OF_SCOPE)
    taken_back = followups.back(context, said)
    if taken_back is not None:
        return taken_back
    utterance = Utterance(context, said)
    for read in _SETTING:
        query = read(utterance)
        if query is not None:
            return query
    utterance = Utterance(context, said, supposing=False)
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
