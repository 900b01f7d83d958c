"""Joins as Python source, made for each shape of a branch and compiled once.

A shape is a branch without its names: two branches that differ in predicates, variables and
constants only have one shape, and share the code. All identifiers of the code are made here, of a
letter and a number; what a rule base says is passed in as arguments and never stands in the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from arguendo.statements import Terms

Name: TypeAlias = str
"""A term in a shape: `v0`, `v1` … for the variables, `k0`, `k1` … for the constants."""

Names: TypeAlias = tuple[Name, ...]
"""The arguments of a ground or a claim in a shape."""

Fire: TypeAlias = Callable[[Sequence[Terms]], None]
"""What is done with the arguments of new statements."""

MOST_LOOPS = 15
"""Loops inside one another in one function: Python itself takes twenty."""

SHAPES = 1024
"""Shapes whose plans are remembered."""


class Shape(NamedTuple):
    """A branch, as far as joining it goes."""

    grounds: tuple[Names, ...]
    kinds: tuple[int, ...]
    """By ground: equal numbers for equal predicate and arity."""
    values: Names
    """What is reported of a match."""
    claims: tuple[Names, ...]
    """The claims that each match makes possible."""


@dataclass(frozen=True)
class Plan:
    """How to join the other grounds of a branch to the first."""

    make: Callable[..., Fire]
    """From (constants, look-ups in the order of `lookups`, report, per claim the table's `known`
    and `grow`) to the function that joins a new statement with the others."""
    constants: tuple[int, ...]
    """The places of the first ground where constants stand: what is new is not looked at again."""
    lookups: tuple[tuple[int, tuple[int, ...]], ...]
    """The grounds to look up, in this order, and the places that are bound by then."""


@lru_cache(maxsize=SHAPES)
def plan(shape: Shape, place: int) -> Plan:
    """Plan and compile what follows when a new statement fills one ground of a branch."""
    first = shape.grounds[place]
    known = set(first) | {name for ground in shape.grounds for name in ground if _is_constant(name)}
    lookups = []
    for other in _order(shape, place):
        ground = shape.grounds[other]
        lookups.append((other, tuple(n for n, name in enumerate(ground) if name in known)))
        known.update(ground)
    constants = tuple(n for n, name in enumerate(first) if _is_constant(name))
    source = "\n".join(_source(shape, place, lookups))
    return Plan(_compiled(source), constants, tuple(lookups))


def _order(shape: Shape, first: int) -> list[int]:
    """Order the grounds after the first: those bound most, and then those with least free."""
    bound = set(shape.grounds[first])

    def bound_share(place: int) -> tuple[int, int]:
        ground = shape.grounds[place]
        count = sum(1 for name in ground if _is_constant(name) or name in bound)
        return count, count - len(ground)

    rest = [place for place in range(len(shape.grounds)) if place != first]
    order = []
    while rest:
        place = max(rest, key=bound_share)
        rest.remove(place)
        order.append(place)
        bound.update(shape.grounds[place])
    return order


def _source(
    shape: Shape, first: int, lookups: Sequence[tuple[int, tuple[int, ...]]]
) -> Iterator[str]:
    """Write the function that makes the join; each look-up is a loop inside the one before it.

    Where an earlier ground has the same kind as the first, only statements older than the new one
    may fill it, so that no match is found twice.
    """
    grounds = (*shape.grounds, *shape.claims, shape.values)
    constants = sorted({name for names in grounds for name in names if _is_constant(name)}, key=_at)
    gets = [f"get{n}" for n in range(len(lookups))]
    claims = [f"known{n}, grow{n}" for n in range(len(shape.claims))]
    yield f"def make({', '.join([*constants, *gets, 'report', *claims])}):"
    yield "    def fire(some):"
    yield "        for new in some:"
    indent = " " * 12
    known: set[Name] = set(constants)
    yield from _unpacked(shape.grounds[first], "new", known, indent)
    for number, (place, bound) in enumerate(lookups):
        ground = shape.grounds[place]
        row = f"row{number}"
        if number and number % MOST_LOOPS == 0:
            so_far = ", ".join([*sorted(known.difference(constants)), "new"])
            yield f"{indent}rest{number}({so_far})"
            yield f"    def rest{number}({so_far}):"
            indent = " " * 8
        yield f"{indent}for {row} in get{number}({_key([ground[n] for n in bound])}, ()):"
        indent += "    "
        if place < first and shape.kinds[place] == shape.kinds[first]:
            yield f"{indent}if {row} is new: continue"
        yield from _unpacked(ground, row, known, indent)
    yield f"{indent}report({_tuple(shape.values)})"
    for number, claim in enumerate(shape.claims):
        yield f"{indent}claim = {_tuple(claim)}"
        yield f"{indent}if claim not in known{number}: grow{number}(claim)"
    yield "    return fire"


def _unpacked(ground: Names, row: str, known: set[Name], indent: str) -> Iterator[str]:
    """Take the variables not known yet out of a row; skip it where one would differ from itself."""
    parts, equal = [], []
    for place, name in enumerate(ground):
        if name in known:
            parts.append("_")
        elif name in ground[:place]:
            parts.append(f"{name}_{place}")
            equal.append(f"{indent}if {parts[-1]} != {name}: continue")
        else:
            parts.append(name)
    if any(part != "_" for part in parts):
        yield f"{indent}{_tuple(parts)} = {row}"
    yield from equal
    known.update(ground)


def _compiled(source: str) -> Callable[..., Fire]:
    made: dict[str, Any] = {}
    exec(compile(source, "<join>", "exec"), made)  # only names made in this file
    make: Callable[..., Fire] = made["make"]
    return make


def _tuple(names: Sequence[str]) -> str:
    return f"({', '.join(names)}{',' if len(names) == 1 else ''})"


def _key(names: Sequence[str]) -> str:
    """Write what an index is asked for: a term where one place is bound, otherwise a tuple."""
    return names[0] if len(names) == 1 else _tuple(names)


def _is_constant(name: Name) -> bool:
    return name.startswith("k")


def _at(name: Name) -> int:
    return int(name[1:])
