"""Tables of worded answers in aligned columns of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from arguendo.wording.page import Table

GAP = "  "
NARROWEST = 24
"""Columns that what a row is about needs at least; where there are fewer, no table is set."""
MOST = 20
"""The width of the other columns at most."""


def table_lines(table: Table, width: int | None) -> list[str] | None:
    """Set a table in columns; None where there is no room for it."""
    cells = [table.columns, *(row.cells for row in table.rows)]
    widths = [_needed(column, width) for column in zip(*cells, strict=True)][:-1]
    left = None if width is None else width - 1 - sum(w + len(GAP) for w in widths)
    if left is not None and left < NARROWEST:
        return None
    rooms = [*widths, left]
    return [line for row in cells for line in _row(row, rooms)] + ([table.rest] * bool(table.rest))


def _needed(column: Sequence[str], width: int | None) -> int:
    """Return the width of a column: that of its longest cell, or word where it has to wrap."""
    longest = max(map(len, column))
    words = max(len(word) for cell in column for word in [*cell.split(), ""])
    return longest if width is None else max(words, min(longest, MOST))


def _row(cells: Sequence[str], rooms: Sequence[int | None]) -> Iterator[str]:
    """Go through the lines of a row, each cell wrapped in its column; shares stand to the right."""
    wrapped = [
        [cell] if room is None else wrap(cell, room) or [""]
        for cell, room in zip(cells, rooms, strict=True)
    ]
    for n in range(max(map(len, wrapped))):
        parts = [lines[n] if n < len(lines) else "" for lines in wrapped]
        set_out = [
            part if room is None else part.rjust(room) if cell.endswith("%") else part.ljust(room)
            for part, room, cell in zip(parts, rooms, cells, strict=True)
        ]
        yield GAP.join(set_out).rstrip()
