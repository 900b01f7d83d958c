"""From which number on rules apply, or up to which, in words, with what they say."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.explanation.thresholds import Threshold, thresholds
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Query
from arguendo.statements import Statement
from arguendo.wording.grammar import bracketed, marks, quoted, sentence, series
from arguendo.wording.page import Block, Role
from arguendo.wording.rules import rule_in_prose
from arguendo.wording.teller import Teller

_REACH = {
    "is at least": "from {} on",
    "is more than": "above {}",
    "is at most": "up to {}",
    "is less than": "below {}",
}
"""By relation: how far a rule reaches."""
_BEYOND = {
    "is at least": "below {}",
    "is more than": "at {} or less",
    "is at most": "above {}",
    "is less than": "at {} or more",
}
"""By relation: where a rule does not reach any more."""
MOST = 3
"""Rules whose thresholds are told."""


def limit(answer: Answer) -> Iterator[Block]:
    """Tell the thresholds that were asked for, how what they are for stands, and the rules."""
    teller, goal = Teller(answer.case), answer.query.statement
    found = asked_for(answer.case, answer.query)[:MOST]
    if goal is None or not found:
        return
    held = [each for each in _alike(answer.case, goal) if answer.case.holds(each)]
    told = [sentence(_told(teller, each)) for each in found]
    now = f"as things stand, {series([teller.tagged(each) for each in held])}"
    yield Block(Role.ANSWER, tuple(told))
    yield Block(Role.REASON, (sentence(now),) if len(held) == 1 else ())
    for rule in dict.fromkeys(each.rule.id for each in found):
        yield rule_in_prose(answer.case.rulebase, answer.case.rulebase.rule[rule])


def asked_for(case: Case, query: Query) -> list[Threshold]:
    """List the thresholds of the number in a statement: of one rule, or of all."""
    goal = query.statement
    return [
        each
        for each in thresholds(case)
        if goal is not None
        and each.ground.predicate == goal.predicate
        and query.rule in (None, each.rule.id)
    ]


def reach(teller: Teller, found: Threshold) -> str:
    """Say how far a rule reaches: `from 60 on`, `up to 10`."""
    return _REACH[found.relation].format(teller.speaker.name(found.bound))


def beyond(teller: Teller, found: Threshold) -> str:
    """Say where a rule does not reach any more: `below 60`, `at 10 or more`."""
    return _BEYOND[found.relation].format(teller.speaker.name(found.bound))


def _told(teller: Teller, found: Threshold) -> str:
    rule = found.rule
    alone = len(rule.condition.parts) == 2 and not rule.rebuttals  # the number and its threshold
    applies = "applies" if alone else "can apply"
    titled = quoted(rule.title) if rule.title else "a rule"
    return f"{reach(teller, found)} {titled} {applies}{bracketed(marks(rule.source))}"


def _alike(case: Case, goal: Statement) -> list[Statement]:
    """List what differs from a statement in its number only, as far as it names somebody."""
    return [each for each in case.graph.statements if each.predicate == goal.predicate]
