"""Maps in the DOT language of Graphviz; everything said stands in escaped HTML-like labels."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from arguendo.export.maps.boxes import Drawing, attributes, box_of
from arguendo.export.maps.layout import Box, Line, laid_out
from arguendo.export.maps.legend import caption, legend
from arguendo.export.maps.shapes import PLAIN, Shape
from arguendo.export.maps.themes import FONT, LIGHT, Theme, ink_of, width_of
from arguendo.mapping.argument_map import Kind
from arguendo.wording.maps import RING, WordedMap

_HEADS = {Kind.SUPPORT: "normal", Kind.REBUTTAL: "tee", Kind.LIFTING: "odot", Kind.CONTRARY: "none"}


def dot(worded: WordedMap, theme: Theme = LIGHT, shape: Shape = PLAIN) -> str:
    """Write a map as a DOT graph, with topics as clusters, title and legend."""
    return "\n".join(_lines(Drawing(worded, laid_out(worded.map), theme, shape))) + "\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    worded, layout, theme = drawing.worded, drawing.layout, drawing.theme
    yield "digraph argument {"
    yield (
        f'  graph [rankdir=LR, newrank=true, bgcolor="{theme.background}", fontname="{FONT}", '
        f'fontcolor="{theme.ink}", pad=0.35, nodesep=0.18, ranksep=0.48, '
        f"labelloc=t, labeljust=l, label=<{caption(worded, theme)}>];"
    )
    yield (
        f'  node [shape=box, fontname="{FONT}", fontsize=11, fontcolor="{theme.ink}", '
        'margin="0.11,0.06"];'
    )
    yield f'  edge [fontname="{FONT}", fontsize=9, arrowsize=0.75];'
    yield "  subgraph cluster_all {"
    yield f"    peripheries=0; labelloc=b; labeljust=l; label=<{legend(worded, layout, theme)}>;"
    for place, topic in enumerate(drawing.shape.order(layout.topics)):
        yield f"    subgraph cluster_{place} {{"
        yield from _cluster(drawing, topic)
        yield "    }"
    yield "  }"
    for line in layout.lines:
        begin = ":".join(filter(None, (line.source.box, line.source.statement)))
        yield f"  {begin} -> {line.target} [{_line(drawing, line)}];"
    yield "}"


def _cluster(drawing: Drawing, topic: str) -> Iterator[str]:
    theme, layout = drawing.theme, drawing.layout
    yield (
        f"      label=<<B>{escape(drawing.worded.topics[topic]) or ' '}</B>>; labelloc=t; "
        f'labeljust=l; fontsize=13; fontcolor="{theme.muted}"; style="rounded,filled"; margin=12; '
        f'fillcolor="{theme.group.fill}"; color="{theme.group.border}";'
    )
    some = [box for box in layout.boxes if box.topic == topic]
    for ring in sorted({box.ring for box in some if box.ring is not None}):
        yield from _ring(drawing, ring, [box for box in some if box.ring == ring])
    for box in some:
        if box.ring is None:
            yield f"      {box.name} [{box_of(drawing, box)}];"
    for pair in layout.pairs:
        if layout.topic[pair.target] == topic:
            yield f"      {{rank=same; {pair.source.box}; {pair.target}}}"


def _ring(drawing: Drawing, ring: int, some: list[Box]) -> Iterator[str]:
    """Write what all exclude each other, in a frame of its own."""
    color = drawing.theme.kinds[Kind.CONTRARY]
    yield f"      subgraph cluster_ring_{ring} {{"
    yield (
        f'        id="r{ring}"; label=<<FONT COLOR="{color}">{escape(RING)}</FONT>>; fontsize=10; '
        f'style=rounded; margin=9; peripheries=1; penwidth=1.6; color="{color}";'
    )
    for box in some:
        yield f"        {box.name} [{box_of(drawing, box)}];"
    yield "      }"


def _line(drawing: Drawing, line: Line) -> str:
    edge, theme = line.edge, drawing.theme
    color, width = ink_of(edge, theme), width_of(edge, drawing.worded.map.scale)
    parts = {"id": line.name, "arrowhead": _HEADS[edge.kind]}
    if edge.kind is Kind.CONTRARY:
        # Two colours with nothing between them make a double line.
        parts |= {"dir": "none"}
        color, width = f"{color}:{theme.background}:{color}", 1.5
    elif edge.kind is Kind.SUPPORT:
        parts |= {"style": "solid" if edge.active else "dotted"}
    else:
        parts |= {"style": "dashed"}
    if edge.kind is Kind.CONTRARY or drawing.layout.crossing(line) in drawing.shape.loose:
        parts |= {"constraint": "false"}
    return attributes(parts | {"color": color, "penwidth": f"{width}"})
