"""What a turn means of which only the kind is clear, where no reader could part or read it.

`Would hair alter this?` certainly supposes something, and `then what is missing, Sherlock?` asks
about what was spoken of: that much is taken, and asked back about.
"""

from __future__ import annotations

from arguendo.conversation import surmise, target
from arguendo.conversation.assumptions import read_assumptions
from arguendo.conversation.context import Context
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

LIKELY = 0.6
"""How likely an intent must be for a turn to be read by it alone."""
SURE = 0.5
"""How sure such a reading is: it is asked back about."""
_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)
_ABOUT_LAST = (
    *(Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE, Intent.WHAT_FOLLOWS),
    *(Intent.LINCHPINS, Intent.SOURCE),
)


def read(said: Utterance) -> Query | None:
    """Read a turn by its likeliest intent alone; None where that is in doubt or tells nothing."""
    intent, likely = said.likely.ranked[0]
    if likely < LIKELY:
        return None
    if intent in _SUPPOSING:
        return _supposed(said, intent)
    goal = said.context.goal
    if intent not in _ABOUT_LAST or goal is None or said.entities:
        return None
    return Query(_as_it_stands(said.context, intent, goal), goal, confidence=SURE, clarify=True)


def _supposed(said: Utterance, intent: Intent) -> Query | None:
    """Read all that is said as supposed, but for conclusions, about which the turn asks then."""
    context = said.context
    spans = [sentence.words for sentence in said.said]
    truth = dict(read_assumptions(context, spans).truth)
    if not truth:
        truth = dict(surmise.read(context, spans, (), context.goal).truth)
    asked = [s for s in truth if context.is_derived(s) and not context.is_open(s)]
    truth = {s: true for s, true in truth.items() if s not in asked}
    if not truth:
        return None
    if intent is Intent.ASSUME:
        return Query(intent, assume=truth, confidence=SURE, clarify=True)
    taken_up = target.takes_up(context, truth)
    goal = next(iter(asked), context.goal if taken_up else None)
    adds = taken_up and not asked
    return Query(intent, goal, truth, adds=adds, confidence=SURE, clarify=True)


def _as_it_stands(context: Context, intent: Intent, goal: Statement) -> Intent:
    """Choose between *why* and *why not* by how a statement stands."""
    if intent not in (Intent.WHY, Intent.WHY_NOT):
        return intent
    return Intent.WHY if context.holds(goal) else Intent.WHY_NOT
