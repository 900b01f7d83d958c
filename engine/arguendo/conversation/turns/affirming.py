"""Turns that suppose what was last spoken of, or the other way round: `and if not?`, `and if so?`.

What is asked behind that for whatever happens then adds nothing: `and if she doesn't, what then?`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.reference import deeds
from arguendo.conversation.turns.again import SURE
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

NOTHING = Query(Intent.OUT_OF_SCOPE, confidence=0.7)
"""What takes up something that was not there."""
_DOING = words_of("doing")
_JOINTS = words_of("joints")


def read(context: Context, words: Sequence[str]) -> Query | None:
    """Read a turn that says no more than that something is so, or is not."""
    for said in _bare(words):
        query = _otherwise(context, said) or _affirmed(context, said)
        if query is not None:
            return query
    return None


def _bare(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Go through a turn as it is said, and without what joins it, and asks what happens then."""
    yield words
    start = next((p for p, word in enumerate(words) if word not in _JOINTS), 0)
    tails = (
        each for each in sayings.of("otherwise", "tails") if tuple(words[-len(each) :]) == each
    )
    tail = max(map(len, tails), default=0)
    if start or tail:
        yield words[start : len(words) - tail]


def _otherwise(context: Context, words: Sequence[str]) -> Query | None:
    """Read `and if not?`: the other way round what was last supposed, or last spoken of."""
    last = context.last
    if not sayings.is_one(words, "otherwise", "words"):
        return None
    if last is None:
        return NOTHING
    if last.assume:
        turned = {statement: not true for statement, true in last.assume.items()}
        return Query(Intent.WHAT_IF, asked(last), turned, confidence=SURE, adds=last.adds)
    made = context.state.current.assumptions
    if made and "without" in words:  # what is assumed is done without, not what is asked about
        latest = list(made)[-1]
        return Query(
            Intent.WHAT_IF, context.goal, {latest: not context.holds(latest)}, confidence=SURE
        )
    if done := deeds.advised(context, words):
        return Query(Intent.WHAT_IF, None, dict.fromkeys(done, False), confidence=SURE)
    goal = deeds.of_pronoun(context, words) or context.goal
    if goal is None:
        return NOTHING
    advised = goal.predicate in context.case.rulebase.advice  # who does not do what?
    return Query(
        Intent.WHAT_IF, None, {goal: False}, confidence=0.5 if advised else SURE, clarify=advised
    )


def _affirmed(context: Context, words: Sequence[str]) -> Query | None:
    """Read `and if he does?`: what was last spoken of, supposed to be so."""
    last = context.last
    if not sayings.is_one(words, "affirmed", "words"):
        return None
    if last is None:
        return NOTHING
    if last.assume:
        does = not _DOING.isdisjoint(words)  # `and if he does?`, after `what if he does not?`
        truth = dict.fromkeys(last.assume, True) if does else last.assume
        return Query(Intent.WHAT_IF, asked(last), truth, confidence=SURE, adds=last.adds)
    if done := deeds.advised(context, words):
        return Query(Intent.WHAT_IF, None, dict.fromkeys(done, True), confidence=SURE)
    goal = context.goal if last.intent is not Intent.RECOMMEND else None
    goal = deeds.of_pronoun(context, words) or goal
    if goal is None or goal.predicate in context.case.rulebase.advice:
        return NOTHING
    so = not ("did" in words and context.holds(goal))  # `what if it did?`: otherwise than it is
    return Query(Intent.WHAT_IF, None, {goal: so}, confidence=SURE)


def asked(last: Query) -> Statement | None:
    """Return what a query asked about, unless it took that back."""
    return last.statement if last.intent is not Intent.RETRACT else None
