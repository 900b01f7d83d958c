"""Lines over two logarithmic axes, as SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

WIDTH, HEIGHT, EDGE = 640, 400, 60
COLOURS = ("#1b6ca8", "#2a9d5c", "#c0504d", "#7f5aa8")
MORE_COLOURS = ("#d98c21", "#444444")


def lines(
    title: str, across: str, xs: Sequence[float], series: Mapping[str, Sequence[float]]
) -> str:
    """Draw a line for each series, with whole powers of ten as the grid."""
    ys = [value for values in series.values() for value in values]
    x = _Axis(xs, EDGE, WIDTH - 2 * EDGE)
    y = _Axis(ys, HEIGHT - EDGE, EDGE)
    parts = [*_grid(x, y)]
    for colour, (name, values) in zip(COLOURS, series.items(), strict=False):
        points = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in zip(xs, values, strict=False))
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        end = f'x="{x(xs[len(values) - 1]) + 6:.1f}" y="{y(values[-1]):.1f}"'
        parts.append(f'<text {end} fill="{colour}">{escape(name)}</text>')
    parts.append(f'<text x="{EDGE}" y="30">{escape(title)}</text>')
    parts.append(f'<text x="{WIDTH - 2 * EDGE}" y="{HEIGHT - 15}">{escape(across)}</text>')
    return "\n".join((_head(WIDTH, HEIGHT), *parts, "</svg>\n"))


def _power(value: float) -> str:
    """Write a power of ten, large ones short."""
    if value < 10_000:
        return f"{value:,.0f}" if value >= 1 else f"{value:g}"
    return "10" + str(round(math.log10(value))).translate(_RAISED)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _head(width: int, height: int) -> str:
    size = f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13"'
    paper = f'<rect width="{width}" height="{height}" fill="white"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{paper}'


class _Axis:
    """From a value to a place between two."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.low = math.floor(math.log10(min(values)))
        self.high = max(self.low + 1, math.ceil(math.log10(max(values))))
        self.start, self.end = start, end

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    @property
    def powers(self) -> Iterator[float]:
        """Whole powers of ten."""
        return (10.0**power for power in range(self.low, self.high + 1))


def _grid(x: _Axis, y: _Axis) -> Iterator[str]:
    for each in x.powers:
        place = f"{x(each):.1f}"
        yield f'<line x1="{place}" x2="{place}" y1="{EDGE}" y2="{HEIGHT - EDGE}" stroke="#ddd"/>'
        yield f'<text x="{place}" y="{HEIGHT - EDGE + 18}" text-anchor="middle">{each:,.0f}</text>'
    for each in y.powers:
        place = f"{y(each):.1f}"
        yield f'<line x1="{EDGE}" x2="{WIDTH - 2 * EDGE}" y1="{place}" y2="{place}" stroke="#ddd"/>'
        yield f'<text x="{EDGE - 6}" y="{place}" text-anchor="end">{each:g}</text>'


ROW, LABEL = 22, 330
"""The height of a row, and the width of its label."""


def dots(title: str, names: Sequence[str], rows: Mapping[str, Mapping[str, float]]) -> str:
    """Draw a row for each entry with a dot for each named ratio, and a line where it is one."""
    colours = dict(zip(names, (*COLOURS, *MORE_COLOURS), strict=False))
    ratios = [value for each in rows.values() for value in each.values()]
    wide, bottom = LABEL + WIDTH, 70 + ROW * len(rows)
    axis = _Axis([*ratios, 1.0], LABEL, wide - EDGE)
    parts = [f'<text x="10" y="24">{escape(title)}</text>']
    place = 10.0
    for name, colour in colours.items():
        parts.append(f'<circle cx="{place + 6:.0f}" cy="42" r="5" fill="{colour}"/>')
        parts.append(f'<text x="{place + 16:.0f}" y="46">{escape(name)}</text>')
        place += 34 + 7.5 * len(name)
    for each in axis.powers:
        stroke = "#555" if each == 1 else "#ddd"
        at = f"{axis(each):.1f}"
        parts.append(f'<line x1="{at}" x2="{at}" y1="60" y2="{bottom}" stroke="{stroke}"/>')
        label = f'<text x="{at}" y="{bottom + 18}" text-anchor="middle">{_power(each)}</text>'
        parts.append(label)
    for number, (name, values) in enumerate(rows.items()):
        y = 74 + ROW * number
        parts.append(f'<text x="10" y="{y + 4}" font-size="11">{escape(name)}</text>')
        for engine, value in values.items():
            dot = f'cx="{axis(value):.1f}" cy="{y}" r="5" fill="{colours[engine]}"'
            parts.append(f"<circle {dot}><title>{escape(engine)} {value:.3g}</title></circle>")
    return "\n".join((_head(wide, bottom + 30), *parts, "</svg>\n"))
