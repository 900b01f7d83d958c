"""Where lines of a map share cells: they join instead of writing over each other.

Lines that come to one statement share the last stretch; what leads there is then one trunk with
branches. Where one line only crosses another, neither bends, and the stronger goes through.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from netext.edge_rendering.buffer import EdgeBuffer
from netext.rendering.segment_buffer import Spacer, Strip
from rich.segment import Segment

from arguendo_tui.presenters.map import Line
from arguendo_tui.widgets.map_detours import Cell

_UP, _RIGHT, _DOWN, _LEFT = 1, 2, 4, 8
_ORDER = (
    *(_UP | _DOWN, _LEFT | _RIGHT, _RIGHT | _DOWN, _LEFT | _DOWN, _UP | _RIGHT, _UP | _LEFT),
    *(_UP | _DOWN | _RIGHT, _UP | _DOWN | _LEFT, _LEFT | _RIGHT | _DOWN, _LEFT | _RIGHT | _UP, 15),
)
_ROUNDED, _HEAVY, _DOUBLE = "│─╭╮╰╯├┤┬┴┼", "┃━┏┓┗┛┣┫┳┻╋", "║═╔╗╚╝╠╣╦╩╬"
"""The signs of each set, in the order of the arms that they have."""

_ARMS = {
    sign: arms
    for signs in (_ROUNDED, _HEAVY, _DOUBLE)
    for sign, arms in zip(signs, _ORDER, strict=True)
}
_SIGNS = {signs[0]: dict(zip(_ORDER, signs, strict=True)) for signs in (_ROUNDED, _HEAVY, _DOUBLE)}
_FAMILY = {sign: signs[0] for signs in (_ROUNDED, _HEAVY, _DOUBLE) for sign in signs}
_BROKEN = {"│": "┆", "─": "╌", "┃": "┇", "━": "╍"}
"""How a line looks through which nothing comes."""


@dataclass(frozen=True)
class _Stroke:
    """What one line draws in a cell."""

    segment: Segment
    line: Line

    @property
    def rank(self) -> tuple[bool, bool]:
        """Which of several strokes tells how a cell looks: the highest."""
        return self.line.lit, self.line.active

    @property
    def arms(self) -> int:
        """To which sides it goes; none for the tip of an arrow."""
        return _ARMS.get(self.segment.text, 0)


def woven(drawn: Iterable[tuple[EdgeBuffer, Line]]) -> list[EdgeBuffer]:
    """Return lines as they are drawn together; each keeps the cells that it has."""
    drawn = list(drawn)
    cells: dict[Cell, list[_Stroke]] = {}
    for buffer, line in drawn:
        for cell, segment in _cells(buffer):
            cells.setdefault(cell, []).append(_Stroke(segment, line))
    signs = {cell: _joined(strokes) for cell, strokes in cells.items()}
    return [replace(buffer, strips=_strips(buffer, signs)) for buffer, _ in drawn]


def _cells(buffer: EdgeBuffer) -> Iterable[tuple[Cell, Segment]]:
    for row, strip in enumerate(buffer.strips, buffer.top_y):
        column = buffer.left_x
        for segment in strip.segments:
            if not isinstance(segment, Spacer):
                for place, sign in enumerate(segment.text, column):
                    yield (place, row), Segment(sign, segment.style)
            column += segment.cell_length


def _joined(strokes: list[_Stroke]) -> Segment:
    """Return what stands in a cell through which lines go."""
    tips = [stroke for stroke in strokes if not stroke.arms]
    if tips:
        return max(tips, key=lambda stroke: stroke.rank).segment
    first = max(strokes, key=lambda stroke: stroke.rank)
    arms = _grown(first.arms, {stroke.arms for stroke in strokes})
    sign = _SIGNS[_FAMILY[first.segment.text]][arms]
    is_idle = not any(stroke.line.active for stroke in strokes)
    return Segment(_BROKEN.get(sign, sign) if is_idle else sign, first.segment.style)


def _grown(arms: int, others: Collection[int]) -> int:
    """Add the arms of all that join, or join what does; what has none in common only crosses."""
    grown = arms
    for other in others:
        if other & arms:
            grown |= other
    return grown if grown == arms else _grown(grown, others)


def _strips(buffer: EdgeBuffer, signs: Mapping[Cell, Segment]) -> list[Strip]:
    strips = []
    for row, strip in enumerate(buffer.strips, buffer.top_y):
        column, segments = buffer.left_x, list[Segment | Spacer]()
        for segment in strip.segments:
            width = segment.cell_length
            if isinstance(segment, Spacer):
                segments.append(segment)
            else:
                segments += [signs[place, row] for place in range(column, column + width)]
            column += width
        strips.append(Strip(segments))
    return strips
