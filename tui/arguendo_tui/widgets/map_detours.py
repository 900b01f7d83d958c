"""Finds a way around all boxes for a line that netext draws through one.

Its router gives up on a long way and then goes straight; this one goes on until it is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from heapq import heappop, heappush
from itertools import pairwise
from typing import TypeAlias

from netext._core import DirectedPoint, Direction
from netext.edge_routing.edge import EdgePath
from textual.geometry import Region

from arguendo.cancelling import heed

Cell: TypeAlias = tuple[int, int]

_SIDES = {
    (1, 0): (Direction.RIGHT, Direction.LEFT),
    (-1, 0): (Direction.LEFT, Direction.RIGHT),
    (0, 1): (Direction.DOWN, Direction.UP),
    (0, -1): (Direction.UP, Direction.DOWN),
}
"""From a step to the side at which a cell is left by it, and that at which the next is entered."""

_TURN, _SHARED = 3, 4
"""What a turn costs, and a cell in which another line runs: as many cells more to go."""

_MARGIN = 3
"""Cells around all boxes in which a line may run."""


class NoWay(Exception):
    """There is no way between two boxes for a line."""


def is_crossing(path: EdgePath, boxes: Collection[Region]) -> bool:
    """Tell whether a line runs through a box."""
    return any(box.contains(p.x, p.y) for p in path.directed_points for box in boxes)


def detour(path: EdgePath, boxes: Collection[Region], taken: Collection[Cell]) -> EdgePath:
    """Lead a line from its start to its end around all boxes. Raises `NoWay`, `Cancelled`."""
    first, last = path.directed_points[0], path.directed_points[-1]
    cells = _way((first.x, first.y), (last.x, last.y), boxes, taken)
    return EdgePath(path.start, path.end, [first, *_directed(cells), last])


def _way(
    start: Cell, end: Cell, boxes: Collection[Region], taken: Collection[Cell]
) -> tuple[Cell, ...]:
    """Search by A*: a state is a cell and the step that led there."""
    blocked = {(x, y) for box in boxes for y in box.line_range for x in box.column_range}
    ends = Region(*start, 1, 1), Region(*end, 1, 1)
    ground = Region.from_union([*boxes, *ends]).grow((_MARGIN,) * 4)
    came: dict[tuple[Cell, Cell], tuple[Cell, Cell] | None] = {}
    queue: list[tuple[int, int, Cell, Cell, tuple[Cell, Cell] | None]] = []
    heappush(queue, (_far(start, end), 0, start, (0, 0), None))
    while queue:
        heed()
        _, cost, cell, step, before = heappop(queue)
        if (cell, step) in came:
            continue
        came[cell, step] = before
        if cell == end:
            return tuple(_back(came, (cell, step)))[::-1]
        for turn in _SIDES:
            beside = cell[0] + turn[0], cell[1] + turn[1]
            if beside in blocked or not ground.contains(*beside):
                continue
            more = 1 + (_TURN if step not in (turn, (0, 0)) else 0) + _SHARED * (beside in taken)
            far = cost + more + _far(beside, end)
            heappush(queue, (far, cost + more, beside, turn, (cell, step)))
    raise NoWay


def _far(one: Cell, other: Cell) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _back(
    came: dict[tuple[Cell, Cell], tuple[Cell, Cell] | None], state: tuple[Cell, Cell] | None
) -> Iterator[Cell]:
    while state is not None:
        yield state[0]
        state = came[state]


def _directed(cells: tuple[Cell, ...]) -> Iterator[DirectedPoint]:
    """Go through the sides at which cells are entered and, where it turns, left."""
    for place, (before, cell) in enumerate(pairwise(cells), 2):
        step = cell[0] - before[0], cell[1] - before[1]
        yield DirectedPoint(*cell, _SIDES[step][1])
        if place < len(cells):
            after = cells[place][0] - cell[0], cells[place][1] - cell[1]
            if after != step:
                yield DirectedPoint(*cell, _SIDES[after][0])
