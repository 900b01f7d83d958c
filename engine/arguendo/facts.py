"""Facts, open questions and sources as frozen values."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field

from arguendo.span import Span
from arguendo.statements import Statement


@dataclass(frozen=True, slots=True)
class Fact:
    """A ground statement that the source reports."""

    statement: Statement
    degree: int
    date: str | None = None
    """ISO date, or a month (`2017-08`), which counts as known from its last day."""
    source: tuple[str, ...] = ()
    background: bool = False
    """Context on which no rule rests."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A ground statement that the source leaves open."""

    statement: Statement
    by: str | None = None
    """The entity that controls it."""
    source: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Source:
    """A text that the rule base is drawn from."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    paragraphs: Mapping[str, str] = field(default_factory=dict)
    """Paragraph mark (`¶7`) to a one-line paraphrase."""
    span: Span | None = field(default=None, compare=False)


def last_day(date: str) -> str:
    """Return a day as it is, of a month its last day. Both in ISO form."""
    if len(date) != len("2017-08"):
        return date
    year, month = map(int, date.split("-"))
    return f"{date}-{monthrange(year, month)[1]:02d}"
