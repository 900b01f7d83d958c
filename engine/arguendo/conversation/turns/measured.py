"""Turns that suppose another number of what was spoken of: `what if it calms down to 20?`.

Where nothing was, it is asked back about what alone could be meant: `what if it gets down to -5?`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.ranking.target import takes_up
from arguendo.conversation.suppositions import amounts, numbered
from arguendo.conversation.suppositions.amounts import Amount
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

SURE = 1.0
"""How sure it is: each word says so, or where it is of what was spoken of."""
UNSURE = 0.5
"""How sure it is where nothing with a number was spoken of."""


def read(said: Utterance) -> Query | None:
    """Read a turn that supposes another number and names nothing that has one."""
    context = said.context
    supposed = numbered.supposed(said.text)
    amount = amounts.read(supposed.clause) if supposed is not None else None
    if supposed is None or amount is None or not numbered.is_bare(context, amount):
        return None
    found = numbered.spoken_of(context, amount)
    if found is not None:
        return _query(context, found, stays=supposed.stays)
    alone = [*_alone(context, amount)]
    if len(alone) != 1:
        return None
    return replace(_query(context, alone[0], stays=False), confidence=UNSURE, clarify=True)


def _alone(context: Context, amount: Amount) -> Iterator[Statement]:
    """Go through what may be meant by itself: its unit is named, or it is below nothing too."""
    for measure in amounts.measures(context):
        held = [each for each in amounts.holding(context, measure) if context.holds(each)]
        below = amount.number[0] == "-" and any(
            each.arguments[measure.place][0] == "-" for each in held
        )
        if len(held) == 1 and (below or amount.unit(measure.units)):
            yield from numbered.instead(context, held[0], amount)


def _query(context: Context, new: Statement, stays: bool) -> Query:
    """Suppose a number, beside which no other that is reported stands."""
    away = {
        each: False
        for each in amounts.others(context, new)
        if not context.case.rulebase.vocabulary.predicates[new.predicate].one
    }
    truth = {new: True, **away}
    goal = context.goal if not stays and takes_up(context, truth) else None
    intent = Intent.ASSUME if stays else Intent.WHAT_IF
    return Query(intent, goal, truth, confidence=SURE)
