"""Where in the structure of a file the cursor stands, found by indentation alone.

A line that is being written is seldom sound YAML, so that nodes are of no use for it: the keys and
dashes that it stands beneath are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from arguendo.language_server.spots import below_key
from arguendo.reading.shapes import SECTION_SHAPES, Blocks, Either, Named, Shape, Some, Table

ITEM = "-"
"""Stands in a path for the dash of a list's item."""

_KEY = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"{\[][^#]*?)\s*:(?:\s+|$)""")
_SEPARATORS = re.compile(r"[,;]\s*")


@dataclass(frozen=True)
class Context:
    """What the cursor stands in."""

    path: tuple[str, ...]
    """Keys, and a dash for each item of a list, from the outside in."""
    typed: str
    """What stands between the beginning of the value, or of the key, and the cursor."""
    start: int
    """The column at which that begins, counted from 0."""
    siblings: frozenset[str] = frozenset()
    """The keys that stand in the same mapping already."""
    beneath: bool = True
    """Whether it begins a line, apart from dashes, and does not follow a key."""
    flow: bool = False
    """Whether it stands in `{…}` or `[…]`."""


@dataclass(frozen=True)
class _Token:
    """A key or dash, and its column."""

    column: int
    text: str


def context_at(lines: Sequence[str], line: int, column: int) -> Context:
    """Find what the cursor stands in; line and column count from 0."""
    before = lines[line][:column] if line < len(lines) else ""
    own, typed, start = _tokens(before)
    first = own[0] if own else _Token(start, "")
    above = [token.text for token in _above(lines, line, first)]
    path = (*reversed(above), *(token.text for token in own))
    if typed.startswith(("{", "[")) and own:
        return _in_flow(path, typed, start)
    follows_key = bool(own) and own[-1].text != ITEM
    siblings = () if follows_key else _siblings(lines, line, start, begins=bool(own))
    if typed[:1] in ("'", '"'):
        typed, start = typed[1:], start + 1
    return Context(path, typed, start, frozenset(siblings), not follows_key)


def _tokens(text: str) -> tuple[list[_Token], str, int]:
    """Take the dashes and the key from the beginning of a line; return what is left, and where."""
    found = []
    place = len(text) - len(text.lstrip(" "))
    while text[place : place + 1] == "-" and text[place + 1 : place + 2] in ("", " "):
        found.append(_Token(place, ITEM))
        place += 1
        place += len(text[place:]) - len(text[place:].lstrip(" "))
    key = _KEY.match(text, place)
    if key:
        found.append(_Token(place, key[1].strip("\"'")))
        place = key.end()
    return found, text[place:], place


def _filled(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[tuple[list[_Token], int]]:
    """Go through lines that are neither empty nor comments: their tokens, and their indentation."""
    for number in numbers:
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            yield _tokens(lines[number])[0], len(lines[number]) - len(lines[number].lstrip(" "))


def _above(lines: Sequence[str], line: int, below: _Token) -> Iterator[_Token]:
    """Find the keys and dashes that something stands beneath, from the inside out.

    A list may stand as far left as its key.
    """
    for tokens, _ in _filled(lines, range(min(line, len(lines)) - 1, -1, -1)):
        for token in reversed(tokens):
            is_key_of_list = below.text == ITEM and token.text != ITEM
            if token.column < below.column + is_key_of_list:
                yield token
                below = token


def _siblings(lines: Sequence[str], line: int, column: int, *, begins: bool) -> Iterator[str]:
    """Find the other keys of a mapping; `begins` when its first line is this one."""
    above = () if begins else range(min(line, len(lines)) - 1, -1, -1)
    for tokens, indent in _filled(lines, above):
        yield from (token.text for token in tokens if token.column == column)
        if indent < column:
            break
    for tokens, indent in _filled(lines, range(line + 1, len(lines))):
        if indent < column:
            break
        yield from (token.text for token in tokens if token.column == column)


def _in_flow(path: tuple[str, ...], typed: str, start: int) -> Context:
    """Find where within `{…}` or `[…]` on one line the cursor stands."""
    parts = _SEPARATORS.split(typed[1:])
    last = parts[-1].lstrip()
    if typed[0] == "[":
        last = last.lstrip("\"'")
        start += len(typed) - len(last)
        return Context((*path, ITEM), last, start, beneath=False, flow=True)
    keys = frozenset(part.partition(":")[0].strip() for part in parts[:-1])
    key, colon, value = last.partition(":")
    if not colon:
        return Context(path, last, start + len(typed) - len(last), keys, flow=True)
    value = value.lstrip(" \"'[")
    start += len(typed) - len(value)
    return Context((*path, key.strip()), value, start, beneath=False, flow=True)


def shape_at(path: Sequence[str]) -> Shape | None:
    """Return the shape of what stands at a path; None where nothing is known of it."""
    shape = SECTION_SHAPES.get(path[0]) if path else None
    for step in path[1:]:
        shape = _step(shape, step) if shape else None
    return shape


def _step(shape: Shape, step: str) -> Shape | None:
    match shape:
        case Some(of) if step == ITEM:
            return of
        case Some(of, alone=True):
            return _step(of, step)
        case Either(_, other):
            return _step(other, step)
        case Named(_, of) if step != ITEM:
            return of
        case Table() | Blocks():
            return below_key(shape, step)
        case _:
            return None
