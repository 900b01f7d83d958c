"""How likely a question of some kind is about a statement, by how the statement stands.

`Why` presumes that things stand as it puts them, `why not` that they do not, where it is written is
asked of facts as of conclusions, and what a question supposes bears on what it asks about. The
weights are fitted together with those of `traits`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp
from operator import mul
from typing import NamedTuple

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.statements.readings import Prior
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement

_KINDS: Mapping[Intent, str] = {
    Intent.WHY: "presumes",
    Intent.SOURCE: "cites",
    Intent.WHEN: "cites",
    Intent.WHAT_FOLLOWS: "follows",
    Intent.WHY_NOT: "why_not",
    Intent.WHAT_WOULD_IT_TAKE: "takes",
    Intent.LINCHPINS: "concludes",
    Intent.CONSULT: "concludes",
    Intent.WHAT_IF: "supposes",
    Intent.RECOMMEND: "advises",
}
PLAIN = "asks"
"""The kind of all other questions."""


class Standing(NamedTuple):
    """How a statement stands, affirmed or denied, in a conversation."""

    known: float
    """Whether the rule base itself speaks of it."""
    agrees: float
    """Whether it holds if it is affirmed, or does not if it is denied."""
    holds: float
    denied: float
    fact: float
    open: float
    derived: float
    """Whether rules conclude such statements."""
    advice: float
    advised: float
    """Whether it is advice, and the text speaks of advising."""
    same: float
    """Whether it was asked about last, and the text points back."""
    reached: float
    """Whether assumptions bear on it."""
    unreached: float
    """Whether there are assumptions that do not."""


def standing(
    context: Context,
    statement: Statement,
    positive: bool,
    points: bool,
    effects: frozenset[int],
    advising: bool,
) -> Standing:
    """Tell how a statement stands."""
    holds = context.holds(statement)
    reached = context.case.graph.number(statement) in effects if effects else False
    derived = context.is_derived(statement)
    return Standing(
        known=context.matcher.foreseen.knows(statement),
        agrees=holds == positive,
        holds=holds,
        denied=not positive,
        fact=context.is_fact(statement),
        open=context.is_open(statement),
        derived=derived,
        advised=advising and statement.predicate in context.case.rulebase.advice,
        advice=statement.predicate in context.case.rulebase.advice,
        same=points and positive and statement == context.goal,
        reached=reached and derived,
        unreached=bool(effects) and not (reached and derived),
    )


def kind_of(intent: Intent) -> str:
    """Return the kind of question that an intent is, as its weights are called."""
    return _KINDS.get(intent, PLAIN)


def prior(
    context: Context, intent: Intent, points: bool, effects: frozenset[int], advising: bool = False
) -> Prior:
    """Prefer statements about which a question makes sense."""
    weights = _weights(kind_of(intent))

    @cache
    def likely(statement: Statement, positive: bool) -> float:
        seen = standing(context, statement, positive, points, effects, advising)
        return exp(sum(map(mul, weights, seen)))

    return likely


@cache
def _weights(kind: str) -> tuple[float, ...]:
    table = lexicon.read("ranking")[kind]
    return tuple(float(table.get(name, 0.0)) for name in Standing._fields)
