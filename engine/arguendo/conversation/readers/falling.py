"""Questions what could make fall what holds: `what speaks against it?`, `what could stop it?`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.intents import cues
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

_TURNING = {
    Intent.WHAT_WOULD_IT_TAKE: "changes",
    Intent.WHY: "against",
    Intent.WHY_NOT: "against",
}
"""What makes something fall is asked with these intents by turns of phrase of that group."""
_PREVENTS = "prevents"
"""Turns of phrase that ask it with any of them, whether it holds or not."""
_FALLING = (*dict.fromkeys(_TURNING.values()), _PREVENTS)


def turned(said: Utterance, query: Query) -> Query:
    """Take a question what could change what holds, or speaks against it, as what makes it fall."""
    stems = [[word.stem for word in each.words] for each in said.said]
    asked = {group for group in _FALLING if any(map(cues.group("fall", group).find, stems))}
    others = tuple(_falling(said.context, each, asked) for each in query.alternatives)
    return replace(_falling(said.context, query, asked), alternatives=others)


def _falling(context: Context, query: Query, asked: Collection[str]) -> Query:
    """Ask what makes a statement fall, where the turns of phrase that were found ask it of that."""
    speaks = _TURNING.get(query.intent)
    if speaks is None or query.statement is None or query.by or query.number is not None:
        return query
    if _PREVENTS in asked or (speaks in asked and context.holds(query.statement)):
        return replace(query, intent=Intent.WHAT_WOULD_IT_TAKE, fall=True)
    return query
