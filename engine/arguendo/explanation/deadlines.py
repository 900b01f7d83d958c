"""By when something has to happen: what holds of a day that rules say another must not be after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from arguendo.case import Case
from arguendo.comparisons import TURNED
from arguendo.rules import Branch, Comparison
from arguendo.statements import Sort, Statement, Term, is_variable, sort_of

_BEYOND = ("is after", "is more than", "is before", "is less than")
_NOT_AFTER = ("is at most", "is before", "is less than", "is not after")


class Deadline(NamedTuple):
    """A day by which something is to be."""

    act: str
    """What is to be by then, a predicate."""
    limit: Statement
    """What holds and names the day."""
    place: int
    """Where it stands in it."""


def deadlines(case: Case, entity: str) -> list[Deadline]:
    """List the days that limit when something that is said of an entity may be.

    What a rule says of a day after the limit makes no limit of that day.
    """
    found: dict[Deadline, None] = {}
    beyond: dict[Deadline, None] = {}
    for rule in case.rulebase.rules:
        for branch in rule.branches:
            for comparison in branch.comparisons:
                into = beyond if comparison.operator in _BEYOND else found
                into.update(dict.fromkeys(_limits(case, branch, comparison, entity)))
    turned = {(each.limit.predicate, each.act) for each in found}
    return [*found, *(each for each in beyond if (each.act, each.limit.predicate) not in turned)]


def _limits(case: Case, branch: Branch, comparison: Comparison, entity: str) -> Iterator[Deadline]:
    early, late = comparison.left, comparison.right
    if TURNED.get(comparison.operator) in _NOT_AFTER:
        early, late = late, early
    elif comparison.operator not in _NOT_AFTER:
        return
    if not (is_variable(early) and is_variable(late)):
        return
    for act in (ground for ground in branch.grounds if early in ground.arguments):
        for bindings in _of(act, entity, early):
            for ground in (each for each in branch.grounds if late in each.arguments):
                yield from _holding(case, act.predicate, ground.bind(bindings), late, entity)


def _of(act: Statement, entity: str, early: Term) -> Iterator[dict[str, Term]]:
    """Let each of the variables of an act stand for an entity."""
    return ({term: entity} for term in act.variables if term != early)


def _holding(case: Case, act: str, limit: Statement, late: Term, entity: str) -> Iterator[Deadline]:
    place = limit.arguments.index(late)
    for number in case.graph.matching(limit):
        statement = case.graph.statements[number]
        sorts = [sort_of(each) for each in statement.arguments]
        his = entity in statement.arguments or Sort.ENTITY not in sorts  # or anybody's
        if sorts[place] is Sort.DATE and his and case.valuation.degree(number):
            yield Deadline(act, statement, place)
