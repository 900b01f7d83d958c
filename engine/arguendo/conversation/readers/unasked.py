"""What an *if* opens and nothing asks, read as supposed: `and if she had made up her mind?`."""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.ranking import target
from arguendo.conversation.segmentation.segments import Stance
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query


def supposed(said: Utterance, query: Query) -> Query:
    """Read what an *if* opens, and nothing asks, as supposed though it was read as asked about.

    `And if she had made up her mind?`: nobody wants to know whether she had.
    """
    parts, asked = said.parts, query.statement
    opens = parts.stance is Stance.WHAT_IF and parts.assumed and not (parts.rest or parts.weighs)
    if not opens or query.intent is not Intent.ASK or asked is None or query.assume:
        return query
    context = said.context
    concluded = context.is_derived(asked) and not context.is_open(asked)
    if concluded or asked == context.goal or context.is_fact(asked) or query.quantified:
        return query
    others = tuple(_supposed(said, each) for each in query.alternatives)
    return replace(_supposed(said, query), alternatives=others)


def _supposed(said: Utterance, query: Query) -> Query:
    """Suppose what a query asks about, on top of a what-if where the text goes on with one."""
    if query.intent is not Intent.ASK or query.statement is None:
        return query
    truth = {query.statement: not query.denied}
    taken = said.parts.adds or target.takes_up(said.context, truth)
    goal = target.thread(said.context, truth) if taken else None
    adds = said.parts.adds
    return replace(
        query, intent=Intent.WHAT_IF, statement=goal, assume=truth, denied=False, adds=adds
    )
