"""By how much: the days and numbers that an argument compares, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from arguendo.case import Case
from arguendo.comparisons import holds, is_order
from arguendo.explanation.why import Proof, why
from arguendo.explanation.why_not import WhyNot, why_not
from arguendo.statements import Sort, Statement, Term, sort_of

WHOLE_DAY = 2
"""Dashes in a date that names a day."""


@dataclass(frozen=True)
class Margin:
    """Two days, or two numbers, that are compared."""

    left: Term
    relation: str
    """How the first was to compare with the second."""
    right: Term
    apart: Fraction
    """How many days, or how much, the first is after or above the second; else below nothing."""

    @property
    def is_met(self) -> bool:
        """Whether they compare so."""
        return holds(self.left, self.relation, self.right)


def margin(left: Term, relation: str, right: Term) -> Margin | None:
    """Compare two terms; None where they are no numbers or whole days, or in no order."""
    if not is_order(relation) or sort_of(left) is not sort_of(right):
        return None
    if sort_of(left) is Sort.NUMBER:
        return Margin(left, relation, right, Fraction(left) - Fraction(right))
    if sort_of(left) is Sort.DATE and left.count("-") == right.count("-") == WHOLE_DAY:
        days = date.fromisoformat(left) - date.fromisoformat(right)
        return Margin(left, relation, right, Fraction(days.days))
    return None


def margins(proof: Proof | None, failed: WhyNot | None) -> tuple[Margin, ...]:
    """List what the best argument compares, or what the nearest ones compare in vain, each once."""
    found = _met(proof) if proof is not None else _unmet(failed) if failed is not None else ()
    return tuple(dict.fromkeys(each for each in found if each is not None))


def compared(case: Case, goal: Statement) -> tuple[Statement, ...]:
    """List what holds whose day or number is compared for a statement, in vain or not."""
    proof = why(case, goal)
    told = _weighed(proof) if proof is not None else _in_vain(why_not(case, goal))
    return tuple(dict.fromkeys(told))


def _weighed(proof: Proof) -> Iterator[Statement]:
    for step in proof.steps[: proof.main]:
        if step.rule is None or step.branch is None:
            continue
        branch, bound = step.rule.branches[step.branch], dict(step.bindings)
        sides = {side for each in branch.comparisons for side in (each.left, each.right)}
        for ground in branch.grounds:
            if not sides.isdisjoint(ground.variables):
                yield ground.bind(bound)


def _in_vain(failed: WhyNot) -> Iterator[Statement]:
    for attempt in failed.all_attempts:
        for each in attempt.unmet:
            yield each.given
            yield from each.other


def _met(proof: Proof) -> Iterator[Margin | None]:
    for step in proof.steps[: proof.main]:
        if step.rule is None or step.branch is None:
            continue
        bound = dict(step.bindings)
        for each in step.rule.branches[step.branch].comparisons:
            left, right = bound.get(each.left, each.left), bound.get(each.right, each.right)
            yield margin(left, each.operator, right)


def _unmet(failed: WhyNot) -> Iterator[Margin | None]:
    for attempt in failed.all_attempts:
        for each in attempt.unmet:
            yield margin(each.comparison.left, each.comparison.operator, each.comparison.right)
