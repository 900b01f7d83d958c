"""Values of this program as bytes and back, in bulk: a table of columns, not a tree.

Objects of one class and one depth form a batch, and each of their fields a column: MessagePack of
plain data of a known shape, or numbers of objects in earlier batches. What is shared stays shared.
Nothing that the bytes name is called: they can name classes of this program only, whose objects are
made empty and filled, column by column in loops that run in C.
"""

from __future__ import annotations

import sys
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from functools import cache, partial
from importlib import import_module
from itertools import chain, islice, repeat
from typing import Any, TypeAlias

import msgspec

from arguendo.keeping.shapes import Shape, Unshaped, decoder_for, shape_of_all

PLAIN, FIELDS, NAMED_TUPLE, MEMBER, PAIRS = "plain", "fields", "named tuple", "member", "dict"
_COLLECTIONS: dict[str, Callable[..., object]] = {
    "tuple": tuple,
    "list": list,
    "set": set,
    "frozenset": frozenset,
    PAIRS: lambda parts: dict(zip(parts, parts, strict=True)),  # an iterator: key, value, key …
}
_ATOMS = frozenset({str, int, float, bool, bytes, type(None)})
_BUILT_IN = frozenset({tuple, list, set, frozenset, dict})
_HOME = __name__.split(".", maxsplit=1)[0]

_Row: TypeAlias = tuple[object, ...]
_Kind: TypeAlias = tuple[str, str, str, tuple[str, ...]]
"""The form of objects, the module and name of their class, and the names of their fields."""


class Unpackable(Exception):
    """A value cannot be packed, or bytes are not what was packed."""


class _Column(msgspec.Struct, array_like=True):
    """The values of one field."""

    shape: Shape | None
    """Of plain data; None for the numbers of objects."""
    data: bytes
    """The values as MessagePack, or the numbers."""
    order: bytes | None = None
    """Where values recur, which one of those in `data` each object has."""


class _Batch(msgspec.Struct, array_like=True):
    """Objects of one kind, none of which is part of another."""

    kind: _Kind
    columns: tuple[_Column, ...]
    count: int
    sizes: bytes | None = None
    """Of collections, how many parts each has."""


def pack(value: object) -> bytes:
    """Return a value as bytes.

    Raises `Unpackable` for what is neither plain nor a value of this program, and for circles.
    """
    try:
        return msgspec.msgpack.encode(list(_Packer(value).batches()))
    except (Unshaped, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise Unpackable(str(error)) from error


def unpack(content: bytes | memoryview) -> Any:
    """Return the value that was packed. Raises `Unpackable`."""
    try:
        table: list[object] = []
        for batch in msgspec.msgpack.decode(content, type=list[_Batch]):
            table += _rebuilt(batch, table)
        return table[-1]
    except Exception as error:  # bytes may be wrong in any way
        raise Unpackable(str(error)) from error


class _Packer:
    """Takes a value apart into batches, deepest first."""

    def __init__(self, value: object) -> None:
        self._groups: dict[tuple[int, _Kind], list[_Row]] = {}
        self._places: dict[int, tuple[int, _Kind, int]] = {}
        self._open: set[int] = set()
        self._held: list[object] = []  # an id is an object's own only for as long as it lives
        self._is_plain: dict[int, bool] = {}
        self._visit(value)
        self._root = value

    def _visit(self, value: object) -> int:
        """Put an object and all that it is made of into groups; return its depth."""
        key = id(value)
        if key in self._places:
            return self._places[key][0]
        if key in self._open:
            raise Unpackable("a value that contains itself")
        self._held.append(value)
        self._open.add(key)
        kind, row = self._taken_apart(value)
        depth = 0
        if kind[0] != PLAIN:
            inner = row if kind[0] in _COLLECTIONS else [p for p in row if not self._plain(p)]
            depth = 1 + max(map(self._visit, inner), default=0)
        self._open.remove(key)
        self._put(value, depth, kind, row)
        return depth

    def _put(self, value: object, depth: int, kind: _Kind, row: _Row) -> None:
        group = self._groups.setdefault((depth, kind), [])
        self._places[id(value)] = depth, kind, len(group)
        group.append(row)

    def _taken_apart(self, value: object) -> tuple[_Kind, _Row]:
        cls: Any = type(value)
        if self._plain(value):
            return (PLAIN, "", repr(shape_of_all([value])), ("",)), (value,)
        if isinstance(value, dict) and cls is dict:
            return (PAIRS, "", "", ()), tuple(chain.from_iterable(value.items()))
        if isinstance(value, (tuple, list, set, frozenset)) and cls.__name__ in _COLLECTIONS:
            return (cls.__name__, "", "", ()), tuple(value)
        if not _is_ours(cls):
            raise Unpackable(f"{cls.__qualname__} is no value of this program")
        form, names, row = _fields_of(value)
        return (form, cls.__module__, cls.__qualname__, names), row

    def _plain(self, value: object) -> bool:
        """Tell whether a value is made of atoms alone."""
        cls = type(value)
        if cls in _ATOMS:
            return True
        if not isinstance(value, (tuple, list, set, frozenset, dict)) or cls not in _BUILT_IN:
            return False
        if cls is not dict and _ATOMS.issuperset(map(type, value)):
            return True
        key = id(value)
        if key not in self._is_plain:
            self._held.append(value)
            try:
                shape_of_all([value])
                self._is_plain[key] = True
            except Unshaped:
                self._is_plain[key] = False
        return self._is_plain[key]

    def batches(self) -> Iterator[_Batch]:
        """Go through the batches, each after those that it refers to, the value itself last."""
        referring = [
            (key, place)
            for key, rows in self._groups.items()
            if key[1][0] not in (PLAIN, *_COLLECTIONS)
            for place in range(len(rows[0]))
            if self._shape([row[place] for row in rows]) is None
        ]
        for key, place in referring:
            for row in self._groups[key]:
                self._visit(row[place])
        order = sorted(self._groups, key=lambda key: key[0])
        starts, count = {}, 0
        for key in order:
            starts[key] = count
            count += len(self._groups[key])
        numbers = {each: starts[d, kind] + n for each, (d, kind, n) in self._places.items()}
        for key in order:
            yield _batch(key[1], self._groups[key], numbers, self._shape)

    def _shape(self, values: Sequence[object]) -> Shape | None:
        try:
            return shape_of_all(values)
        except Unshaped:
            return None


@cache
def _is_ours(cls: type) -> bool:
    """Tell whether a class stands in a module of this program under its name."""
    is_home = cls.__module__.split(".", maxsplit=1)[0] == _HOME
    return is_home and getattr(sys.modules[cls.__module__], cls.__qualname__, None) is cls


@cache
def _slots(cls: type) -> tuple[str, ...]:
    return tuple(chain.from_iterable(vars(each).get("__slots__", ()) for each in cls.__mro__))


def _fields_of(value: object) -> tuple[str, tuple[str, ...], _Row]:
    if isinstance(value, Enum):
        return MEMBER, ("name",), (value.name,)
    if isinstance(value, tuple):
        return NAMED_TUPLE, getattr(value, "_fields", ()), tuple(value)
    cls: Any = type(value)
    state = {name: getattr(value, name) for name in _slots(cls)}
    state |= getattr(value, "__dict__", {})
    return FIELDS, tuple(state), tuple(state.values())


def _batch(
    kind: _Kind,
    rows: Sequence[_Row],
    numbers: dict[int, int],
    shape: Callable[[Sequence[object]], Shape | None],
) -> _Batch:
    if kind[0] in _COLLECTIONS:
        parts = [numbers[id(part)] for row in rows for part in row]
        return _Batch(kind, (_Column(None, as_bytes(parts)),), len(rows), as_bytes(map(len, rows)))
    columns = []
    for values in zip(*rows, strict=True):
        found = shape(values)
        if found is None:
            columns.append(_Column(None, as_bytes(numbers[id(value)] for value in values)))
        else:
            columns.append(_column(found, values))
    return _Batch(kind, tuple(columns), len(rows))


def _column(shape: Shape, values: Sequence[object]) -> _Column:
    """Write plain values, those that recur only once."""
    if shape.is_text and shape.collection not in ("list", "set", "dict"):
        try:
            places: dict[object, int] = {}
            order = [places.setdefault(value, len(places)) for value in values]
        except TypeError:  # a list or the like within
            order = []
        if order and 2 * len(places) < len(values):
            return _Column(shape, msgspec.msgpack.encode(list(places)), as_bytes(order))
    return _Column(shape, msgspec.msgpack.encode(values))


def _rebuilt(batch: _Batch, table: list[object]) -> Iterable[object]:
    """Return the objects of a batch; the table holds all before them."""
    form, module, name, fields = batch.kind
    if form in _COLLECTIONS:
        parts = map(table.__getitem__, as_numbers(batch.columns[0].data))
        made = _COLLECTIONS[form]
        return [made(islice(parts, size)) for size in as_numbers(batch.sizes or b"")]
    columns = [_values(column, table) for column in batch.columns]
    if form == PLAIN:
        return columns[0]
    cls: Any = _class_named(module, name)
    if form == MEMBER:
        return map(cls.__getitem__, columns[0])
    if form == NAMED_TUPLE:
        return map(partial(tuple.__new__, cls), zip(*columns, strict=True))
    found: list[object] = list(map(object.__new__, repeat(cls, batch.count)))
    for field, column in zip(fields, columns, strict=True):
        deque(map(object.__setattr__, found, repeat(field), column), maxlen=0)
    return found


def _class_named(module: str, name: str) -> type:
    if module.split(".", maxsplit=1)[0] == _HOME:
        found = getattr(import_module(module), name)
        if isinstance(found, type):
            return found
    raise Unpackable(f"{module}.{name} is no class of this program")


def _values(column: _Column, table: list[object]) -> list[object]:
    if column.shape is None:
        return list(map(table.__getitem__, as_numbers(column.data)))
    values = decoder_for(column.shape).decode(column.data)
    if column.order is None:
        return values
    return list(map(values.__getitem__, as_numbers(column.order)))


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
