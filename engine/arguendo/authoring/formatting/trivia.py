"""What YAML passes over and authors do not: comments and blank lines, with where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from arguendo.yaml_nodes import HiddenNode, ListNode, MapNode, Node, TextNode

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


class Source:
    """A file's text, with places given by line and column (from 1) or by offset (from 0)."""

    def __init__(self, text: str) -> None:
        """Take a text whose lines end in a line feed and nothing else."""
        self.text = text
        self.lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self.lines)]

    def offset(self, line: int, column: int) -> int:
        """Return where a place lies."""
        return self._starts[line - 1] + column - 1

    def line_of(self, offset: int) -> int:
        """Return the line of an offset."""
        return bisect_right(self._starts, offset)

    def start(self, node: Node) -> int:
        """Return where a node begins."""
        return self.offset(node.span.line, node.span.column)

    def end(self, node: Node) -> int:
        """Return where a node ends; a block text ends with its last line that is not blank."""
        end = self.offset(node.span.end_line, node.span.end_column)
        if not is_block_text(self, node):
            return end
        start = self.start(node)
        return start + len(self.text[start:end].rstrip())

    def written(self, node: Node) -> str:
        """Return a node as it stands in the file."""
        return self.text[self.start(node) : self.end(node)]


def is_block_text(source: Source, node: Node) -> bool:
    """Tell whether a text is written after `|` or `>`."""
    return (
        isinstance(node, TextNode)
        and not node.plain
        and source.text[source.start(node) : source.start(node) + 1] in ("|", ">")
    )


@dataclass(frozen=True, slots=True)
class Trifle:
    """A comment, or (empty) a blank line."""

    offset: int
    line: int
    column: int
    text: str
    alone: bool = True
    """Nothing stands before it on its line."""


def trifles(source: Source, root: Node) -> list[Trifle]:
    """List all comments and blank lines outside texts, in order.

    The comment behind the sign of a block text belongs to that text.
    """
    found: list[Trifle] = []
    position = 0
    for text in sorted(texts(root), key=source.start):
        found += _between(source, position, source.start(text))
        position = max(position, source.end(text))
    return found + list(_between(source, position, len(source.text)))


def texts(node: Node) -> Iterator[TextNode]:
    """Go through all texts of a node."""
    match node:
        case TextNode():
            yield node
        case ListNode(items):
            for item in items:
                yield from texts(item)
        case MapNode(entries):
            for key, value in entries:
                yield key
                yield from texts(value)
        case HiddenNode():
            pass


def _between(source: Source, start: int, end: int) -> Iterator[Trifle]:
    """Go through the trifles of a stretch that holds nothing but signs, comments and space."""
    for line in range(source.line_of(start), source.line_of(end) + 1):
        first = source.offset(line, 1)
        written = source.lines[line - 1] if line <= len(source.lines) else ""
        if not written.strip():
            if start <= first and first + len(written) < len(source.text):
                yield Trifle(first, line, 1, "")
            continue
        found = _COMMENT.search(source.text, max(start, first), min(end, first + len(written)))
        if found and found.start() >= start:
            column = found.start() - first + 1
            alone = not written[: column - 1].strip()
            yield Trifle(found.start(), line, column, found[0].rstrip(), alone)
