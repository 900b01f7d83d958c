"""Statements that differ in one value: a day or a number that is supposed beside a reported one."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.statements import Sort, Statement, Term, sort_of

_VALUES = (Sort.DATE, Sort.NUMBER)


def other_value(case: Case, supposed: Statement) -> tuple[Statement, Term] | None:
    """Return the fact in force that says the same with another day or number, and which one.

    There is none where both may well be true at once, as facts show that have several such values.
    """
    alike = [each for each in case.facts if each.predicate == supposed.predicate]
    for fact in alike:
        place = _place(supposed, fact)
        if place is not None and case.is_established(fact) and not _varies(alike, place):
            return fact, fact.arguments[place]
    return None


def _place(one: Statement, other: Statement) -> int | None:
    """Return the only place in which two statements of a predicate differ, if by a value."""
    places = [*_differing(one, other)]
    if len(places) != 1:
        return None
    first, second = (sort_of(each.arguments[places[0]]) for each in (one, other))
    return places[0] if first is second and first in _VALUES else None


def _differing(one: Statement, other: Statement) -> Iterator[int]:
    pairs = zip(one.arguments, other.arguments, strict=True)
    return (place for place, (a, b) in enumerate(pairs) if a != b)


def _varies(facts: list[Statement], place: int) -> bool:
    """Tell whether some facts differ in nothing but what stands in one place."""
    rest = [(*each.arguments[:place], *each.arguments[place + 1 :]) for each in facts]
    return len(set(rest)) < len(rest)
