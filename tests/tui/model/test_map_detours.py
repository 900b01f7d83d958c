from __future__ import annotations

from itertools import pairwise

import pytest

pytest.importorskip("netext")

from netext._core import DirectedPoint, Direction
from netext.edge_routing.edge import EdgePath
from textual.geometry import Region

from arguendo_tui.widgets.map_detours import NoWay, detour, is_crossing

AMONG = [Region(6, 0, 4, 3), Region(6, 4, 4, 3), Region(12, 0, 4, 3)]


def straight(row: int) -> EdgePath:
    points = [DirectedPoint(0, row, Direction.RIGHT)]
    points += [DirectedPoint(x, row, Direction.LEFT) for x in range(1, 18)]
    return EdgePath(points[0].point, points[-1].point, points)


def cells(path: EdgePath) -> list[tuple[int, int]]:
    return [(point.x, point.y) for point in path.distinct_points]


def test_a_line_through_boxes_is_led_around_them_without_a_gap() -> None:
    before = straight(1)
    assert is_crossing(before, AMONG)
    after = detour(before, AMONG, ())
    assert not is_crossing(after, AMONG)
    way = cells(after)
    assert (way[0], way[-1]) == ((0, 1), (17, 1))
    steps = pairwise(way)
    assert all(abs(x - a) + abs(y - b) == 1 for (x, y), (a, b) in steps)


def test_where_other_lines_run_it_runs_beside_them() -> None:
    taken = [(x, 3) for x in range(5, 17)]
    lone, beside = (cells(detour(straight(1), AMONG, each)) for each in ((), taken))
    assert set(lone) & set(taken)
    assert not set(beside) & set(taken)


def test_where_there_is_no_way_it_says_so() -> None:
    walled = [Region(-3, -3, 3, 9), Region(0, -3, 9, 3), Region(0, 3, 9, 3), Region(6, 0, 3, 3)]
    with pytest.raises(NoWay):
        detour(straight(1), walled, ())
