"""Nodes and trifles to an outline: what is to be written, each part with its comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from arguendo.authoring.formatting.layout import FILE, Layout
from arguendo.authoring.formatting.trivia import Source, Trifle, trifles
from arguendo.yaml_nodes import ListNode, MapNode, Node, TextNode


@dataclass
class Part:
    """An entry of a mapping, or an item of a list."""

    key: TextNode | None
    value: Node
    lead: list[str] = field(default_factory=list)
    """Comments above it; an empty one is a blank line."""
    trail: str = ""
    """The comment behind it."""
    block: Block | None = None
    """Its value, when that is written below it rather than in its line."""


@dataclass
class Block:
    """A mapping or list, a part a line or more."""

    parts: list[Part]
    layout: Layout
    is_map: bool
    tail: list[str] = field(default_factory=list)
    """Comments after its last part."""


class Next(NamedTuple):
    """The part that follows, wherever it belongs: its offset and its column."""

    offset: int
    column: int


def outline(source: Source, root: MapNode | ListNode) -> Block:
    """Outline a file, its keys in their order."""
    return _Outliner(source, trifles(source, root)).block(
        root, FILE, 0, Next(len(source.text) + 1, 0)
    )


def parts_of(node: MapNode | ListNode) -> list[tuple[TextNode | None, Node]]:
    """List the entries of a mapping, or the items of a list, as entries without key."""
    if isinstance(node, ListNode):
        return [(None, item) for item in node.items]
    return list(node.entries)


def in_order(block: Block) -> Block:
    """Put the keys of a block in their order."""
    order = {name: place for place, name in enumerate(block.layout.order)}
    if block.is_map and order:
        block.parts.sort(key=lambda part: order.get(part.key.text if part.key else "", len(order)))
    return block


class _Outliner:
    """Walks through the nodes, and hands each the trifles that stand before it."""

    def __init__(self, source: Source, trifles: list[Trifle]) -> None:
        self.source = source
        self.trifles = trifles
        self.at = 0

    def block(self, node: MapNode | ListNode, layout: Layout, outer: int, after: Next) -> Block:
        entries = parts_of(node)
        starts = [self.source.start(key or value) for key, value in entries]
        column = node.span.column
        made = Block([], layout, isinstance(node, MapNode))
        for (key, value), start, following in zip(
            entries, starts, [*(Next(s, column) for s in starts[1:]), after], strict=True
        ):
            part = Part(key, value, self._before(start))
            self._fill(part, layout.under(key.text if key else None), column, following)
            made.parts.append(part)
        if column > outer:
            made.tail = self._tail(column, after)
        return in_order(made)

    def _fill(self, part: Part, layout: Layout, column: int, after: Next) -> None:
        value = part.value
        if isinstance(value, MapNode | ListNode) and not value.flow:
            if part.key:
                part.trail = self._behind(part.key, self.source.start(value))
            part.block = self.block(value, layout, column, after)
            if not part.key:
                part.lead += _hoisted(part.block)
            return
        part.lead += [text for text in self._before(self.source.start(value)) if text]
        while self._peek(self.source.end(value)):
            self.at += 1
        part.trail = self._behind(value, after.offset)

    def _peek(self, before: int) -> Trifle | None:
        """Return the next trifle, if it stands before an offset."""
        found = self.trifles[self.at] if self.at < len(self.trifles) else None
        return found if found and found.offset < before else None

    def _before(self, offset: int) -> list[str]:
        found = []
        while trifle := self._peek(offset):
            found.append(trifle.text)
            self.at += 1
        return found

    def _behind(self, node: Node, before: int) -> str:
        """Take the comment that stands on a node's last line, behind it."""
        trifle = self._peek(before)
        if not trifle or trifle.alone or trifle.line != self.source.line_of(self.source.end(node)):
            return ""
        self.at += 1
        return trifle.text

    def _tail(self, column: int, after: Next) -> list[str]:
        """Take what is set in as far as this block, and further than what follows."""
        found: list[str] = []
        ahead, taken = self.at, self.at
        while ahead < len(self.trifles) and (trifle := self.trifles[ahead]).offset < after.offset:
            if trifle.text and not (trifle.column >= column and trifle.column > after.column):
                break
            ahead += 1
            if trifle.text:
                found += [each.text for each in self.trifles[taken:ahead]]
                taken = ahead
        self.at = taken
        return found


def _hoisted(block: Block) -> list[str]:
    """Take the comments above the first part of what begins in its item's own line."""
    first = block.parts[0]
    found = [text for text in first.lead if text]
    first.lead = []
    return found
