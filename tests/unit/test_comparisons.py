"""Comparisons between terms, and the variables that `is` binds."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.comparisons import OPERATORS, holds, settle
from arguendo.rules import Comparison
from tests.builders import condition


def comparisons(*texts: str) -> list[Comparison]:
    found = [condition(text) for text in texts]
    return [each for each in found if isinstance(each, Comparison)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a is a", True),
        ("a is b", False),
        ("a is not b", True),
        ("a is not a", False),
        ("1 is 1.0", True),
        ("1 is not 1.0", False),
        ("-0 is 0", True),
        ('1 is "1"', False),
        ('a is "a"', False),
        ("2017-08 is 2017-08-01", False),
        ("10 is more than 9", True),
        ("10 is less than 9", False),
        ("-1 is less than 0.5", True),
        ("0.1 is at least 0.10", True),
        ("2 is at most 1.99", False),
        ("2017-08-16 is before 2017-08-17", True),
        ("2017-08-16 is after 2016-12-31", True),
        ("2017-08-16 is not before 2017-08-16", True),
        ("2017-08-16 is not after 2017-08-15", False),
        ("2017-08-16 is at least 2017-08-16", True),
        ("1 is before 2", True),
        ("a is less than b", False),
        ('"a" is less than "b"', False),
        ("1 is less than 2017-08-16", False),
        ("2017-08-16 is more than 1", False),
    ],
)
def test_between_ground_terms(text: str, expected: bool) -> None:
    [one] = comparisons(text)
    assert holds(one.left, one.operator, one.right) is expected


@given(st.decimals(-1000, 1000, places=3), st.decimals(-1000, 1000, places=3))
def test_numbers_are_ordered_by_value(one: object, other: object) -> None:
    left, right = f"{one:f}", f"{other:f}"
    assert holds(left, "is less than", right) == (one < other)  # type: ignore[operator]
    assert holds(left, "is at least", right) == (one >= other)  # type: ignore[operator]
    assert holds(left, "is", right) == (one == other)


@given(st.dates(), st.dates())
def test_dates_are_ordered_by_the_calendar(one: object, other: object) -> None:
    assert holds(str(one), "is before", str(other)) == (one < other)  # type: ignore[operator]


def test_settling_keeps_the_bindings_it_was_given() -> None:
    bindings = {"?x": "1"}
    assert settle(comparisons("?y is 2"), bindings) == {"?x": "1", "?y": "2"}
    assert bindings == {"?x": "1"}
    assert settle([], bindings) == bindings


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["?x is a"], {"?x": "a"}),
        (["a is ?x"], {"?x": "a"}),
        (["?x is ?y", "?y is a"], {"?x": "a", "?y": "a"}),
        (
            ["?z is ?y", "?y is ?x", "?x is 3", "?z is at least 2"],
            {"?x": "3", "?y": "3", "?z": "3"},
        ),
        (["?x is 1", "?x is 1.0"], {"?x": "1"}),
        (["?x is a", "?x is b"], None),
        (["?x is a", "?x is not a"], None),
        (["?x is not a"], None),
        (["?x is ?y"], None),
        (["?x is ?x"], None),
        (["?x is 1", "?y is more than ?x"], None),
        (["?x is 1", "?x is before 2017-08-16"], None),
    ],
)
def test_settling(texts: list[str], expected: dict[str, str] | None) -> None:
    assert settle(comparisons(*texts), {}) == expected


@given(st.data())
def test_the_order_of_comparisons_decides_nothing(data: st.DataObject) -> None:
    terms = st.sampled_from(["?x", "?y", "a", "1", "2"])
    some = data.draw(
        st.lists(st.builds(Comparison, terms, st.sampled_from(OPERATORS), terms), max_size=4)
    )
    outcomes = [settle(order, {"?y": "1"}) for order in permutations(some)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
