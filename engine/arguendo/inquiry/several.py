"""Of whom or what something is asked, answered in a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from arguendo.case import Case
from arguendo.comparisons import holds
from arguendo.explanation.instances import Instances, instances
from arguendo.inquiry.query import Quantified, Quantity
from arguendo.statements import Sort, Statement, Term, sort_of


def instances_of(case: Case, asked: Quantified) -> Instances:
    """Find of whom it holds, of those that were asked of and whose day or number compares so."""
    value = asked.value

    def fits(statement: Statement) -> bool:
        compares = value is not None and bool(value.relation)
        return (
            value is None
            or not compares
            or holds(statement.arguments[value.place], value.relation, value.other)
        )

    found = instances(case, asked.pattern, asked.among, asked.besides, fits)
    extreme = _EXTREMES.get(asked.quantity)
    if extreme is None or value is None or not found.holding:
        return found
    place = value.place
    best = extreme(_size(each.arguments[place]) for each in found.holding)
    first = tuple(s for s in found.holding if _size(s.arguments[place]) == best)
    return replace(found, holding=first, lacking=tuple(s for s in found.holding if s not in first))


def _size(term: Term) -> tuple[Fraction, str]:
    """Return by what a number or a day is sorted."""
    return (Fraction(term), "") if sort_of(term) is Sort.NUMBER else (Fraction(0), term)


_EXTREMES: Mapping[Quantity, Callable[[Iterable[tuple[Fraction, str]]], tuple[Fraction, str]]] = {
    Quantity.MOST: max,
    Quantity.LEAST: min,
}
