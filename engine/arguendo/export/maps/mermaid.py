"""Maps as Mermaid flowcharts, for documents that draw them by themselves.

Mermaid knows no double lines: contraries are joined by a line with a cross at both ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from arguendo.export.maps.layout import Box, Layout, laid_out
from arguendo.export.maps.shapes import COLUMNS
from arguendo.export.maps.themes import LIGHT, Theme, ink_of, width_of
from arguendo.mapping.argument_map import Edge, Kind, Node
from arguendo.wording.maps import LEGEND, RING, Look, WordedMap

_UNSAFE = re.compile(r"[^\w ,.;:!?’“”‘–—…¶/()+●◆✓≠○✗-]")
"""What might mean something to Mermaid, or to the Markdown and HTML that it puts labels in."""

_ENDING = re.compile(r"[;#{}%<>]")
"""What might end a title, or begin a comment, a setting or a tag."""

_ARROWS = {
    Kind.SUPPORT: ("-->", "-.->"),
    Kind.REBUTTAL: ('-. "rebuts" .-x', '-. "would rebut" .-x'),
    Kind.LIFTING: ('-. "lifts a rebuttal" .-o', '-. "would lift a rebuttal" .-o'),
    Kind.CONTRARY: ('x-- "contrary" --x', 'x-- "contrary" --x'),
}
"""By kind: where something comes through, and where nothing does."""


def mermaid(worded: WordedMap, theme: Theme = LIGHT) -> str:
    """Write a map as a flowchart, with topics as subgraphs and a description for readers aloud."""
    return "\n".join(_lines(worded, theme)) + "\n"


def _lines(worded: WordedMap, theme: Theme) -> Iterator[str]:
    layout = laid_out(worded.map)
    yield "flowchart LR"
    yield f"  accTitle: {_plain(worded.title)}"
    yield f"  accDescr: {_plain(worded.about)}"
    for place, topic in enumerate(layout.topics, 1):
        yield f'  subgraph t{place}["{_quoted(worded.topics[topic]) or " "}"]'
        yield from _boxes(worded, layout, [box for box in layout.boxes if box.topic == topic])
        yield "  end"
    yield from _legend(worded)
    for edge in _edges(layout):
        arrow = _ARROWS[edge.kind][0 if edge.active else 1]
        yield f"  {layout.names[edge.source]} {arrow} {layout.names[edge.target]}"
    yield from _styles(worded, layout, theme)


def _boxes(worded: WordedMap, layout: Layout, some: list[Box]) -> Iterator[str]:
    """Write statements, in frames of their own those that all exclude each other."""
    rings: dict[int | None, list[Node]] = {}
    for box in some:
        rings.setdefault(box.ring, []).extend(box.nodes)
    for ring, nodes in rings.items():
        if ring is not None:
            yield f'    subgraph r{ring}["{_quoted(RING)}"]'
        for node in nodes:
            yield f"    {_node(worded, layout.names[node.statement], node)}"
        if ring is not None:
            yield "    end"


def _edges(layout: Layout) -> tuple[Edge, ...]:
    return tuple(edge for line in layout.lines for edge in line.edges)


def _node(worded: WordedMap, name: str, node: Node) -> str:
    text = worded.text(node)
    said = "<br/>".join(map(_quoted, wrap(text.sentence, COLUMNS)))
    said = f"<b>{said}</b>" if node.focus else said
    opened, closed = _shape(text.look)
    tag = _quoted(f"{text.look.mark} {text.tag}")
    path = ":::path" if node.lit or node.focus else ""
    return f'{name}{opened}"{said}<br/><small>{tag}</small>"{closed}{path}'


def _legend(worded: WordedMap) -> Iterator[str]:
    """Show how each kind of box looks; lines say themselves what they mean."""
    yield f'  subgraph legend["{LEGEND}"]'
    yield "    direction LR"
    for look in worded.looks:
        opened, closed = _shape(look)
        said = _quoted(f"{look.mark} {look.value}")
        yield f'    look_{look.name.lower()}{opened}"{said}"{closed}:::{look.name.lower()}'
    yield "  end"


def _shape(look: Look) -> tuple[str, str]:
    return ("[", "]") if look is Look.FACT else ("(", ")")


def _styles(worded: WordedMap, layout: Layout, theme: Theme) -> Iterator[str]:
    for look in worded.looks:
        paint = theme.looks[look]
        dashes = ",stroke-dasharray:5 4" if look in (Look.OPEN, Look.UNSHOWN) else ""
        name = look.name.lower()
        yield (
            f"  classDef {name} fill:{paint.fill},stroke:{paint.border},color:{theme.ink}{dashes}"
        )
        some = (
            layout.names[node.statement]
            for node in worded.map.nodes
            if worded.text(node).look is look
        )
        yield f"  class {','.join(some)} {name}"
    yield f"  classDef path stroke:{theme.path},stroke-width:3px"
    lines: dict[str, list[str]] = {}
    for place, edge in enumerate(_edges(layout)):
        lines.setdefault(_stroke(worded, edge, theme), []).append(str(place))
    for stroke, places in lines.items():
        yield f"  linkStyle {','.join(places)} {stroke}"


def _stroke(worded: WordedMap, edge: Edge, theme: Theme) -> str:
    return f"stroke:{ink_of(edge, theme)},stroke-width:{width_of(edge, worded.map.scale)}px"


def _quoted(text: str) -> str:
    """Write a text to stand in quotation marks: what is not plainly harmless by its number."""
    return _UNSAFE.sub(lambda found: f"#{ord(found[0])};", text)


def _plain(text: str) -> str:
    """Write a text to stand alone in a line, where Mermaid knows no numbers for characters."""
    return _ENDING.sub(" ", text)
