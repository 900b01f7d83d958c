"""What the comparisons of the rule language mean, for every part that evaluates them."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any

from arguendo.rules import Comparison
from arguendo.statements import Bindings, Sort, Term, is_variable, sort_of

_ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "is at least": operator.ge,
    "is at most": operator.le,
    "is more than": operator.gt,
    "is less than": operator.lt,
    "is before": operator.lt,
    "is after": operator.gt,
    "is not before": operator.ge,
    "is not after": operator.le,
}

OPERATORS = ("is", "is not", *_ORDER)
TURNED = {
    "is": "is",
    "is not": "is not",
    "is at least": "is at most",
    "is at most": "is at least",
    "is more than": "is less than",
    "is less than": "is more than",
    "is before": "is after",
    "is after": "is before",
    "is not before": "is not after",
    "is not after": "is not before",
}
"""By relation: the same between two terms the other way round."""


def is_order(relation: str) -> bool:
    """Tell whether a relation says which of two comes first."""
    return relation in _ORDER


def holds(left: Term, relation: str, right: Term) -> bool:
    """Tell whether a relation holds between two ground terms.

    Numbers are equal by value; only two numbers or two dates can be ordered, all else is false.
    """
    if relation == "is":
        return _equal(left, right)
    if relation == "is not":
        return not _equal(left, right)
    first, second = sort_of(left), sort_of(right)
    if first is not second or first not in (Sort.NUMBER, Sort.DATE):
        return False
    if first is Sort.DATE:
        return _ORDER[relation](left, right)
    return _ORDER[relation](Fraction(left), Fraction(right))


def settle(comparisons: Iterable[Comparison], bindings: Bindings) -> dict[str, Term] | None:
    """Check comparisons under bindings; an `is` with one side unbound binds it.

    Returns the bindings, extended where an `is` bound a variable, or None when one does not hold
    or has a side that nothing binds.
    """
    found = dict(bindings)
    waiting = list(comparisons)
    while waiting:
        later = []
        for comparison in waiting:
            left = found.get(comparison.left, comparison.left)
            right = found.get(comparison.right, comparison.right)
            if is_variable(left) or is_variable(right):
                if comparison.operator == "is" and is_variable(left) != is_variable(right):
                    unbound, value = (left, right) if is_variable(left) else (right, left)
                    found[unbound] = value
                else:
                    later.append(comparison)
            elif not holds(left, comparison.operator, right):
                return None
        if len(later) == len(waiting):
            return None
        waiting = later
    return found


def _equal(left: Term, right: Term) -> bool:
    if sort_of(left) is sort_of(right) is Sort.NUMBER:
        return Fraction(left) == Fraction(right)
    return left == right
