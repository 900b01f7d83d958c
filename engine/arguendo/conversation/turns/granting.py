"""Turns that suppose what was just said to be missing or open: `let's grant that`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from arguendo.conversation.english import sayings
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

SURE, UNSURE = 0.9, 0.5
MOST = 3
"""Ways offered where several would do."""


def read(said: Utterance) -> Query | None:
    """Suppose what was offered, what is open, or what is missing; of several ways ask which."""
    words = [word.text for sentence in said.said for word in sentence.words]
    besides = sayings.is_one(words, "granting", "besides")
    turns = said.context.state.turns
    if not turns or not (besides or sayings.is_one(words, "granting", "words")):
        return None
    last = turns[-1].answer.query
    if besides and last.intent is Intent.WHAT_IF and last.assume and not last.clarify:
        return Query(Intent.ASSUME, assume=last.assume, confidence=SURE)
    offered = next(iter(said.context.state.choices), None)
    if offered is not None and offered.intent in (Intent.ASSUME, Intent.WHAT_IF):
        return offered
    ways = [
        Query(Intent.ASSUME, assume=truth, confidence=SURE)
        for truth in _missing(said, turns[-1].answer)[:MOST]
    ]
    if not ways:
        return None
    first, *others = ways
    if not others:
        return first
    return replace(first, confidence=UNSURE, clarify=True, alternatives=tuple(others))


def _missing(said: Utterance, last: Answer) -> list[Mapping[Statement, bool]]:
    """Return what was said to be open, or each way to what was said not to hold."""
    goal = last.query.statement
    if last.query.clarify or goal is None or said.context.holds(goal):
        return []
    if last.query.intent is Intent.ASK or said.context.is_open(goal):
        return [{goal: True}]
    found = last.requirements.found if last.requirements is not None else ()
    return [{each.statement: each.positive for each in way.changes} for way in found]
