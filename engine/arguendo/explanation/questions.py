"""Which open questions, and which facts, a statement depends on at all."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Sequence
from itertools import count
from weakref import WeakKeyDictionary

from arguendo.case import Case
from arguendo.explanation.order import premises
from arguendo.graph import Graph
from arguendo.sampling import Sample, draw
from arguendo.statements import Statement
from arguendo.sweep import Sweep
from arguendo.valuation import LARGE

MOST_QUESTIONS = 20
"""Open questions valued in all their combinations at once; beyond, combinations are drawn."""


_CONTRARY = 100
"""How many steps away a contrary counts as."""


def influences(case: Case, goal: Statement) -> list[int]:
    """List the statements on which a goal depends, nearest first, the goal itself first of all.

    It depends on the grounds and rebuttals of what concludes it, on what concludes those, and on
    contraries, since an assumption displaces the facts that are contrary to it; these are far off,
    so that rivals of the goal do not come before its own grounds.
    """
    graph, start = case.graph, case.graph.add(goal)
    if graph.version[0] > LARGE:
        return _influences(graph, start)
    size = (*graph.version, len(graph.relinked))
    kept = _KEPT.get(graph)
    if kept is None or kept[0] != size:
        kept = _KEPT[graph] = size, {}
    if start not in kept[1]:
        kept[1][start] = _influences(graph, start)
    return [*kept[1][start]]


_KEPT: WeakKeyDictionary[Graph, tuple[tuple[int, ...], dict[int, list[int]]]] = WeakKeyDictionary()
"""What statements of small graphs depend on, as long as these do not grow."""


def _influences(graph: Graph, start: int) -> list[int]:
    order: dict[int, None] = {}
    came = count()
    heap = [(0, next(came), start)]
    while heap:
        distance, _, number = heapq.heappop(heap)
        if number in order:
            continue
        order[number] = None
        near = dict.fromkeys(_premises(graph, number), distance + 1)
        near |= dict.fromkeys(graph.contraries[number], distance + _CONTRARY)
        for other, further in near.items():
            if other not in order:
                heapq.heappush(heap, (further, next(came), other))
    return list(order)


def _premises(graph: Graph, number: int) -> Iterator[int]:
    """Go through what the inferences for a statement rest on, and those that override them."""
    for inference in graph.concluding[number]:
        for each in (inference, *graph.overridden_by[inference]):
            yield from premises(graph, each)


def open_questions(case: Case, goal: Statement | None = None) -> list[Statement]:
    """List the open questions that nothing is assumed about; with a goal, those it depends on.

    With a goal they come nearest first, otherwise in the order of the rule base.
    """
    free = [q.statement for q in case.rulebase.questions if q.statement not in case.assumptions]
    if goal is None:
        return free
    nearness = {case.graph.statements[n]: i for i, n in enumerate(influences(case, goal))}
    return sorted((s for s in free if s in nearness), key=lambda s: nearness[s])


def open_about(case: Case, entities: Collection[str]) -> list[Statement]:
    """List the open questions that name some entities, or bear on a conclusion that does.

    In a large graph it is not searched what bears on what.
    """
    free, graph = open_questions(case), case.graph
    found = {each for each in free if not set(entities).isdisjoint(each.arguments)}
    small = graph.version[0] <= LARGE
    for number, statement in enumerate(graph.statements if small else ()):
        about = not set(entities).isdisjoint(statement.arguments)
        if about and graph.concluding[number]:
            found.update(open_questions(case, statement))
    return [each for each in free if each in found]


def leaves(case: Case, goal: Statement) -> list[Statement]:
    """List the facts and assumptions that a goal depends on, nearest first."""
    statements = [case.graph.statements[number] for number in influences(case, goal)]
    return [s for s in statements if s in case.facts or s in case.assumptions]


def sweep(
    case: Case,
    free: Sequence[Statement],
    changed: dict[Statement, int | None] | None = None,
    sample: Sample | None = None,
    denied: Collection[Statement] = (),
    goal: Statement | None = None,
) -> Sweep:
    """Value all combinations of some statements, or a sample of them, on top of a case.

    Where only a goal matters, only what it depends on is valued.
    `changed` gives statements another assumption than the case does; None: no assumption. `denied`
    are those of the free statements that may be assumed false as well.
    """
    assumptions: dict[Statement, int] = dict(case.assumptions)
    for statement, degree in (changed or {}).items():
        if degree is None:
            assumptions.pop(statement, None)
        else:
            assumptions[statement] = degree
    case.grounding.admit(free)
    number = case.graph.add
    return Sweep(
        case.graph,
        [number(statement) for statement in free],
        {number(statement): degree for statement, degree in assumptions.items()},
        case.valuation.facts,
        sample,
        [number(statement) for statement in denied],
        within=influences(case, goal) if goal else None,
    )


def sample(case: Case, free: Sequence[Statement]) -> Sample:
    """Draw combinations of some statements that assume no two contraries."""
    numbers = [case.graph.add(statement) for statement in free]
    return draw(numbers, {number: case.graph.contraries[number] for number in numbers})
