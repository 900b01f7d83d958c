"""Which way statements speak: for a goal, against it, or both by different arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from arguendo.case import Case
from arguendo.graph import Graph
from arguendo.statements import Statement


def speaking(case: Case, goal: Statement, assume: Mapping[Statement, bool]) -> frozenset[bool]:
    """Tell whether anything of what is assumed could speak for a goal, and whether against it.

    Grounds speak the way of their claims, rebuttals and what overrides the other way, and so do the
    contraries of the goal. Those of other statements only matter as they are assumed: they displace
    facts. Empty where the goal does not depend on any of it.
    """
    told = _sides(case.graph, case.graph.add(goal))
    numbers = ((case.graph.number(statement), true) for statement, true in assume.items())
    return frozenset(
        side == true for number, true in numbers for side in (True, False) if (number, side) in told
    )


def _sides(graph: Graph, goal: int) -> set[tuple[int, bool]]:
    """Go back from a goal; a statement is found with the side on which it speaks as it holds."""
    left = [(goal, True), *((each, False) for each in graph.contraries[goal])]
    found = set(left)
    displacing: set[tuple[int, bool]] = set()
    while left:
        number, side = left.pop()
        displacing |= {(each, not side) for each in graph.contraries[number]}
        for other, along in _near(graph, number):
            if (each := (other, along == side)) not in found:
                found.add(each)
                left.append(each)
    return found | displacing


def _near(graph: Graph, number: int) -> Iterator[tuple[int, bool]]:
    """Go through what rules take to speak for a statement or against it."""
    for inference in graph.concluding[number]:
        yield from _premises(graph, inference)
        for other in graph.overridden_by[inference]:
            yield from ((each, not along) for each, along in _premises(graph, other))


def _premises(graph: Graph, inference: int) -> Iterator[tuple[int, bool]]:
    yield from ((each, True) for each in graph.inferences[inference].grounds)
    for blocker in graph.blockers[inference]:
        yield from ((each, not holds) for each, holds in blocker.literals)
