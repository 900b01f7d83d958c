"""What is assumed when all that the pieces of a text could assume was heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.ranking import plausibility
from arguendo.conversation.statements.assumed import Assumed, Heard, of_clauses
from arguendo.statements import Statement

COMPLETE = 0.7
"""How much of a phrase must be said for its statement to be said, whatever else is."""


def settled(context: Context, heard: Sequence[Heard], unread: float) -> Assumed:
    """Return what is assumed; `unread` is the share of the words that were read as nothing."""
    readings = [each.reading for each in heard if not each.weak]
    plain = plausibility.without_weak(context, readings)
    said = plausibility.without_summary(context, plain)
    truth: dict[Statement, bool] = {}
    by: dict[Statement, Heard] = {}
    surely: set[Statement] = set()
    for each in heard:
        reading = each.reading
        for statement in _expanded(context, each) if reading in said and not each.weak else ():
            if statement not in truth and reading.told >= COMPLETE:
                surely.add(statement)
            truth.setdefault(statement, reading.positive)
            by.setdefault(statement, each)
    truth = dict(plausibility.without_contrary(context, truth, surely))
    dropped = (each for each in heard if each.weak or each.reading not in plain)
    fits = min((reading.coverage for reading in plain), default=0.0) * (1 - unread)
    passed_over = _passed_over(context, dropped, truth)
    return replace(of_clauses(truth, by), fits=fits, unread=unread, passed_over=passed_over)


def _passed_over(
    context: Context, dropped: Iterable[Heard], truth: Mapping[Statement, bool]
) -> dict[Statement, Heard]:
    """Return what could be assumed besides."""
    found: dict[Statement, Heard] = {}
    for each in dropped:
        for statement in _expanded(context, each):
            if statement not in truth:
                found.setdefault(statement, each)
    return found


def _expanded(context: Context, each: Heard) -> Sequence[Statement]:
    return tuple(context.matcher.foreseen.expand(each.reading.statement))
