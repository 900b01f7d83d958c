from __future__ import annotations

import pytest

pytest.importorskip("netext")

from textual.geometry import Offset, Region, Size

from arguendo_tui.widgets.map_canvas import upper_left


@pytest.mark.parametrize(
    ("room", "corner"),
    [(Size(28, 4), (100, 10)), (Size(62, 16), (83, 4)), (Size(63, 17), (83, 4))],
)
def test_a_box_comes_into_the_middle(room: Size, corner: tuple[int, int]) -> None:
    assert upper_left(Region(100, 10, 28, 4), room) == corner


def test_of_a_box_that_is_too_large_the_beginning_is_seen() -> None:
    assert upper_left(Region(100, 10, 28, 4), Size(20, 2)) == Offset(100, 10)
