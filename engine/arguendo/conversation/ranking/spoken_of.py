"""What a question that names nothing is about, where that is not what was asked last.

What somebody only supposed, and asked nothing of, is what is talked of then. An older question on
which it does not bear is left by it; what all is about goes before that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import DOUBTFUL, Context
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import target
from arguendo.inquiry.goals import conclusions, main_lacking, told_most
from arguendo.inquiry.query import Intent, Quantity, Query
from arguendo.statements import Statement

LACKING = (Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE)
"""What is asked of what does not hold, as a rule."""
_OF_CONCLUSIONS = (*LACKING, Intent.LINCHPINS, Intent.ASK)
_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)


def spoken_of(
    context: Context, asked: Intent, goal: Statement | None, words: Sequence[str]
) -> Statement | None:
    """Return what is asked about: the goal, unless something else was talked of since."""
    last = context.last
    if asked in LACKING and goal is not None and not words_of("besides_that").isdisjoint(words):
        goal = next(_wider(context, goal), goal)
    if last is None or last.intent not in _SUPPOSING or last.statement or not last.assume:
        return goal
    if asked is Intent.SOURCE and last.intent is Intent.WHAT_IF and len(last.assume) == 1:
        return next(iter(last.assume))
    if asked not in _OF_CONCLUSIONS or (goal and _stays(context, asked, goal, last.assume)):
        return goal
    found, supposed = conclusions(context.case), last.assume
    resting = [each for each in found if target.depends(context, supposed, each)]
    return told_most(context.case, resting) or goal


def _stays(context: Context, asked: Intent, goal: Statement, supposed: Iterable[Statement]) -> bool:
    """Tell whether what is supposed bears on the goal, and it can be meant: not a mere offer."""
    offered = asked in LACKING and context.holds(goal) and context.is_doubtful(goal)
    return target.depends(context, supposed, goal) and not offered


def of_offered(context: Context, asked: Intent) -> Query | None:
    """Put a question why not, or what is missing, to what does not hold of what was offered."""
    lacking = [each for each in context.offered if not context.holds(each)]
    if asked not in LACKING or not lacking:
        return None
    sure = min(DOUBTFUL, context.queries[0].confidence)
    first, *others = (Query(asked, each, confidence=sure, clarify=True) for each in lacking)
    return replace(first, alternatives=tuple(others))


def _wider(context: Context, goal: Statement) -> Iterator[Statement]:
    """Go through what more is wanted than what was just told to be as it was asked for.

    `What if they dig pools, is it built?`, `so nobody sues?`, `what else do we need?`.
    """
    asked = next((q for q in context.queries if q.statement == goal), None)
    if asked is None or context.holds(goal) == _is_denied(asked):
        return
    wanted = (q.statement for q in context.queries if q.intent is Intent.WHAT_IF)
    for each in (*wanted, main_lacking(context.case)):
        if each is not None and not context.holds(each) and target.depends(context, [goal], each):
            yield each


def _is_denied(query: Query) -> bool:
    of_no = query.quantified is not None and query.quantified.quantity is Quantity.NO
    return query.denied or of_no
