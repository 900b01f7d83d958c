"""The boxes of a map as nodes of Graphviz; everything said stands in escaped HTML-like labels."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from textwrap import wrap

from arguendo.export.maps.layout import Box, Layout
from arguendo.export.maps.shapes import Shape
from arguendo.export.maps.themes import Theme
from arguendo.mapping.argument_map import Node
from arguendo.wording.maps import Look, WordedMap

_STACKED = 34
"""Characters to a line of a statement in a stack."""

_SMALL = 0.8
"""How wide small letters are, beside others."""

_STYLES = {
    Look.FACT: "filled",
    Look.OPEN: "rounded,filled,dashed",
    Look.UNSHOWN: "rounded,filled,dashed",
}
_BREAK = '<BR ALIGN="LEFT"/>'


@dataclass(frozen=True)
class Drawing:
    """A map, with what it is drawn."""

    worded: WordedMap
    layout: Layout
    theme: Theme
    shape: Shape


def box_of(drawing: Drawing, box: Box) -> str:
    """Write the attributes of a box."""
    return _stack(drawing, box) if box.is_stack else _single(drawing, box)


def attributes(parts: dict[str, str]) -> str:
    """Write attributes; nothing that comes from files stands in them."""
    return ", ".join(f'{key}="{value}"' for key, value in parts.items())


def _single(drawing: Drawing, box: Box) -> str:
    node, theme = box.nodes[0], drawing.theme
    text = drawing.worded.text(node)
    said = _BREAK.join(map(escape, wrap(text.sentence, drawing.shape.columns)))
    said = f"<B>{said}</B>" if node.focus else said
    width = 3.2 if node.focus else 2.4 if node.lit else 1.1
    parts = {
        "id": box.name,
        "style": _STYLES.get(text.look, "rounded,filled"),
        "fillcolor": theme.looks[text.look].fill,
        "color": _border(drawing, node),
        "penwidth": f"{width}",
        "peripheries": "2" if text.look is Look.CONTESTED else "1",
    }
    tags = wrap(f"{text.look.mark} {text.tag}", int(drawing.shape.columns / _SMALL))
    label = (
        f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">'
        f'<TR><TD ALIGN="LEFT" BALIGN="LEFT">{said}</TD></TR>'
        f'<TR><TD ALIGN="LEFT" BALIGN="LEFT">{_small(_BREAK.join(map(escape, tags)), theme)}'
        "</TD></TR></TABLE>>"
    )
    return f"{attributes(parts)}, label={label}"


def _stack(drawing: Drawing, box: Box) -> str:
    """Write statements as the rows of a table, each a place that lines can begin at."""
    rows = "".join(_row(drawing, node) for node in box.nodes)
    table = (
        f'<TABLE BORDER="1" COLOR="{drawing.theme.idle}" BGCOLOR="{drawing.theme.background}" '
        f'STYLE="ROUNDED" CELLBORDER="1" CELLSPACING="3" CELLPADDING="4">{rows}</TABLE>'
    )
    return f"{attributes({'id': box.name, 'shape': 'plain'})}, label=<{table}>"


def _row(drawing: Drawing, node: Node) -> str:
    text = drawing.worded.text(node)
    name = drawing.layout.names[node.statement]
    dashed = ' STYLE="DASHED"' if text.look in (Look.OPEN, Look.UNSHOWN) else ""
    return (
        # Only what has a title is drawn as a group, which can then be given one to be read aloud.
        f'<TR><TD PORT="{name}" ID="{name}" TITLE="{name}" ALIGN="LEFT" BALIGN="LEFT" '
        f'BGCOLOR="{drawing.theme.looks[text.look].fill}" COLOR="{_border(drawing, node)}" '
        f'BORDER="{2 if node.lit else 1}"{dashed}>{_told(drawing, node)}{_BREAK}</TD></TR>'
    )


def _told(drawing: Drawing, node: Node) -> str:
    """Say what a row says; how it stands comes behind it where there is room, else below."""
    text = drawing.worded.text(node)
    said = wrap(text.sentence, _STACKED)
    tag = f"{text.look.mark} {text.tag}"
    fits = len(said[-1]) + 2 + len(tag) * _SMALL <= _STACKED
    between = "&#160;&#160;" if fits else _BREAK
    tags = _BREAK.join(map(escape, wrap(tag, int(_STACKED / _SMALL))))
    # The space at the end makes the last line as high as others, so that letters do not touch.
    return f"{_BREAK.join(map(escape, said))}{between}{_small(tags, drawing.theme)}&#160;"


def _border(drawing: Drawing, node: Node) -> str:
    if node.lit or node.focus:
        return drawing.theme.path
    return drawing.theme.looks[drawing.worded.text(node).look].border


def _small(said: str, theme: Theme) -> str:
    return f'<FONT POINT-SIZE="9" COLOR="{theme.muted}">{said}</FONT>'
