"""What plain data is made of, so that MessagePack gives back just what was put in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, reduce
from itertools import chain
from operator import or_
from typing import Any

import msgspec

_ATOMS: dict[str, Any] = {
    "none": None,
    "bool": bool,
    "int": int,
    "float": float,
    "str": str,
    "bytes": bytes,
}
_ATOM_OF: dict[type, str] = {(kind or type(None)): name for name, kind in _ATOMS.items()}
_COLLECTIONS: dict[str, Any] = {
    "tuple": tuple,
    "list": list,
    "set": set,
    "frozenset": frozenset,
    "dict": dict,
}
_COLLECTION_OF: dict[type, str] = {kind: name for name, kind in _COLLECTIONS.items()}


class Unshaped(Exception):
    """A value is not plain, or values are of shapes that bytes could not tell apart."""


class Shape(msgspec.Struct, array_like=True, frozen=True):
    """Which atoms may stand in a place, and which collection of which parts."""

    atoms: tuple[str, ...] = ()
    collection: str = ""
    parts: tuple[Shape, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether values are equal only when they are the same: 1, 1.0 and True are equal."""
        return not {"bool", "int", "float"} & set(self.atoms) and all(p.is_text for p in self.parts)


_EMPTY = Shape()


def shape_of_all(values: Iterable[object]) -> Shape:
    """Return the shape that all values have. Raises `Unshaped`."""
    some = values if isinstance(values, (list, tuple)) else list(values)
    types = set(map(type, some))
    atoms = types & _ATOM_OF.keys()
    found = Shape(tuple(sorted(_ATOM_OF[kind] for kind in atoms))) if atoms else _EMPTY
    for kind in types - atoms:
        own = some if len(types) == 1 else [value for value in some if type(value) is kind]
        found = _merged(found, _of_kind(kind, own))
    return found


def _of_kind(kind: type, values: Sequence[object]) -> Shape:
    """Return the shape of values of one type, which is no atom."""
    name = _COLLECTION_OF.get(kind)
    if name is None:
        raise Unshaped(kind.__name__)
    collections: Any = values
    found = [shape_of_all(chain.from_iterable(collections))]
    if kind is dict:
        found.append(shape_of_all(chain.from_iterable(each.values() for each in collections)))
    return Shape((), name, tuple(found))


def _merged(one: Shape, other: Shape) -> Shape:
    if other in (one, _EMPTY):
        return one
    if one.collection and other.collection and one.collection != other.collection:
        raise Unshaped(f"{one.collection} and {other.collection}")
    atoms = tuple(sorted({*one.atoms, *other.atoms}))
    if not (one.parts and other.parts):
        return Shape(atoms, one.collection or other.collection, one.parts or other.parts)
    parts = tuple(map(_merged, one.parts, other.parts))
    return Shape(atoms, one.collection, parts)


@cache
def decoder_for(shape: Shape) -> msgspec.msgpack.Decoder[list[object]]:
    """Return what reads a list of values of a shape."""
    return msgspec.msgpack.Decoder(list[_type_for(shape)])  # type: ignore[misc]


def _type_for(shape: Shape) -> Any:
    choices = [_ATOMS[name] for name in shape.atoms]
    if shape.collection:
        parts = tuple(map(_type_for, shape.parts))
        if shape.collection == "tuple":
            parts = (*parts, ...)
        choices.append(_COLLECTIONS[shape.collection][parts])
    return reduce(or_, choices) if choices else None
