"""Shares of a conclusion over two axes as a picture that stands by itself (SVG 1.1).

Each cell has its share written in it, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from arguendo.problems import printable

CELL, MARGIN, LINE, LETTER = 64, 16, 20, 8
"""Pixels: of a cell's sides, around it all, of a line of text, of a letter's width about."""
_LIGHT, _DARK = (255, 247, 236), (127, 39, 4)
"""The colours of none and of all: lightness falls steadily from the one to the other."""


def heat_map(
    title: str,
    axes: tuple[str, str],
    ticks: tuple[Sequence[str], Sequence[str]],
    shares: Sequence[Sequence[float | None]],
) -> str:
    """Draw a map; axes and ticks are those of the rows first. A cell may have no scenario."""
    (down, across), (rows, columns) = axes, ticks
    left = MARGIN + LETTER * max(map(len, rows)) + LETTER
    top = MARGIN + 4 * LINE
    texts = (title, f"rows: {down}", f"columns: {across}")
    width = max(left + CELL * len(columns), LETTER * max(map(len, texts))) + MARGIN
    height = top + CELL * len(rows) + MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" font-size="14">',
        f"<title>{_text(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *(_label(MARGIN, MARGIN + LINE * n, each) for n, each in enumerate(texts, 1)),
        *(
            _label(left + CELL * n + CELL // 2, top - 6, each, "middle")
            for n, each in enumerate(columns)
        ),
        *(
            _label(left - LETTER, top + CELL * n + CELL // 2 + 5, each, "end")
            for n, each in enumerate(rows)
        ),
        *_cells(shares, left, top),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _cells(shares: Sequence[Sequence[float | None]], left: int, top: int) -> Iterator[str]:
    for row, line in enumerate(shares):
        for column, share in enumerate(line):
            x, y = left + CELL * column, top + CELL * row
            colour = "#dddddd" if share is None else colour_of(share)
            yield (
                f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill="{colour}"'
                ' stroke="#ffffff"/>'
            )
            ink = "#ffffff" if share is not None and share > 0.5 else "#000000"
            said = "–" if share is None else f"{share:.0%}"
            yield _label(x + CELL // 2, y + CELL // 2 + 5, said, "middle", ink)


def colour_of(share: float) -> str:
    """Return the colour of a share from 0 to 1."""
    mixed = (round(a + (b - a) * share) for a, b in zip(_LIGHT, _DARK, strict=True))
    return "#" + "".join(f"{each:02x}" for each in mixed)


def _label(x: int, y: int, text: str, anchor: str = "start", ink: str = "#000000") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{ink}">{_text(text)}</text>'


def _text(text: str) -> str:
    return escape(printable(text))
