"""Values of this program as bytes and back, in bulk: a table of columns, not a tree.

Objects of one kind form a batch, and each of their fields a column: MessagePack of plain data of a
known shape, or numbers of objects in earlier batches. What is shared stays shared. Nothing that the
bytes name is called: they can name classes of this program only, whose objects are made empty and
filled, column by column in loops that run in C.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import chain, count, islice, repeat
from typing import Any

import msgspec

from arguendo.keeping.batches import (
    COLLECTIONS,
    HOME,
    MEMBER,
    NAMED_TUPLE,
    PLAIN,
    Batch,
    Column,
    Unpackable,
    as_bytes,
    as_numbers,
)
from arguendo.keeping.shapes import Shape, Unshaped, decoder_for
from arguendo.keeping.sorting import Group, Sorter

__all__ = ["Unpackable", "as_bytes", "as_numbers", "pack", "unpack"]


def pack(value: object) -> bytes:
    """Return a value as bytes.

    Raises `Unpackable` for what is neither plain nor a value of this program, and for circles.
    """
    try:
        return msgspec.msgpack.encode(list(_batches(value)))
    except (Unshaped, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise Unpackable(str(error)) from error


def unpack(content: bytes | memoryview) -> Any:
    """Return the value that was packed. Raises `Unpackable`."""
    try:
        table: list[object] = []
        for batch in msgspec.msgpack.decode(content, type=list[Batch]):
            table += _rebuilt(batch, table)
        return table[-1]
    except Exception as error:  # bytes may be wrong in any way
        raise Unpackable(str(error)) from error


def _batches(value: object) -> Iterator[Batch]:
    """Go through the batches, each after those that it refers to, the value itself last."""
    sorter = Sorter(value)
    numbers: dict[int, int] = {}
    for group, places in sorter.ordered():
        values = group.values if places is None else [group.values[n] for n in places]
        yield _batch(group, places, len(values), numbers)
        numbers.update(zip(map(id, values), count(len(numbers))))
    if numbers[id(value)] != len(numbers) - 1:
        # What is equal may be one object in some places and not in others: the value comes last.
        raise Unpackable("a value that other parts of it rest on")


def _batch(group: Group, places: list[int] | None, size: int, numbers: dict[int, int]) -> Batch:
    if group.is_collection:
        rows = group.rows if places is None else [group.rows[n] for n in places]
        column = _referring(chain.from_iterable(rows), numbers)
        return Batch(group.kind, (column,), size, as_bytes(map(len, rows)))
    columns = []
    for values, shape in zip(group.columns, group.shapes, strict=True):
        some = values if places is None else [values[n] for n in places]
        columns.append(_referring(some, numbers) if shape is None else _column(shape, some))
    return Batch(group.kind, tuple(columns), size)


def _referring(values: Iterable[object], numbers: dict[int, int]) -> Column:
    return Column(None, as_bytes(map(numbers.__getitem__, map(id, values))))


def _column(shape: Shape, values: Sequence[object]) -> Column:
    """Write plain values, those that recur only once."""
    if shape.is_text and shape.collection not in ("list", "set", "dict"):
        try:
            places: dict[object, int] = {}
            order = [places.setdefault(value, len(places)) for value in values]
        except TypeError:  # a list or the like within
            order = []
        if order and 2 * len(places) < len(values):
            return Column(shape, msgspec.msgpack.encode(list(places)), as_bytes(order))
    return Column(shape, msgspec.msgpack.encode(values))


def _rebuilt(batch: Batch, table: list[object]) -> Iterable[object]:
    """Return the objects of a batch; the table holds all before them."""
    form, module, name, fields = batch.kind
    if form in COLLECTIONS:
        parts = map(table.__getitem__, as_numbers(batch.columns[0].data))
        made = COLLECTIONS[form]
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
    if module.split(".", maxsplit=1)[0] == HOME:
        found = getattr(import_module(module), name)
        if isinstance(found, type):
            return found
    raise Unpackable(f"{module}.{name} is no class of this program")


def _values(column: Column, table: list[object]) -> list[object]:
    if column.shape is None:
        return list(map(table.__getitem__, as_numbers(column.data)))
    values = decoder_for(column.shape).decode(column.data)
    if column.order is None:
        return values
    return list(map(values.__getitem__, as_numbers(column.order)))
