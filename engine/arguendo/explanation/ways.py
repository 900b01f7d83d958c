"""What a statement that does not hold lacks in the end, way by way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product

from arguendo.case import Case
from arguendo.explanation.requirements import apply
from arguendo.explanation.why_not import Attempt, WhyNot
from arguendo.statements import Literal, Statement
from arguendo.valuation import Status

MOST_WAYS = 16
"""Ways followed at each step of the reasoning."""

FEW = 3
"""Ways that can be told in a sentence."""

Way = tuple[Statement, ...]
"""What is missing together: with all of it, the statement would hold."""


def few_ways(case: Case, report: WhyNot) -> tuple[Way, ...]:
    """List what is missing on each way to a statement, nearest first; nothing where they are many.

    A way of ground statements is tried, and left out where it does not lead there. What holds for
    some value is not missing.
    """
    if not report.attempts:
        return ()
    reports = {each.goal: each for each in _reports(report)}
    found = _ways(reports, report.goal, frozenset())
    lacking = dict.fromkeys(_lacking(case, way) for way in islice(found, MOST_WAYS))
    if len(lacking) > FEW:
        return ()
    return tuple(way for way in lacking if way and _leads(case, way, report.goal))


def _reports(report: WhyNot) -> Iterator[WhyNot]:
    yield report
    for attempt in report.attempts:
        for lower in attempt.below:
            yield from _reports(lower)


def _ways(
    reports: Mapping[Statement, WhyNot], goal: Statement, above: frozenset[Statement]
) -> Iterator[Way]:
    """Go through the ways to a goal; one that leads back to what is above is none."""
    if goal in above:
        return
    report = reports.get(goal)
    if report is None or not report.attempts:
        yield (goal,)
        return
    for attempt in report.attempts:
        if attempt.overridden_by:
            continue
        needed = [[*islice(each, MOST_WAYS)] for each in _needed(reports, attempt, above | {goal})]
        for parts in islice(product(*needed), MOST_WAYS):
            yield tuple(dict.fromkeys(leaf for part in parts for leaf in part))


def _needed(
    reports: Mapping[Statement, WhyNot], attempt: Attempt, above: frozenset[Statement]
) -> Iterator[Iterator[Way]]:
    """Go through what an attempt needs: the ways to each of its grounds, and past each rebuttal."""
    for statement in attempt.missing:
        yield _ways(reports, statement, above)
    for rebuttal in attempt.rebuttals:
        yield ((each,) for each in rebuttal.lifted_by)


def _lacking(case: Case, way: Way) -> Way:
    return tuple(each for each in way if not is_met(case, each))


def is_met(case: Case, statement: Statement) -> bool:
    """Tell whether a statement holds, for some value at least."""
    if statement.is_ground:
        return case.holds(statement)
    return any(case.valuation.degree(number) for number in case.graph.matching(statement))


def _leads(case: Case, way: Way, goal: Statement) -> bool:
    if not all(each.is_ground for each in way):
        return True
    return apply(case, map(Literal, way)).standing(goal).status is Status.HOLDS
