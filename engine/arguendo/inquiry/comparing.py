"""Answers that compare: two cases on one rule base, or two entities in one case."""

from __future__ import annotations

from dataclasses import replace

from arguendo.case import Case
from arguendo.explanation.comparison import compare
from arguendo.explanation.counterparts import counterparts
from arguendo.explanation.likelier import likelier
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.assuming import assuming
from arguendo.inquiry.query import Query


def compared(start: Answer) -> Answer:
    """Compare two cases, or two entities or statements in one."""
    goal, rival = start.query.statement, start.query.rival
    if goal is not None and rival is not None:
        found = likelier(start.case, goal, rival)
        return replace(start, likelier=found, items=(goal.key, rival.key))
    if start.query.two:
        return _side_by_side(start)
    return replace(comparison(start.query, *_cases(start)), before=start.before, case=start.before)


def _side_by_side(start: Answer) -> Answer:
    """Compare two entities in the case at hand, whatever is supposed in it."""
    one, other = start.query.two
    goal = start.query.statement
    found = counterparts(start.case, one, other, goal)
    pairs = (found.asked,) if found.asked else found.differing
    return replace(
        start,
        counterparts=found,
        standing=start.case.standing(goal) if goal else None,
        items=tuple(each.key for pair in pairs for each in (pair.one, pair.other)),
    )


def comparison(query: Query, first: Case, second: Case) -> Answer:
    """Answer a query that compares by two cases on one rule base, however they came about."""
    goal = query.statement
    found = compare(first, second, goal)
    return Answer(
        query,
        first,
        second,
        comparison=found,
        changes=found.differences,
        standing=second.standing(goal) if goal else None,
        items=tuple(change.statement.key for change in found.differences),
    )


def _cases(start: Answer) -> tuple[Case, Case]:
    """Return the two cases to compare: two scenarios, or the case without and with assumptions."""
    names = start.query.scenarios
    if len(names) > 1:
        return start.before.choose(names[0]), start.before.choose(names[1])
    if names:
        return start.before, start.before.choose(names[0])
    if len(start.query.cases) == 2:
        sides = (replace(start.query, assume=each, cases=()) for each in start.query.cases)
        first, second = (assuming(start.before, side) for side in sides)
        return first, second
    if start.query.assume:
        return start.before, start.case
    rulebase = start.case.rulebase
    return (start.case.choose(rulebase.start) if rulebase.start else start.case), start.case
