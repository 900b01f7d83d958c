"""Worded pages as lines of plain text, each with its role, for terminals and pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from arguendo.problems import printable
from arguendo.wording.page import Block, Page, Role
from arguendo_tui.tables import table_lines

NARROWEST = 20
_MARK = re.compile(r"\s*(?:\d+\.\s+|\[\d+\]\s+|[-•]\s+)?")


class Line(NamedTuple):
    """One line; a heading has its block's role too, an empty line none."""

    text: str
    role: Role | None = None
    heading: bool = False


def lines(page: Page, width: int | None = None) -> Iterator[Line]:
    """Go through a page's lines, wrapped to a width if there is one, blocks set apart."""
    for number, block in enumerate(page.blocks):
        if number:
            yield Line("")
        if block.heading:
            for text in wrapped(block.heading, width):
                yield Line(text, block.role, heading=True)
        set_out = table_lines(block.table, width) if block.table else None
        for text in set_out or _wrapped(block, width):
            yield Line(text, block.role)


def _wrapped(block: Block, width: int | None) -> Iterator[str]:
    for line in _of(block):
        yield from wrapped(line, width)


def text_of(page: Page, width: int | None = None) -> str:
    """Write a page as plain text."""
    return "\n".join(line.text for line in lines(page, width))


def wrapped(text: str, width: int | None) -> list[str]:
    """Break a line at spaces; what follows hangs below the text, not below its number or dash."""
    safe = printable(text)
    if width is None or len(safe) < width:
        return [safe]
    mark = _MARK.match(safe)
    indent = " " * min(len(mark[0]) if mark else 0, width // 2)
    room = max(width - 1, NARROWEST)
    return wrap(safe, room, subsequent_indent=indent, drop_whitespace=True) or [""]


def _of(block: Block) -> Iterator[str]:
    """Go through a block's lines, items marked: suggestions by number, since one may pick them."""
    for number, line in enumerate(block.lines, 1):
        if block.role is Role.SUGGESTION:
            yield f"[{number}] {line}"
        else:
            yield f"- {line}" if block.role is Role.LIST else line
