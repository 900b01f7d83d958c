"""A walk over the nodes of a file by the shapes of what is read: what each value is there for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from arguendo.reading.shapes import (
    BLOCK_KEYS,
    SECTION_SHAPES,
    Blocks,
    Either,
    Named,
    Role,
    Shape,
    Some,
    Table,
    Word,
)
from arguendo.yaml_nodes import ListNode, MapNode, Node, TextNode

BLOCKS_TABLE = "conditions"
"""What the descriptions of blocks are found under."""

SECTIONS_TABLE = ""


@dataclass(frozen=True)
class Spot:
    """One text of a file, and what it is there for."""

    node: TextNode
    section: str
    role: Role | None = None
    """None of a key."""
    declares: bool = False
    table: str = SECTIONS_TABLE
    """Of a key: the table that describes it."""
    value: Node | None = None
    """Of a key, and of what is declared under one: what stands beneath."""


def spots(root: Node | None) -> Iterator[Spot]:
    """Go through the texts of a file in their order."""
    if not isinstance(root, MapNode):
        return
    for name, value in root.entries:
        yield Spot(name, name.text, value=value)
        shape = SECTION_SHAPES.get(name.text)
        if shape:
            yield from (replace(spot, section=name.text) for spot in _walk(value, shape))


def _walk(node: Node, shape: Shape) -> Iterator[Spot]:
    match shape:
        case Word(role, declares) if isinstance(node, TextNode):
            yield Spot(node, "", role, declares)
        case Some(of) if isinstance(node, ListNode):
            for item in node.items:
                yield from _walk(item, of)
        case Some(of, alone=True):
            yield from _walk(node, of)
        case Either(text, other):
            yield from _walk(node, text if isinstance(node, TextNode) else other)
        case Named(name, of) if isinstance(node, MapNode):
            for key, value in node.entries:
                yield Spot(key, "", name.role, name.declares, value=value)
                yield from _walk(value, of)
        case Table() | Blocks() if isinstance(node, MapNode):
            yield from _keys(node, shape)


def _keys(node: MapNode, shape: Table | Blocks) -> Iterator[Spot]:
    for key, value in node.entries:
        below = below_key(shape, key.text)
        table = shape.name if isinstance(shape, Table) else BLOCKS_TABLE
        yield Spot(key, "", table=table, value=value)
        if below:
            yield from _walk(value, below)


def below_key(shape: Table | Blocks, key: str) -> Shape | None:
    """Return the shape of what stands under a key; None when there is no such key."""
    if isinstance(shape, Table):
        return shape.shape(key)
    return next((keys[key] for keys in BLOCK_KEYS if key in keys), None)
