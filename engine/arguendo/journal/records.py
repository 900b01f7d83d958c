"""What stands in a journal: a head, then what was sent and what became of it, an object a line.

The lines are read back strictly and one by one: a line that is cut short, too long or of another
shape is none, whatever stands around it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, TypeAlias

from msgspec import DecodeError, Meta, Struct, json

from arguendo.export.wire import AskedOf, ValueOf, encode

VERSION = 1
"""Of the form of a journal."""

LONGEST_LINE = 1 << 20
"""Bytes of one line."""

MOST_BYTES = 200_000
"""Bytes that are kept of a line as typed; a turn has two of them, escaped, in one line."""

MOST_REASONED = 40_000
"""Characters that are kept of the reasoning behind an answer."""

Moment: TypeAlias = Annotated[datetime, Meta(tz=True)]
"""In UTC."""


class Unwritable(Exception):
    """A record that no line can hold; the message says why."""


class TypedQuery(Struct, frozen=True, omit_defaults=True):
    """A query as `understood` has it, with all else that it takes to put it again."""

    intent: str
    statement: str | None = None
    assume: dict[str, bool] = {}
    entity: str | None = None
    list: str | None = None
    by: str | None = None
    degree: str | None = None
    scenarios: tuple[str, ...] = ()
    fall: bool = False
    also: tuple[str, ...] = ()
    number: int | None = None
    back: str | None = None
    word: str | None = None
    day: str | None = None
    adds: bool = False
    notes: tuple[str, ...] = ()
    confidence: float = 1.0
    clarify: bool = False
    alternatives: tuple[TypedQuery, ...] = ()
    cases: tuple[dict[str, bool], ...] = ()
    manner: str | None = None
    beyond: str | None = None
    named: str = ""
    near: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    denied: bool = False
    quantified: AskedOf | None = None
    value: ValueOf | None = None
    rule: str | None = None
    paragraph: str | None = None
    unread: tuple[str, ...] = ()
    two: tuple[str, ...] = ()
    rival: str | None = None


class Passage(Struct, frozen=True, omit_defaults=True):
    """A block of an answer in words."""

    role: str
    lines: tuple[str, ...]
    heading: str = ""


class Told(Struct, frozen=True, omit_defaults=True):
    """What was answered: how the statement stands, and the answer in words."""

    status: str | None = None
    degree: str | None = None
    text: tuple[Passage, ...] = ()
    reasoning: tuple[Passage, ...] = ()
    """What lies behind it in full, step by step; of much of it the beginning."""


class Put(Struct, frozen=True, omit_defaults=True):
    """A query that was put, and its answer."""

    question: str
    query: TypedQuery
    answer: Told
    numbered: str | None = None
    """Key of the statement whose proof the query's step number counts in."""


class Edition(Struct, frozen=True, omit_defaults=True):
    """Which rule base answered."""

    name: str
    digest: str


class Stage(Struct, frozen=True, omit_defaults=True):
    """The case of the conversation after a turn, for people; replaying does not need it."""

    scenario: str | None = None
    title: str = ""
    """The scenario in words."""
    assumptions: dict[str, bool] = {}
    assumed: tuple[str, ...] = ()
    """The assumptions in words."""
    as_of: str | None = None
    supposed: dict[str, bool] = {}
    """What a what-if supposes besides, or instead, while it lasts."""
    supposing: tuple[str, ...] = ()
    """The same in words."""


class Head(Struct, frozen=True, omit_defaults=True, tag="head", tag_field="kind"):
    """The first line: which session, and what it began with."""

    version: int
    session: str
    at: Moment
    program: str
    """The version of the program."""
    rule_base: Edition
    title: str = ""
    folder: str | None = None
    """Where the rule base lies; null for the one that the program brings."""
    scenario: str = ""
    as_of: str | None = None


class Sent(Struct, frozen=True, tag="sent", tag_field="kind"):
    """A line was sent; its answer follows unless the program ended first."""

    at: Moment
    question: str


class Turn(Struct, frozen=True, omit_defaults=True, tag="turn", tag_field="kind"):
    """One turn: what was put, what was answered, and where the conversation stood then."""

    at: Moment
    said: Put
    rule_base: Edition
    case: Stage
    again: Put | None = None
    """The last question, put anew after a step on the stage."""
    by_hand: bool = False
    """Whether it was a step on the stage, not a line: what was only supposed ends with it."""
    anew: bool = False
    """Whether the rule base had been read anew before it: only the stage was kept."""


Record: TypeAlias = Head | Sent | Turn

_DECODER: json.Decoder[Record] = json.Decoder(Record)


def now() -> datetime:
    """Return the moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def line_of(record: Record) -> bytes:
    """Write a record as a line. Raises `Unwritable`."""
    try:
        line = encode(record).encode() + b"\n"
    except UnicodeEncodeError as error:
        raise Unwritable("a turn holds half a character") from error
    if len(line) > LONGEST_LINE:
        raise Unwritable("a turn is too large")
    return line


def read_line(line: bytes) -> Record | None:
    """Read a line without its end; None when it is no record of this form."""
    if len(line) >= LONGEST_LINE:
        return None
    try:
        return _DECODER.decode(line)
    except (DecodeError, RecursionError):
        return None


def kept(text: str) -> str:
    """Return what is kept of a line as typed: not more than so much, and no half characters."""
    whole = text.encode("utf-8", errors="replace")
    if len(whole) <= MOST_BYTES:
        return whole.decode()
    return f"{whole[:MOST_BYTES].decode(errors='ignore')} …"
