"""The objects that a value is made of, kind by kind, each kind after those that its own rest on.

They are found wave by wave, all objects of one class together, so that most of the work is done in
loops that run in C.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, cached_property
from itertools import chain, repeat
from operator import attrgetter
from typing import Any, TypeAlias

from arguendo.keeping.batches import (
    COLLECTIONS,
    FIELDS,
    HOME,
    MEMBER,
    NAMED_TUPLE,
    PLAIN,
    Kind,
    Unpackable,
)
from arguendo.keeping.shapes import Shape, Unshaped, shape_of_all

DEEPEST = 1000
"""How deep objects of kinds that contain each other may be nested."""

_ATOMS = frozenset({str, int, float, bool, bytes, type(None)})
_BUILT_IN = frozenset({tuple, list, set, frozenset, dict})
_SIMPLE = _ATOMS | _BUILT_IN

_Types: TypeAlias = frozenset[type]


class Group:
    """Objects of one kind."""

    def __init__(self, kind: Kind) -> None:
        """Start with none."""
        self.kind = kind
        self.values: list[Any] = []
        self.rows: list[Sequence[object]] = []
        """Of collections: their parts."""

    @property
    def is_collection(self) -> bool:
        """Whether its objects are collections of other objects."""
        return self.kind[0] in COLLECTIONS

    @cached_property
    def columns(self) -> list[Sequence[object]]:
        """The values of each field; of collections none. To be asked when all objects are there."""
        form, _, _, names = self.kind
        if form == PLAIN:
            return [self.values]
        if form == NAMED_TUPLE:
            return [*zip(*self.values, strict=True)]
        return [list(map(attrgetter(name), self.values)) for name in names]

    @cached_property
    def shapes(self) -> list[Shape | None]:
        """By field: the shape of its values, None where they are objects."""
        return [_shape(column) for column in self.columns]

    def inner(self) -> Iterator[Sequence[object]]:
        """Go through all that its objects are made of, in pieces; with plain data left out."""
        yield list(chain.from_iterable(self.rows))
        for column, shape in zip(self.columns, self.shapes, strict=True):
            if shape is None:
                yield column

    def parts(self) -> Iterable[Sequence[object]]:
        """Return likewise what each object is made of."""
        if self.is_collection:
            return self.rows
        pairs = zip(self.columns, self.shapes, strict=True)
        return zip(*(column for column, shape in pairs if shape is None), strict=True)


def _shape(values: Sequence[object]) -> Shape | None:
    if not _SIMPLE.issuperset(map(type, values)):
        return None
    try:
        return shape_of_all(values)
    except Unshaped:
        return None


class Sorter:
    """Finds the objects that a value is made of."""

    def __init__(self, value: object) -> None:
        """Find them all. Raises `Unpackable` for what is no value of this program."""
        self._groups: dict[tuple[Kind, _Types], Group] = {}
        self.group_of: dict[int, Group] = {}
        """By the id of an object."""
        self._plain_kinds: dict[tuple[type, _Types], Kind] = {}
        waiting: Iterable[object] = [value]
        while waiting:
            waiting = self._wave(waiting)
        for group in [*self._groups.values()]:
            for column in group.inner():
                self._wave(column)

    def ordered(self) -> list[tuple[Group, list[int] | None]]:
        """List the groups, each after those that its objects rest on.

        One whose objects rest on each other is divided: then with the places of some of them.
        """
        below = {group: self._below(group) for group in self._groups.values()}
        reach = {group: _reached(group, below) for group in below}
        circles: dict[frozenset[int], list[Group]] = {}
        for group in below:
            if group in reach[group]:
                circles.setdefault(frozenset(map(id, reach[group])), []).append(group)
        keyed: list[tuple[tuple[int, int, int], Group, list[int] | None]] = []
        for group, found in reach.items():
            if group not in found:
                keyed.append(((len(found) + 1, 0, 0), group, None))
        for number, circle in enumerate(circles.values(), 1):
            size = len(reach[circle[0]])
            for depth, group, places in _by_depth(circle):
                keyed.append(((size, number, depth), group, places))
        keyed.sort(key=lambda each: each[0])
        return [(group, places) for _, group, places in keyed]

    def _below(self, group: Group) -> set[Group]:
        """Return the groups whose objects those of a group are made of."""
        found: set[Group] = set()
        for some in group.inner():
            found.update(map(self.group_of.__getitem__, map(id, some)))
        return found

    def _wave(self, values: Iterable[object]) -> list[object]:
        """Put objects into groups, and return what they are made of."""
        by_type: dict[type, list[Any]] = {}
        for key, value in dict(zip(map(id, values), values, strict=True)).items():
            if key not in self.group_of:
                by_type.setdefault(type(value), []).append(value)
        return [part for kind, some in by_type.items() for part in self._enter(kind, some)]

    def _enter(self, cls: type, values: list[Any]) -> Iterator[object]:
        if cls in _ATOMS:
            self._put(self._plain_kind(values[0], frozenset()), values)
        elif cls in _BUILT_IN:
            yield from self._enter_collections(values)
        elif not _is_ours(cls):
            raise Unpackable(f"{cls.__qualname__} is no value of this program")
        elif issubclass(cls, Enum):
            self._put((MEMBER, cls.__module__, cls.__qualname__, ("name",)), values)
        elif issubclass(cls, tuple):
            names = getattr(cls, "_fields", ())
            self._put((NAMED_TUPLE, cls.__module__, cls.__qualname__, names), values)
            for column in zip(*values, strict=True):
                yield from self._not_plain(column)
        else:
            for names, some in _by_fields(cls, values):
                self._put((FIELDS, cls.__module__, cls.__qualname__, names), some)
                for name in names:
                    yield from self._not_plain(list(map(attrgetter(name), some)))

    def _enter_collections(self, values: list[Any]) -> Iterator[object]:
        for value in values:
            parts = tuple(_parts(value))
            types = frozenset(map(type, parts))
            if self._is_plain(value, types):
                self._put(self._plain_kind(value, types), [value])
            else:
                kind = (type(value).__name__, "", "", ())
                self._put(kind, [value], types).rows.append(parts)
                yield from parts

    def _put(self, kind: Kind, values: list[Any], types: _Types = frozenset()) -> Group:
        group = self._groups.get((kind, types))
        if group is None:
            group = self._groups[kind, types] = Group(kind)
        group.values.extend(values)
        self.group_of.update(zip(map(id, values), repeat(group)))
        return group

    def _plain_kind(self, value: object, types: _Types) -> Kind:
        """Return the kind of plain data: what can be told of together."""
        key = type(value), types
        found = self._plain_kinds.get(key)
        if found is None:
            inner = sorted(each.__name__ for each in types)
            # Of what is nested, not all can be told of together.
            label = [type(value).__name__, *inner] if types <= _ATOMS else shape_of_all([value])
            found = (PLAIN, "", str(label), ("",))
            if types <= _ATOMS:
                self._plain_kinds[key] = found
        return found

    def _not_plain(self, column: Sequence[Any]) -> Iterable[object]:
        """Return the values of a column that are not made of atoms alone."""
        types = set(map(type, column)) - _ATOMS
        if not types:
            return ()
        some = [value for value in column if type(value) not in _ATOMS]
        if types <= _BUILT_IN - {dict} and _ATOMS.issuperset(map(type, chain(*some))):
            return ()
        return [
            value
            for value in some
            if type(value) not in _BUILT_IN
            or not self._is_plain(value, frozenset(map(type, _parts(value))))
        ]

    def _is_plain(self, value: object, types: _Types) -> bool:
        """Tell whether a built-in collection is made of atoms alone, at any depth."""
        if types <= _ATOMS:
            return True
        return types <= _SIMPLE and _shape([value]) is not None


def _parts(value: Any) -> Iterable[object]:
    return chain.from_iterable(value.items()) if type(value) is dict else value


def _by_fields(cls: type, values: list[Any]) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """Divide the objects of a class by the names of the fields that they have."""
    names = _names(cls)
    if names is not None:
        yield names, values
        return
    found: dict[tuple[str, ...], list[Any]] = {}
    slots = _slots(cls)
    for value in values:
        found.setdefault((*slots, *vars(value)), []).append(value)
    yield from found.items()


@cache
def _names(cls: type) -> tuple[str, ...] | None:
    """Return the fields that all objects of a class have and no more, if the class tells."""
    slots = _slots(cls)
    if not any("__dict__" in vars(each) for each in cls.__mro__):
        return slots
    lazy = any(isinstance(v, cached_property) for each in cls.__mro__ for v in vars(each).values())
    if is_dataclass(cls) and not lazy and not slots:
        return tuple(each.name for each in fields(cls))
    return None


@cache
def _slots(cls: type) -> tuple[str, ...]:
    return tuple(chain.from_iterable(vars(each).get("__slots__", ()) for each in cls.__mro__))


@cache
def _is_ours(cls: type) -> bool:
    """Tell whether a class stands in a module of this program under its name."""
    is_home = cls.__module__.split(".", maxsplit=1)[0] == HOME
    return is_home and getattr(sys.modules[cls.__module__], cls.__qualname__, None) is cls


def _reached(start: Group, below: dict[Group, set[Group]]) -> set[Group]:
    """Return all groups below one; the group itself only when it is below itself."""
    found: set[Group] = set()
    waiting = [start]
    while waiting:
        new = below[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def _by_depth(circle: list[Group]) -> Iterator[tuple[int, Group, list[int]]]:
    """Divide groups that rest on each other by how deep their objects are nested in each other.

    Raises `Unpackable` for what contains itself.
    """
    made_of = {
        id(value): [id(part) for part in parts]
        for group in circle
        for value, parts in zip(group.values, group.parts(), strict=True)
    }
    depth = dict.fromkeys(made_of, 0)
    for _ in range(DEEPEST):
        deeper = {
            key: 1 + max(depth[part] for part in parts if part in depth)
            for key, parts in made_of.items()
            if not depth.keys().isdisjoint(parts)
        }
        if all(depth[key] == found for key, found in deeper.items()):
            break
        depth |= deeper
    else:
        raise Unpackable("a value that contains itself, or is nested too deeply")
    for group in circle:
        places: dict[int, list[int]] = {}
        for place, value in enumerate(group.values):
            places.setdefault(depth[id(value)], []).append(place)
        yield from ((each, group, some) for each, some in places.items())
