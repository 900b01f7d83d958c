"""Which assumptions in force keep a statement from holding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, islice

from arguendo.case import Case
from arguendo.explanation.questions import influences, open_questions, sweep
from arguendo.statements import Statement
from arguendo.valuation import Status

MOST_TRIALS = 8
"""Sets of assumptions that are tried without, the smallest first."""

MOST_TOGETHER = 2
"""Assumptions that are taken back together."""

MOST_FREE = 12
"""Open questions valued in all their combinations, to see whether a statement can hold at all."""


@dataclass(frozen=True)
class Hindrance:
    """Assumptions but for which a statement would hold, none of them needless."""

    assumptions: Mapping[Statement, int]
    """Each with its degree, 0 for false."""
    is_open: bool
    """Whether it would then hold only if open questions were answered so that it does."""


def hindrance(case: Case, goal: Statement, *, never: bool) -> Hindrance | None:
    """Find the fewest assumptions in force without which a statement that fails would hold.

    Where there are none and no open question helps (`never`), those without which one would.
    """
    failing = (Status.DOES_NOT_HOLD, Status.NOT_ESTABLISHED)
    if goal in case.assumptions or case.standing(goal).status not in failing:
        return None
    trials = [*islice(_trials(case, goal), MOST_TRIALS)]
    for without, some in trials:
        if without.standing(goal).status is Status.HOLDS:
            return Hindrance(some, is_open=False)
    for without, some in trials if never else ():
        if _can_hold(without, goal):
            return Hindrance(some, is_open=True)
    return None


def _trials(case: Case, goal: Statement) -> Iterator[tuple[Case, Mapping[Statement, int]]]:
    """Go through the case without some of the assumptions that bear on a goal, nearest first."""
    if not case.assumptions:
        return
    near = (case.graph.statements[number] for number in influences(case, goal))
    bearing = [each for each in near if each in case.assumptions]
    for size in range(1, MOST_TOGETHER + 1):
        for some in combinations(bearing, size):
            kept = {s: degree for s, degree in case.assumptions.items() if s not in some}
            without = replace(case, assumptions=kept, past=case, dropped=())
            yield without, {each: case.assumptions[each] for each in some}


def _can_hold(case: Case, goal: Statement) -> bool:
    """Tell whether some way of answering the open questions makes a statement hold."""
    free = [each for each in open_questions(case, goal) if each != goal]
    if len(free) > MOST_FREE:
        return False
    swept = sweep(case, free, goal=goal)
    return bool(swept.uncontested(case.graph.add(goal)) & swept.admitted)
