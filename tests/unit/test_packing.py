"""What is packed comes back, and bytes can do no more than name values of this program."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.keeping.packing import Unpackable, pack, unpack
from arguendo.rules import AllOf, AnyOf, Comparison, Literal
from arguendo.span import Span
from arguendo.statements import Statement

ATOMS = st.none() | st.booleans() | st.integers(-(2**31), 2**31) | st.floats(allow_nan=False)
STATEMENTS = st.builds(Statement, st.text(max_size=3), st.tuples(st.text(max_size=3)))
HASHABLE = st.recursive(
    ATOMS | st.text(max_size=3) | STATEMENTS,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.frozensets(inner, max_size=3),
    max_leaves=6,
)
ANY = st.recursive(
    HASHABLE,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(HASHABLE, inner, max_size=3)
        | st.sets(HASHABLE, max_size=3)
        | st.builds(Literal, STATEMENTS)
        | st.lists(inner, max_size=3).map(tuple)
    ),
    max_leaves=12,
)


def exact(value: object) -> object:
    """Return what tells values apart that are equal: 1, 1.0 and True."""
    if isinstance(value, dict):
        return dict, frozenset((exact(key), exact(each)) for key, each in value.items())
    if isinstance(value, (set, frozenset)):
        return type(value), frozenset(map(exact, value))
    if isinstance(value, (list, tuple)):
        return type(value), tuple(map(exact, value))
    return type(value), repr(value)


@given(ANY)
def test_what_is_packed_comes_back(value: object) -> None:
    assert exact(unpack(pack(value))) == exact(value)


def test_values_of_the_language_come_back_with_their_spans() -> None:
    span = Span("a.yaml", 1, 2, 3, 4)
    ship = Statement("sails", ("?x",))
    condition = AllOf((AnyOf((Literal(ship, span=span), Comparison("?x", "is", "ship", span))),))
    found = unpack(pack([condition, ship.key, ship]))
    assert found == [condition, "sails(?x)", ship]
    (choice,) = found[0].parts
    assert [part.span for part in choice.parts] == [span, span]


def test_what_is_shared_stays_shared() -> None:
    ship = Statement("sails")
    one, other = unpack(pack((Literal(ship), Literal(ship, positive=False))))
    assert one.statement is other.statement


def test_circles_and_foreign_values_are_refused() -> None:
    circle: list[object] = [Statement("sails")]
    circle.append(circle)
    for value in (circle, Path("a"), [object()], len):
        with pytest.raises(Unpackable):
            pack(value)


@pytest.mark.parametrize(
    ("module", "name"), [("os", "system"), ("arguendo.keeping", "kept"), ("arguendo", "nothing")]
)
def test_bytes_name_classes_of_this_program_only(module: str, name: str) -> None:
    batch = [["fields", module, name, []], [], 1, None]
    with pytest.raises(Unpackable):
        unpack(msgspec.msgpack.encode([batch]))


@given(st.binary(max_size=60))
def test_nonsense_is_refused(content: bytes) -> None:
    with pytest.raises(Unpackable):
        unpack(content)
