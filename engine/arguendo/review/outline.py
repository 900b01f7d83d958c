"""What a file is made of, as far as comments speak for it: sections, and the items in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.problems import Problems
from arguendo.review.comments import Comment
from arguendo.span import Span
from arguendo.yaml_nodes import ListNode, MapNode, Node, TextNode, parse
from arguendo.yaml_repair import lines_of

HEAD = "rule base"
"""The one section that is a single item."""


@dataclass(frozen=True, order=True)
class Part:
    """A section, or an item in one; lines and columns count from 1."""

    start: tuple[int, int]
    end: tuple[int, int]
    indent: int
    """Characters before its first one."""


WHOLE_FILE = Part((0, 0), (10**9, 0), 0)


class Outline:
    """The parts of one file, and which of them a place or a comment belongs to."""

    def __init__(self, sections: list[Part], items: list[Part], lines: list[str]) -> None:
        """Take the parts in the order of the file."""
        self.sections = sections
        self.items = items
        self.lines = lines
        self.texts: list[Span] = []
        """Where all keys and values stand."""
        self._starts = [part.start for part in items]
        self._section_starts = [part.start for part in sections]

    def scopes(self, line: int, column: int) -> Iterator[Part]:
        """Go through the parts that a place lies in, the innermost first."""
        for parts, starts in ((self.items, self._starts), (self.sections, self._section_starts)):
            place = bisect_right(starts, (line, column)) - 1
            if place >= 0 and (line, column) <= parts[place].end:
                yield parts[place]
        yield WHOLE_FILE

    def scope_of(self, comment: Comment) -> Part | None:
        """Return the part that a comment speaks for; None when it stands above nothing."""
        if not self.sections or comment.line < self.sections[0].start[0]:
            return WHOLE_FILE
        place = (comment.line, comment.span.column)
        if not comment.is_alone:
            return self._part_in(comment.line)
        below = self._part_below(comment)
        above = bisect_right(self._starts, place) - 1
        if above >= 0 and self._is_inside(comment, self.items[above]):
            return self.items[above]
        return below

    def _part_in(self, line: int) -> Part | None:
        """Return the item that a line belongs to, or the section that begins in it."""
        above = bisect_right(self._starts, (line, 10**9)) - 1
        if above >= 0 and line <= self.items[above].end[0]:
            return self.items[above]
        return next((part for part in self.sections if part.start[0] == line), None)

    def _is_inside(self, comment: Comment, item: Part) -> bool:
        """Tell whether a comment stands among an item's lines, or below and as deep as they."""
        is_deeper = comment.span.column - 1 > item.indent
        section = bisect_right(self._section_starts, (comment.line, comment.span.column)) - 1
        is_same = section == bisect_right(self._section_starts, item.start) - 1
        return comment.line <= item.end[0] or (is_deeper and is_same)

    def _part_below(self, comment: Comment) -> Part | None:
        """Return the part whose first line follows, with nothing but comments between."""
        number = comment.line
        while number < len(self.lines) and self.lines[number].lstrip().startswith("#"):
            number += 1
        for parts, starts in ((self.sections, self._section_starts), (self.items, self._starts)):
            place = bisect_right(starts, (number + 1, 0))
            if place < len(parts) and parts[place].start[0] == number + 1:
                return parts[place]
        return None


def outline(file: str, text: str) -> Outline:
    """Read the parts of a file that can be read."""
    root = parse(file, text, Problems())
    lines = lines_of(text)
    sections: list[Part] = []
    items: list[Part] = []
    if isinstance(root, MapNode):
        for name, node in root.entries:
            section = _part(name.span, node.span, lines)
            sections.append(section)
            items += [section] if name.text == HEAD else _items(node, lines)
    found = Outline(sections, items, lines)
    found.texts = list(_texts(root)) if root else []
    return found


def _items(node: Node, lines: list[str]) -> Iterator[Part]:
    if isinstance(node, ListNode):
        for item in node.items:
            yield _part(item.span, item.span, lines)
    elif isinstance(node, MapNode):
        for name, value in node.entries:
            yield _part(name.span, value.span, lines)


def _part(first: Span, last: Span, lines: list[str]) -> Part:
    """Make a part; one that begins a list's item begins with its dash, if need be lines above."""
    line, column = first.line, first.column
    before = lines[line - 1][: column - 1]
    while not before.strip() and line > 1 and lines[line - 2].strip() == "-":
        line -= 1
        before = lines[line - 1]
    indent = len(before) - len(before.lstrip()) if "-" in before else column - 1
    start = (line, indent + 1) if before.strip() in ("", "-") else (line, column)
    end = (last.end_line, last.end_column)
    if last.end_column == 1 and last.end_line > first.line:  # a block text ends below its last line
        end = (last.end_line - 1, 10**9)
    return Part(start, end, indent)


def _texts(node: Node) -> Iterator[Span]:
    """Go through the places of all keys and values."""
    if isinstance(node, TextNode):
        yield node.span
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, MapNode):
        for name, value in node.entries:
            yield name.span
            yield from _texts(value)
