"""Colours of maps. No colour carries a meaning of its own: marks and line styles say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from arguendo.mapping.argument_map import Edge, Kind
from arguendo.scale import Scale
from arguendo.wording.maps import Look

FONT = "Helvetica,Arial,Liberation Sans,DejaVu Sans Condensed,sans-serif"
"""Letters about as wide as each other, so that boxes fit their texts whichever there are."""


@dataclass(frozen=True)
class Paint:
    """The colours of one kind of box."""

    fill: str
    border: str


@dataclass(frozen=True)
class Theme:
    """All colours of a map, as `#rrggbb`."""

    background: str
    group: Paint
    ink: str
    muted: str
    looks: Mapping[Look, Paint]
    kinds: Mapping[Kind, str]
    idle: str
    """Edges through which nothing comes."""
    path: str


LIGHT = Theme(
    background="#ffffff",
    group=Paint("#f7f8fa", "#d9dfe5"),
    ink="#1b242d",
    muted="#515c67",
    looks={
        Look.FACT: Paint("#e9eef3", "#7c8b9a"),
        Look.ASSUMED: Paint("#fff1cc", "#a66a00"),
        Look.FOLLOWS: Paint("#e0f0e4", "#2b7a4b"),
        Look.CONTESTED: Paint("#f0e6f7", "#6b46a8"),
        Look.OPEN: Paint("#ffffff", "#3f6ea5"),
        Look.UNSHOWN: Paint("#ffffff", "#8b959f"),
        Look.DENIED: Paint("#fae5e2", "#ad2e22"),
    },
    kinds={
        Kind.SUPPORT: "#3c4854",
        Kind.REBUTTAL: "#ad2e22",
        Kind.LIFTING: "#2b7a4b",
        Kind.CONTRARY: "#6b46a8",
    },
    idle="#76818c",
    path="#0b57b7",
)
DARK = Theme(
    background="#12161c",
    group=Paint("#191f27", "#2b343f"),
    ink="#eceff3",
    muted="#a8b2bd",
    looks={
        Look.FACT: Paint("#2a333e", "#8b99a8"),
        Look.ASSUMED: Paint("#43340f", "#e0ad4a"),
        Look.FOLLOWS: Paint("#173826", "#6cc08b"),
        Look.CONTESTED: Paint("#352649", "#b796e8"),
        Look.OPEN: Paint("#161c24", "#7fa9dc"),
        Look.UNSHOWN: Paint("#161c24", "#7d8792"),
        Look.DENIED: Paint("#451d19", "#ec8579"),
    },
    kinds={
        Kind.SUPPORT: "#c3ccd5",
        Kind.REBUTTAL: "#ec8579",
        Kind.LIFTING: "#6cc08b",
        Kind.CONTRARY: "#b796e8",
    },
    idle="#7b8794",
    path="#7db4ff",
)
THEMES: Mapping[str, Theme] = {"light": LIGHT, "dark": DARK}

THINNEST, HEAVIEST = 1.0, 3.6
"""Line widths in points: where nothing comes through, and at the top of the scale."""


def weight(degree: int, scale: Scale) -> float:
    """Return the line width of a degree."""
    return round(THINNEST + (HEAVIEST - THINNEST) * degree / scale.top, 2)


def ink_of(edge: Edge, theme: Theme) -> str:
    """Return the colour of an edge."""
    if edge.lit:
        return theme.path
    if not edge.active and edge.kind is Kind.SUPPORT:
        return theme.idle
    return theme.kinds[edge.kind]


def width_of(edge: Edge, scale: Scale) -> float:
    """Return the line width of an edge; attacks are heavy or not, whatever their degree."""
    attack = 2.6 if edge.active else 1.1
    width = weight(edge.degree, scale) if edge.kind is Kind.SUPPORT else attack
    return max(width, 2.0) if edge.lit else width
