"""The comments of a YAML text, told from `#` in quotes, block texts and words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from arguendo.span import Span
from arguendo.yaml_repair import lines_of

_BEGINNING = re.compile(r"(?<![^ \t])#")


@dataclass(frozen=True)
class Comment:
    """One comment; it ends with its line."""

    file: str
    text: str
    """What it says, without `#` and the space around."""
    span: Span
    extent: Span
    """What goes when it is deleted: its line, or the rest of it after what stands before."""
    is_alone: bool
    """Whether nothing stands before it in its line."""
    offset: int
    """Characters from its beginning to its text."""

    @property
    def line(self) -> int:
        """The line that it stands in."""
        return self.span.line


def comments(file: str, text: str, texts: Collection[Span]) -> Iterator[Comment]:
    """Go through the comments of a file; `texts` are the places of all its keys and values."""
    taken = _stretches(texts)
    for number, whole in enumerate(lines_of(text), 1):
        line = whole.rstrip("\r\n\x85\u2028\u2029")
        if "#" in line:
            column = _beginning(line, taken.get(number, ()))
            if column is not None:
                yield _comment(file, number, line, column)


def _beginning(line: str, taken: Collection[tuple[int, int]]) -> int | None:
    for match in _BEGINNING.finditer(line):
        if not any(start <= match.start() < end for start, end in taken):
            return match.start()
    return None


def _stretches(texts: Collection[Span]) -> dict[int, list[tuple[int, int]]]:
    """Say for each line from which column to which, counted from 0, texts take it up."""
    found: dict[int, list[tuple[int, int]]] = {}
    for span in texts:
        for line in range(span.line, span.end_line + 1):
            start = span.column - 1 if line == span.line else 0
            end = span.end_column - 1 if line == span.end_line else 10**9
            found.setdefault(line, []).append((start, end))
    return found


def _comment(file: str, number: int, line: str, column: int) -> Comment:
    before = line[:column].rstrip()
    said = line[column:].lstrip("#").strip()
    offset = len(line[column:]) - len(line[column:].lstrip("#").lstrip())
    extent = Span(file, number, 1, number + 1, 1)
    if before:
        extent = Span(file, number, len(before) + 1, number, len(line) + 1)
    span = Span(file, number, column + 1, number, len(line.rstrip()) + 1)
    return Comment(file, said, span, extent, not before, offset)
