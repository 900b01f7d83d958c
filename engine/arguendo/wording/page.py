"""A worded answer: blocks of plain text with the role each plays, for any front end to set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a block is for."""

    ANSWER = "answer"
    """The direct answer, one sentence."""
    REASON = "reason"
    """What the answer rests on, or what stands in its way."""
    STEPS = "steps"
    """The numbered steps of a proof, or the rules that fail, a line each."""
    LIST = "list"
    """Items, a line each."""
    OUTLOOK = "outlook"
    """What could change it."""
    NOTE = "note"
    """An aside: what was set aside, how words were taken."""
    SUGGESTION = "suggestion"
    """A question that could be asked next, a line each."""


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    share: float
    """What a bar beside it shows: 0 to 1."""
    cells: tuple[str, ...]
    """As many as the table has columns; the last is what the row is about."""
    notes: str = ""
    """The cells between the first and the last, in words."""


@dataclass(frozen=True)
class Table:
    """What lines say, in columns, for front ends that can set it so."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    rest: str = ""
    """What is said of rows that are left out."""


@dataclass(frozen=True)
class Block:
    """Some lines with one role; a heading stands above them when there is one."""

    role: Role
    lines: tuple[str, ...]
    heading: str = ""
    table: Table | None = None
    """The same as the lines, in columns."""


@dataclass(frozen=True)
class Page:
    """A whole answer, in the order to be read."""

    blocks: tuple[Block, ...]

    @property
    def answer(self) -> str:
        """The direct answer."""
        return " ".join(line for b in self.blocks if b.role is Role.ANSWER for line in b.lines)

    def of(self, *roles: Role) -> tuple[Block, ...]:
        """Return the blocks of some roles."""
        return tuple(block for block in self.blocks if block.role in roles)

    def without(self, *roles: Role) -> Page:
        """Return the page without the blocks of some roles."""
        return Page(tuple(block for block in self.blocks if block.role not in roles))

    def beyond(self, other: Page) -> Page:
        """Return the page without the blocks that stand on another page as well."""
        return Page(tuple(block for block in self.blocks if block not in other.blocks))

    @property
    def text(self) -> str:
        """All of it as plain text: blocks apart by an empty line, list items with a dash."""
        return "\n\n".join(filter(None, map(_plain, self.blocks)))


def _plain(block: Block) -> str:
    listed = block.role in (Role.LIST, Role.SUGGESTION)
    lines = [f"- {line}" if listed else line for line in block.lines]
    return "\n".join([block.heading, *lines] if block.heading else lines)
