"""The title of a map and its legend, as the HTML-like tables of Graphviz."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import zip_longest
from textwrap import wrap

from arguendo.export.maps.layout import Layout
from arguendo.export.maps.themes import Theme, weight
from arguendo.mapping.argument_map import Kind
from arguendo.wording.maps import EDGES, IDLE, PATH, STACK, Look, WordedMap

_WIDE = 78
"""Characters to a line of what stands below the title."""

_OPEN = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="3" CELLPADDING="2">'

_NOTHING = "<TD></TD><TD></TD>"

_GAP = '<TD WIDTH="20"></TD>'

_ROWS = 3


def caption(worded: WordedMap, theme: Theme) -> str:
    """Write the title, and what the map shows."""
    about = '<BR ALIGN="LEFT"/>'.join(map(escape, wrap(worded.about, _WIDE)))
    title = '<BR ALIGN="LEFT"/>'.join(map(escape, wrap(worded.title, _WIDE * 2 // 3)))
    return (
        f'{_OPEN}<TR><TD ALIGN="LEFT" BALIGN="LEFT"><FONT POINT-SIZE="18"><B>{title}</B></FONT>'
        f'</TD></TR><TR><TD ALIGN="LEFT" BALIGN="LEFT"><FONT POINT-SIZE="11" COLOR='
        f'"{theme.muted}">{about}</FONT></TD></TR><TR><TD HEIGHT="6"></TD></TR></TABLE>'
    )


def legend(worded: WordedMap, layout: Layout, theme: Theme) -> str:
    """Write what marks, boxes and lines mean: only those that are there."""
    boxes, lines = list(_boxes(worded, layout, theme)), list(_lines(worded, layout, theme))
    columns = (
        some[at : at + _ROWS] for some in (boxes, lines) for at in range(0, len(some), _ROWS)
    )
    rows = "".join(
        f"<TR>{_GAP.join(row)}</TR>" for row in zip_longest(*columns, fillvalue=_NOTHING)
    )
    return f'<FONT POINT-SIZE="10">{_OPEN}<TR><TD HEIGHT="4"></TD></TR>{rows}</TABLE></FONT>'


def _boxes(worded: WordedMap, layout: Layout, theme: Theme) -> Iterator[str]:
    for look in worded.looks:
        paint = theme.looks[look]
        style = ' STYLE="DASHED"' if look in (Look.OPEN, Look.UNSHOWN) else ""
        yield (
            f'<TD BORDER="1" COLOR="{paint.border}" BGCOLOR="{paint.fill}" WIDTH="34"{style}>'
            f'{look.mark}</TD><TD ALIGN="LEFT">{escape(look.value)}</TD>'
        )
    if any(box.is_stack for box in layout.boxes):
        yield (
            f'<TD BORDER="1" COLOR="{theme.idle}" STYLE="ROUNDED" WIDTH="34"></TD>'
            f'<TD ALIGN="LEFT">{escape(STACK)}</TD>'
        )


def _lines(worded: WordedMap, layout: Layout, theme: Theme) -> Iterator[str]:
    there = {line.edge.kind for line in layout.lines}
    for kind in (kind for kind in worded.kinds if kind in there):
        color = theme.kinds[kind]
        if kind is Kind.SUPPORT:
            yield from _supports(worded, theme)
        elif kind is Kind.CONTRARY:
            yield _line(color, 1, "SOLID", EDGES[kind], double=True)
        else:
            yield _line(color, 2, "DASHED", EDGES[kind])
    if worded.has_path:
        yield _line(theme.path, 3, "SOLID", PATH)


def _supports(worded: WordedMap, theme: Theme) -> Iterator[str]:
    """Show the weakest degree, the middle one and the highest, and nothing at all."""
    scale = worded.map.scale
    some = dict.fromkeys((scale.top, (scale.top + 1) // 2, 1))
    for degree in some:
        said = f"{EDGES[Kind.SUPPORT]}: {scale.word(degree)}"
        yield _line(theme.kinds[Kind.SUPPORT], round(weight(degree, scale)), "SOLID", said)
    yield _line(theme.idle, 1, "DOTTED", f"{EDGES[Kind.SUPPORT]}: {IDLE}")


def _line(color: str, width: int, style: str, said: str, *, double: bool = False) -> str:
    """Show a line as borders of empty cells, which is all that a table can draw."""
    sides, heights = ("TB", (6, 4, 6)) if double else ("T", (8, 8))
    rows = "".join(
        f'<TR><TD BORDER="{width if place == 1 else 0}" SIDES="{sides}" STYLE="{style}" '
        f'COLOR="{color}" WIDTH="34" HEIGHT="{height}"></TD></TR>'
        for place, height in enumerate(heights)
    )
    drawn = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>'
    return f'<TD WIDTH="40">{drawn}</TD><TD ALIGN="LEFT">{escape(said)}</TD>'
