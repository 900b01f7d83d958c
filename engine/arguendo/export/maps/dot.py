"""Maps in the DOT language of Graphviz; everything said stands in escaped HTML-like labels."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from textwrap import wrap

from arguendo.export.maps.legend import caption, legend
from arguendo.export.maps.themes import FONT, LIGHT, Theme, ink_of, width_of
from arguendo.mapping.argument_map import Edge, Kind, Node
from arguendo.wording.maps import Look, WordedMap

COLUMNS = 27
"""Characters to a line of a statement."""

_HEADS = {Kind.SUPPORT: "normal", Kind.REBUTTAL: "tee", Kind.LIFTING: "odot", Kind.CONTRARY: "none"}
_STYLES = {
    Look.FACT: "filled",
    Look.OPEN: "rounded,filled,dashed",
    Look.UNSHOWN: "rounded,filled,dashed",
}


def dot(worded: WordedMap, theme: Theme = LIGHT) -> str:
    """Write a map as a DOT graph, with topics as clusters, title and legend."""
    return "\n".join(_lines(worded, theme)) + "\n"


def node_ids(worded: WordedMap) -> dict[str, Node]:
    """Return what the nodes are called in every form of a map."""
    return {f"s{place}": node for place, node in enumerate(worded.map.nodes, 1)}


def edge_ids(worded: WordedMap) -> dict[str, Edge]:
    """Return what the edges are called in every form of a map."""
    return {f"e{place}": edge for place, edge in enumerate(worded.map.edges, 1)}


def _lines(worded: WordedMap, theme: Theme) -> Iterator[str]:
    yield "digraph argument {"
    yield (
        f'  graph [rankdir=LR, bgcolor="{theme.background}", fontname="{FONT}", '
        f'fontcolor="{theme.ink}", pad=0.35, nodesep=0.22, ranksep=0.6, '
        f"labelloc=t, labeljust=l, label=<{caption(worded, theme)}>];"
    )
    yield (
        f'  node [shape=box, fontname="{FONT}", fontsize=11, fontcolor="{theme.ink}", '
        'margin="0.13,0.08"];'
    )
    yield f'  edge [fontname="{FONT}", fontsize=9, arrowsize=0.75];'
    yield "  subgraph cluster_all {"
    yield f"    peripheries=0; labelloc=b; labeljust=l; label=<{legend(worded, theme)}>;"
    for place, topic in enumerate(worded.map.topics):
        yield f"    subgraph cluster_{place} {{"
        yield from _cluster(worded, topic, theme)
        yield "    }"
    yield "  }"
    called = {node.statement: name for name, node in node_ids(worded).items()}
    for name, edge in edge_ids(worded).items():
        source, target = called[edge.source], called[edge.target]
        yield f"  {source} -> {target} [{_edge(worded, name, edge, theme)}];"
    yield "}"


def _cluster(worded: WordedMap, topic: str, theme: Theme) -> Iterator[str]:
    yield (
        f"      label=<<I>{escape(worded.topics[topic]) or ' '}</I>>; labelloc=t; labeljust=l; "
        f'fontsize=12; fontcolor="{theme.muted}"; style="rounded,filled"; margin=12; '
        f'fillcolor="{theme.group.fill}"; color="{theme.group.border}";'
    )
    for name, node in node_ids(worded).items():
        if node.topic == topic:
            yield f"      {name} [{_node(worded, name, node, theme)}];"


def _node(worded: WordedMap, name: str, node: Node, theme: Theme) -> str:
    text = worded.text(node)
    paint = theme.looks[text.look]
    said = '<BR ALIGN="LEFT"/>'.join(map(escape, wrap(text.sentence, COLUMNS)))
    said = f"<B>{said}</B>" if node.focus else said
    border = theme.path if node.lit or node.focus else paint.border
    width = 3.2 if node.focus else 2.4 if node.lit else 1.1
    parts = {
        "id": name,
        "style": _STYLES.get(text.look, "rounded,filled"),
        "fillcolor": paint.fill,
        "color": border,
        "penwidth": f"{width}",
        "peripheries": "2" if text.look is Look.CONTESTED else "1",
    }
    tag = "<BR/>".join(map(escape, wrap(f"{text.look.mark} {text.tag}", COLUMNS + 4)))
    label = (
        f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">'
        f'<TR><TD ALIGN="LEFT" BALIGN="LEFT">{said}</TD></TR>'
        f'<TR><TD ALIGN="LEFT" BALIGN="LEFT"><FONT POINT-SIZE="9" COLOR="{theme.muted}">{tag}'
        "</FONT></TD></TR></TABLE>>"
    )
    return f"{_attributes(parts)}, label={label}"


def _edge(worded: WordedMap, name: str, edge: Edge, theme: Theme) -> str:
    color, width = ink_of(edge, theme), width_of(edge, worded.map.scale)
    parts = {"id": name, "arrowhead": _HEADS[edge.kind]}
    if edge.kind is Kind.CONTRARY:
        # Two colours with nothing between them make a double line.
        parts |= {"constraint": "false", "dir": "none"}
        color, width = f"{color}:{theme.background}:{color}", 1.5
    elif edge.kind is Kind.SUPPORT:
        parts |= {"style": "solid" if edge.active else "dotted", "headport": "w"}
    else:
        parts |= {"style": "dashed"}
    return _attributes(parts | {"color": color, "penwidth": f"{width}"})


def _attributes(parts: dict[str, str]) -> str:
    """Write attributes; nothing that comes from files stands in them."""
    return ", ".join(f'{key}="{value}"' for key, value in parts.items())
