"""What a turn means of which only the kind is clear, where no reader could part or read it.

`Would hair alter this?` certainly supposes something, and `then what is missing, Sherlock?` asks
about what was spoken of: that much is taken, and asked back about.
"""

from __future__ import annotations

from collections.abc import Mapping

from arguendo.conversation import surmise, target
from arguendo.conversation.assumptions import read_assumptions
from arguendo.conversation.context import Context
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query, Step
from arguendo.statements import Statement

LIKELY, LIKELIEST = 0.6, 0.4
"""How likely an intent must be for a turn to be read by it alone, and one about the last statement
where nobody is named."""
SURE = 0.5
"""How sure such a reading is: it is asked back about."""
PLAINLY = 4.0
"""The score from which on a conclusion is named, and not only what was asked about before."""
_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)
_EVERYTHING = frozenset({"all", "everything"})
_ABOUT_LAST = (
    *(Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE, Intent.WHAT_FOLLOWS),
    *(Intent.LINCHPINS, Intent.SOURCE),
)


def read(said: Utterance) -> Query | None:
    """Read a turn by its likeliest intent alone; None where that is in doubt or tells nothing."""
    intent, likely = said.likely.ranked[0]
    if intent in _SUPPOSING and likely >= LIKELY:
        return _supposed(said, intent)
    if intent is Intent.RETRACT and likely >= LIKELY:
        return _taken_back(said)
    goal = said.context.goal
    if intent not in _ABOUT_LAST or goal is None or said.entities or likely < LIKELIEST:
        return None
    return Query(_as_it_stands(said.context, intent, goal), goal, confidence=SURE, clarify=True)


def _supposed(said: Utterance, intent: Intent) -> Query | None:
    """Read all that is said as supposed, but for conclusions, about which the turn asks then."""
    context = said.context
    truth = _told(said)
    concluded = [s for s in truth if context.is_derived(s) and not context.is_open(s)]
    truth = {s: true for s, true in truth.items() if s not in concluded}
    if intent is Intent.ASSUME:
        return Query(intent, assume=truth, confidence=SURE, clarify=True) if truth else None
    asked = next(iter(concluded), None) or _asked(said, truth)
    if not truth:
        plain = Query(Intent.ASK, asked, confidence=SURE, clarify=True)
        return plain if asked is not None and said.parts.stance is None else None
    taken_up = asked is None and target.takes_up(context, truth)
    goal = context.goal if taken_up else asked
    return Query(intent, goal, truth, adds=taken_up, confidence=SURE, clarify=True)


def _told(said: Utterance) -> Mapping[Statement, bool]:
    """Return what a text may suppose: all of it, or else what a few of its words may stand for."""
    context = said.context
    spans = [sentence.words for sentence in said.said]
    told = read_assumptions(context, spans).truth
    return told or surmise.read(context, said.parts.assumed or spans, (), None).truth


def _asked(said: Utterance, truth: Mapping[Statement, bool]) -> Statement | None:
    """Return the conclusion that a text names and that hangs on what it supposes."""
    context = said.context
    for reading in said.whole.readings(Intent.WHAT_IF, None, truth)[:2]:
        statement = reading.statement
        concluded = context.is_derived(statement) and statement not in truth
        concluded = concluded and reading.score >= PLAINLY
        if concluded and (not truth or target.depends(context, truth, statement)):
            return statement
    return None


def _taken_back(said: Utterance) -> Query | None:
    """Read an order to take back everything, or what was supposed last where nothing is named."""
    context, last = said.context, said.context.last
    if not context.case.assumptions and not (last and last.assume):
        return None
    if any(word.text in _EVERYTHING for sentence in said.said for word in sentence.words):
        return Query(Intent.RETRACT, back=Step.RESET, confidence=SURE, clarify=True)
    taken = next(reversed(list(context.case.assumptions)), None)
    if taken is None and last is not None:
        taken = next(iter(last.assume), None)
    return Query(Intent.RETRACT, taken, confidence=SURE, clarify=True)


def _as_it_stands(context: Context, intent: Intent, goal: Statement) -> Intent:
    """Choose between *why* and *why not* by how a statement stands."""
    if intent not in (Intent.WHY, Intent.WHY_NOT):
        return intent
    return Intent.WHY if context.holds(goal) else Intent.WHY_NOT
