"""The order in which an argument is best read: what others rest on comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from arguendo.graph import Graph

LONGEST_CHAIN = 64
"""Passes over one stratum after which circles of support are cut."""

_KEPT: WeakKeyDictionary[Graph, tuple[tuple[int, int], Sequence[int]]] = WeakKeyDictionary()
"""By graph: the order that it had at a version; an answer asks for it several times."""


def reading_order(graph: Graph) -> Sequence[int]:
    """Sort statements by distance from the leaves, then by rule order, then as they came."""
    version, order = _KEPT.get(graph, (None, ()))
    if version != graph.version:
        order = tuple(_sorted(graph))
        _KEPT[graph] = graph.version, order
    return order


def _sorted(graph: Graph) -> list[int]:
    depth = depths(graph)
    rules = [
        min((graph.inferences[i].rule.position for i in concluding), default=-1)
        for concluding in graph.concluding
    ]
    return sorted(range(len(graph.statements)), key=lambda n: (depth[n], rules[n], n))


def depths(graph: Graph) -> list[int]:
    """Return for each statement the length of the longest way down to a leaf, circles cut."""
    depth = [0] * len(graph.statements)
    for layer in graph.layers():
        for _ in range(min(len(layer), LONGEST_CHAIN)):
            changed = False
            for inference in layer:
                below = max((depth[n] for n in premises(graph, inference.number)), default=0)
                if depth[inference.claim] <= below:
                    depth[inference.claim] = below + 1
                    changed = True
            if not changed:
                break
    return depth


def premises(graph: Graph, inference: int) -> Iterator[int]:
    """Go through the statements an inference depends on, as grounds or as rebuttals."""
    yield from graph.inferences[inference].grounds
    for blocker in graph.blockers[inference]:
        yield from (number for number, _ in blocker.literals)
