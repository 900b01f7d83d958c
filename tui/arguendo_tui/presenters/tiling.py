"""Where the panes lie: columns of tiles where there is room, tabs where there is not.

Pure arithmetic. An arrangement is what one has chosen: what is hidden, how large, in front. A plan
is what comes of it on a screen of some size: tiles that cover it and never overlap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple, TypeAlias

CHAT, WHY, BOARD, RULES, SOURCE, MAP, REPLAY = PANES = (
    "chat",
    "why",
    "assumptions",
    "rules",
    "source",
    "map",
    "replay",
)
"""All panes by name, in the order of the tabs."""

Group: TypeAlias = tuple[str, ...]
"""Panes that share a tile: one of them is in front, the others are its tabs."""
Columns: TypeAlias = tuple[tuple[Group, ...], ...]

NARROW: Columns = ((PANES,),)
WIDE: Columns = (((CHAT,),), ((WHY, BOARD, RULES, SOURCE, MAP, REPLAY),))
TALL: Columns = (((CHAT,),), ((WHY, RULES, SOURCE, MAP, REPLAY), (BOARD,)))
VAST: Columns = (((CHAT,), (REPLAY,)), ((WHY,), (MAP,)), ((BOARD,), (SOURCE,), (RULES,)))

WIDE_FROM, TALL_FROM = 110, 38
"""Columns from which on panes stand side by side, and lines from which on below each other."""
VAST_FROM = (180, 48)
"""Columns and lines from which on every pane has a tile of its own."""

TAB_LINES = 2
LEAST, STEP, MOST = 30, 10, 400
"""Weights: of a tile or a column at the least, by how much a key changes it, and at the most."""
_USUAL = 100
_WEIGHTS: Mapping[str, int] = {
    "column 0": 110,
    "column 1": 105,
    "chat": 190,
    "why": 140,
    "assumptions": 120,
    "source": 70,
    "rules": 90,
    "replay": 80,
}
"""Where they are not as usual: of columns, and of the group that begins with a pane."""


class Tile(NamedTuple):
    """A pane and the rectangle that it has."""

    pane: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Plan:
    """What is where on a screen of one size."""

    tiles: tuple[Tile, ...] = ()
    tabs: Group = ()
    """The panes that take turns in one tile; none where each has its own."""
    tab_bar: Tile | None = None

    @property
    def panes(self) -> Group:
        """The panes that are seen."""
        return tuple(tile.pane for tile in self.tiles)


@dataclass(frozen=True)
class Arrangement:
    """What was chosen of how the panes lie; it says nothing of the size of the screen."""

    hidden: frozenset[str] = frozenset()
    weights: Mapping[str, int] = field(default_factory=dict)
    """Of columns (`column 0`), and of tiles by the first pane that may stand there."""
    recent: Group = ()
    """The panes gone to, the last one first: it is in front where several take turns."""
    zoomed: str = ""

    def zoom(self, pane: str) -> Arrangement:
        """Let a pane have all of the screen, or give the others their place back."""
        return replace(self.to(pane), zoomed="" if self.zoomed else pane)

    def to(self, pane: str) -> Arrangement:
        """Bring a pane to the front, shown if it was hidden, as large if another was so."""
        zoomed = pane if self.zoomed else ""
        recent = (pane, *(each for each in self.recent if each != pane))
        return replace(self, recent=recent, zoomed=zoomed, hidden=self.hidden - {pane})

    def hide(self, pane: str) -> Arrangement:
        """Put a pane away; the conversation stays."""
        if pane == CHAT or pane not in PANES:
            return self
        return replace(self, hidden=self.hidden | {pane}, zoomed="")

    def resize(self, columns: Columns, pane: str, wider: int = 0, taller: int = 0) -> Arrangement:
        """Make a pane wider or taller by steps."""
        weights = dict(self.weights)
        for place, column in enumerate(columns):
            for group in column:
                if pane in group:
                    _grow(weights, f"column {place}", wider)
                    _grow(weights, group[0], taller)
        return replace(self, weights=weights)

    def plan(self, width: int, height: int, panes: Sequence[str] = PANES) -> Plan:
        """Lay the panes that there are on a screen of some size."""
        columns = visible(columns_for(width, height), self.hidden, panes)
        everywhere = next((g for c in columns for g in c if len(g) > 1), ())
        if self.zoomed in panes and len(columns) > 1:
            return Plan((Tile(self.zoomed, 0, 0, width, height),))
        tiles: list[Tile] = []
        bar = None
        x = 0
        for place, share in enumerate(self._widths(columns, width)):
            y = 0
            for group, lines in zip(
                columns[place], self._heights(columns[place], height), strict=True
            ):
                shown, top = self._front_of(group), 0
                if len(group) > 1:
                    top = min(TAB_LINES, lines - 1)
                    bar = Tile("", x, y, share, top)
                tiles.append(Tile(shown, x, y + top, share, lines - top))
                y += lines
            x += share
        return Plan(tuple(tiles), everywhere, bar)

    def _front_of(self, group: Group) -> str:
        return next((pane for pane in self.recent if pane in group), group[0])

    def _widths(self, columns: Columns, width: int) -> list[int]:
        return shares(width, [self._weight(f"column {n}") for n in range(len(columns))])

    def _heights(self, column: tuple[Group, ...], height: int) -> list[int]:
        return shares(height, [self._weight(group[0]) for group in column])

    def _weight(self, name: str) -> int:
        return self.weights.get(name, _WEIGHTS.get(name, _USUAL))


def columns_for(width: int, height: int) -> Columns:
    """Tell how the panes stand where there is so much room."""
    if width >= VAST_FROM[0] and height >= VAST_FROM[1]:
        return VAST
    if width < WIDE_FROM:
        return NARROW
    return TALL if height >= TALL_FROM else WIDE


def visible(columns: Columns, hidden: frozenset[str], panes: Sequence[str]) -> Columns:
    """Leave out what is hidden, and what there is not."""
    found = []
    for column in columns:
        groups = [tuple(p for p in group if p in panes and p not in hidden) for group in column]
        kept = tuple(group for group in groups if group)
        if kept:
            found.append(kept)
    return tuple(found)


def shares(total: int, weights: Sequence[int]) -> list[int]:
    """Divide a length by weights, in whole cells that add up to it."""
    edges = [total * sum(weights[:place]) // sum(weights) for place in range(len(weights) + 1)]
    return [after - before for before, after in pairwise(edges)]


def _grow(weights: dict[str, int], name: str, steps: int) -> None:
    if steps:
        now = weights.get(name, _WEIGHTS.get(name, _USUAL))
        weights[name] = min(max(now + steps * STEP, LEAST), MOST)
