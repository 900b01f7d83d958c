"""Positions in a text: as the protocol counts them, as spans do, and as values are written.

Spans count lines and characters from 1, and lines end where YAML ends them. The protocol counts
from 0, in units of an encoding, and knows fewer ends of lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from arguendo.span import Span
from arguendo.yaml_nodes import TextNode
from arguendo.yaml_repair import lines_of

UTF_8, UTF_16, UTF_32 = "utf-8", "utf-16", "utf-32"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, order=True)
class Position:
    """A place as the protocol says it."""

    line: int
    character: int


@dataclass(frozen=True)
class Range:
    """A stretch as the protocol says it; the end is exclusive."""

    start: Position
    end: Position


def units(text: str, encoding: str = UTF_16) -> int:
    """Count the units of a text in an encoding of the protocol."""
    if encoding == UTF_8:
        return len(text.encode("utf-8", "surrogatepass"))
    if encoding == UTF_16:
        return len(text) + sum(character > "\uffff" for character in text)
    return len(text)


def editor_lines(text: str) -> list[str]:
    """Split a text where the protocol ends lines; the ends are left out."""
    return _LINE_END.split(text)


@dataclass(frozen=True)
class Places:
    """All places of one text."""

    text: str
    encoding: str = UTF_16

    @cached_property
    def _spans(self) -> list[int]:
        """Where the lines begin that spans count."""
        return [0, *accumulate(len(line) for line in lines_of(self.text))]

    @cached_property
    def _lines(self) -> list[int]:
        """Where the lines begin that the protocol counts."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def offset(self, position: Position) -> int:
        """Return the offset of a position; beyond the end of a line, that end."""
        if position.line >= len(self._lines):
            return len(self.text)
        offset = self._lines[position.line]
        end = _LINE_END.search(self.text, offset)
        left = position.character
        for character in self.text[offset : end.start() if end else None]:
            left -= units(character, self.encoding)
            if left < 0:
                break
            offset += 1
        return offset

    def position(self, offset: int) -> Position:
        """Return the position of an offset."""
        line = bisect_right(self._lines, offset) - 1
        before = self.text[self._lines[line] : offset]
        return Position(line, units(before, self.encoding))

    def offset_of(self, line: int, column: int) -> int:
        """Return the offset of a line and column of a span."""
        if line > len(self._spans):
            return len(self.text)
        return min(self._spans[line - 1] + column - 1, len(self.text))

    def stretch(self, span: Span) -> tuple[int, int]:
        """Return the offsets of a span; an empty one is a character long where there is one."""
        start = self.offset_of(span.line, span.column)
        return start, max(start, self.offset_of(span.end_line, span.end_column))

    def range(self, start: int, end: int) -> Range:
        """Return the range between two offsets."""
        return Range(self.position(start), self.position(end))

    def range_of(self, span: Span) -> Range:
        """Return the range of a span."""
        return self.range(*self.stretch(span))

    def within(self, node: TextNode) -> list[int] | None:
        """Return the offset of each character of a value, and that of its end.

        None when the value is written in a way that does not show its characters one by one.
        """
        start, end = self.stretch(node.span)
        written = self.text[start:end]
        quote = "" if node.plain else written[:1]
        if quote not in ("", "'", '"'):
            return None
        found, place = [], len(quote)
        for character in node.text:
            step = _step(written, place, character, quote)
            if not step:
                return None
            found.append(start + place + (step - 1 if written[place].isspace() else 0))
            place += step
        return [*found, start + place]


def _step(written: str, place: int, character: str, quote: str) -> int:
    """Return how much of what is written stands for a character, 0 if nothing does."""
    if character == " ":
        space = re.compile(r"\s+").match(written, place)
        return (len(space[0]) if "\n" in space[0] or "\r" in space[0] else 1) if space else 0
    two = written[place : place + 2]
    if (quote == "'" and two == "''") or (quote == '"' and two == f"\\{character}"):
        return 2
    return int(two[:1] == character)
