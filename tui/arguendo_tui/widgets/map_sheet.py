"""A map laid out by netext: where boxes and lines stand, and the strips that show them.

Laying out is slow and done once, beside the screen; painting again with other styles leaves
everything where it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from io import StringIO
from typing import Any, TypeAlias

from netext import ConsoleGraph
from netext._core import LayoutDirection, SugiyamaLayout
from netext.buffer_renderer import render_buffers
from netext.edge_rasterizer import rasterize_edge, rasterize_path_and_label
from netext.edge_rendering.buffer import EdgeBuffer
from netext.edge_rendering.modes import EdgeSegmentDrawingMode as Drawn
from netext.edge_routing.edge import EdgePath
from netext.edge_routing.modes import EdgeRoutingMode
from netext.graph_transitions import register_edge_with_router
from netext.node_rasterizer import rasterize_node
from netext.properties.arrow_tips import ArrowTip
from netext.properties.edge import EdgeProperties
from rich.box import DOUBLE, HEAVY, ROUNDED, SQUARE
from rich.box import Box as Border
from rich.console import Console
from rich.style import Style
from rich.text import Text
from textual.geometry import Region

from arguendo.cancelling import heed
from arguendo.mapping.argument_map import Kind
from arguendo.wording.maps import Look
from arguendo_tui.presenters.map import Box, Detail, Line
from arguendo_tui.widgets.map_detours import Cell, NoWay, detour, is_crossing
from arguendo_tui.widgets.map_weaving import woven

Brush: TypeAlias = Mapping[str, Style]
"""From the name of a component to its style."""

_SPREAD = {
    Detail.LEAST: (0.75, 0.5),
    Detail.SHORT: (0.8, 0.5),
    Detail.FULL: (0.85, 0.68),
    Detail.WIDE: (0.9, 0.7),
}
"""How far things stand apart, by detail: netext leaves more room than is needed."""

_RUNS = LayoutDirection.LEFT_RIGHT

_BORDERS: Mapping[Look, Border] = {Look.FACT: SQUARE, Look.CONTESTED: DOUBLE}


class Sheet:
    """Boxes and lines in their places."""

    def __init__(
        self, boxes: Collection[Box], lines: Collection[Line], detail: Detail, brush: Brush
    ) -> None:
        """Lay out boxes and lines. Raises `Cancelled`, and `NoWay` where a line finds none."""
        self._console = Console(width=2_000, file=StringIO(), legacy_windows=False)
        self._brush = brush
        self._painted: dict[object, object] = {box.key: (box, False) for box in boxes}
        self._painted |= {line.ends: line for line in lines}
        self._lines = {line.ends: line for line in lines}
        self._woven: list[EdgeBuffer] | None = None
        """The lines as they are drawn together; None where one has changed since."""
        self.graph = ConsoleGraph(
            nodes={box.key: _node(box, brush, False) for box in boxes},
            edges=[(*line.ends, {"$show": False}) for line in lines],
            console=self._console,
            layout_engine=SugiyamaLayout(_RUNS),
            zoom=_SPREAD[detail],
        )
        self.graph._all_buffers()
        self._boxes = [
            Region(box.left_x, box.top_y, box.width, box.height)
            for box in self.graph.node_buffers.values()
        ]
        self._taken: set[Cell] = set()
        for line in sorted(lines, key=lambda line: not line.lit):
            heed()
            self._route(line)
        self._render()

    def paint(self, boxes: Iterable[Box], lines: Iterable[Line], brush: Brush, cursor: str) -> None:
        """Paint the same boxes and lines as they are now, where they differ; nothing moves."""
        if brush != self._brush:
            self._brush = brush
            self._painted.clear()
        for box in boxes:
            if self._is_new(box.key, (box, box.key == cursor)):
                self._paint_box(box, box.key == cursor)
        for line in lines:
            self._lines[line.ends] = line
            if self._is_new(line.ends, line):
                self._paint_line(line)
        self._render()

    def _is_new(self, key: object, look: object) -> bool:
        """Tell whether something looks otherwise than it did."""
        known = self._painted.get(key)
        self._painted[key] = look
        return known != look

    def _paint_box(self, box: Box, pointed: bool) -> None:
        old = self.graph.node_buffers[box.key]
        data = _node(box, self._brush, pointed)
        new = rasterize_node(self._console, box.key, data, node_anchors=old.node_anchors)
        new.center = old.center
        self.graph.node_buffers[box.key] = new

    def _paint_line(self, line: Line) -> None:
        known = self.graph.edge_buffers.get(line.ends)
        if known is None:
            return
        self._put(line, known.path)
        self._woven = None

    def _route(self, line: Line) -> None:
        """Find a way for a line around all boxes and the lines before it.

        All at once would be one call that keeps every other thread waiting until it is done.
        """
        graph = self.graph
        source, target = (graph.node_buffers[end] for end in line.ends)
        look = EdgeProperties.from_data_dict(_edge(line, self._brush))
        place = len(graph.edge_buffers)
        found = rasterize_edge(
            self._console, graph._core_graph, source, target, look, 1, place, _RUNS
        )
        if found is None:
            raise NoWay
        graph.edge_buffers[line.ends], graph.edge_label_buffers[line.ends] = found
        if is_crossing(found[0].path, self._boxes):
            self._put(line, detour(found[0].path, self._boxes, self._taken))
        known = graph.edge_buffers[line.ends]
        register_edge_with_router(graph._core_graph, *line.ends, known)
        self._taken.update((point.x, point.y) for point in known.path.directed_points)

    def _put(self, line: Line, path: EdgePath) -> None:
        """Draw a line on a way."""
        look = EdgeProperties.from_data_dict(_edge(line, self._brush))
        source, target = (self.graph.node_buffers[end] for end in line.ends)
        strips, labels, low, high = rasterize_path_and_label(
            self._console, source, target, look, None, path
        )
        known = self.graph.edge_buffers[line.ends]
        self.graph.edge_buffers[line.ends] = replace(
            known, path=path, boundary_1=low, boundary_2=high, strips=strips
        )
        self.graph.edge_label_buffers[line.ends] = labels

    def region(self, key: str) -> Region:
        """Return where a box stands, from the upper left corner of the sheet."""
        box, all_of_it = self.graph.node_buffers[key], self.graph.full_viewport
        return Region(box.left_x - all_of_it.x, box.top_y - all_of_it.y, box.width, box.height)

    @property
    def keys(self) -> list[str]:
        """The keys of the boxes, column by column from the left, each from above."""
        places = {key: self.region(str(key)) for key in self.graph.node_buffers}
        return sorted(map(str, places), key=lambda key: (places[key].x // 8, places[key].y))

    def _render(self) -> None:
        edges = self.graph.edge_buffers
        drawn = {id(edges[ends]) for ends in edges}
        buffers = [each for each in self.graph._all_buffers() if id(each) not in drawn]
        if self._woven is None:
            self._woven = woven((edges[ends], self._lines[ends]) for ends in edges)
        buffers += self._woven
        self.strips, self.references = render_buffers(buffers, self.graph.viewport)


def _node(box: Box, brush: Brush, pointed: bool) -> dict[str, Any]:
    style = brush[f"map--{box.look.name.lower()}"]
    border = brush["map--path"] if box.lit else style
    own = brush["map--text"] if box.tagged else style
    *body, last = (*box.lines, "") if not box.tagged else box.lines
    said = Text("\n".join(body), brush["map--focus"] if box.focus else own)
    if last:
        said.append(f"\n{last}", said.style if pointed else style)
    if pointed:
        said.stylize(brush["map--cursor"])
    heavy = box.focus or pointed
    return {
        "$box-type": HEAVY if heavy else _BORDERS.get(box.look, ROUNDED),
        "$style": border,
        "$content-renderer": lambda _key, _data, _style: said,
    }


def _edge(line: Line, brush: Brush) -> dict[str, Any]:
    supports = Kind.SUPPORT in line.kinds
    mode = Drawn.BOX_DOUBLE if Kind.CONTRARY in line.kinds else Drawn.BOX_ROUNDED
    name = "path" if line.lit else "support" if supports else "attack"
    return {
        "$edge-routing-mode": EdgeRoutingMode.ORTHOGONAL,
        "$edge-segment-drawing-mode": Drawn.BOX_HEAVY if line.lit else mode,
        "$end-arrow-tip": ArrowTip.NONE if line.kinds == {Kind.CONTRARY} else ArrowTip.ARROW,
        "$label": line.mark or None,
        "$style": brush[f"map--{name}" if line.active or line.lit else "map--idle"],
    }
