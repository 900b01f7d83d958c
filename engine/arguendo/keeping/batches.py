"""The form of what is packed: batches of objects of one kind, each field of theirs a column."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable
from typing import TypeAlias

import msgspec

from arguendo.keeping.shapes import Shape

PLAIN, FIELDS, NAMED_TUPLE, MEMBER, PAIRS = "plain", "fields", "named tuple", "member", "dict"

COLLECTIONS: dict[str, Callable[..., object]] = {
    "tuple": tuple,
    "list": list,
    "set": set,
    "frozenset": frozenset,
    PAIRS: lambda parts: dict(zip(parts, parts, strict=True)),  # an iterator: key, value, key …
}

HOME = __name__.split(".", maxsplit=1)[0]
"""The package whose classes can be packed."""

Kind: TypeAlias = tuple[str, str, str, tuple[str, ...]]
"""The form of objects, the module and name of their class, and the names of their fields."""


class Unpackable(Exception):
    """A value cannot be packed, or bytes are not what was packed."""


class Column(msgspec.Struct, array_like=True):
    """The values of one field."""

    shape: Shape | None
    """Of plain data; None for the numbers of objects."""
    data: bytes
    """The values as MessagePack, or the numbers."""
    order: bytes | None = None
    """Where values recur, which one of those in `data` each object has."""


class Batch(msgspec.Struct, array_like=True):
    """Objects of one kind, none of which is part of another."""

    kind: Kind
    columns: tuple[Column, ...]
    count: int
    sizes: bytes | None = None
    """Of collections, how many parts each has."""


def as_bytes(numbers: Iterable[int]) -> bytes:
    """Write numbers, least byte first."""
    found = array("I", numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def as_numbers(content: bytes) -> array[int]:
    """Read numbers as `as_bytes` writes them."""
    found = array("I", content)
    if sys.byteorder == "big":
        found.byteswap()
    return found
