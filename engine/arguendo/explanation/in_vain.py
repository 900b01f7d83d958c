"""Where what is given serves a rule in vain: it holds, but a comparison that it is in does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from arguendo.cancelling import heed
from arguendo.case import Case
from arguendo.comparisons import holds
from arguendo.rules import Branch, Comparison
from arguendo.scale import NONE
from arguendo.statements import Bindings, Statement, Term, is_variable

_MOST_TRIALS = 400
"""Partial bindings looked at for one assumption or fact and one ground of a rule."""

_MOST_FACTS = 40
"""Facts tried for one branch of a rule."""


@dataclass(frozen=True)
class Unmet:
    """A comparison that does not hold, with what it compares."""

    comparison: Comparison
    """What is asked, of ground terms."""
    given: Statement
    """The assumption or fact that gives one of its sides."""
    other: tuple[Statement, ...]
    """The grounds that give the other side; none where the rule itself does."""


def in_vain(
    case: Case, branch: Branch, bindings: Bindings, by_facts: bool = False
) -> Iterator[tuple[dict[str, Term], tuple[Unmet, ...]]]:
    """Go through the bindings under which all grounds hold, one of them by assumption, in vain.

    `by_facts` also those under which a fact is told in vain.
    """
    if not branch.comparisons:
        return
    assumed = [each for each, degree in case.assumptions.items() if degree > NONE]
    facts = _fitting(case, branch, bindings) if by_facts else ()
    for given in (*assumed, *islice(facts, _MOST_FACTS)):
        for ground in branch.grounds:
            bound = ground.match(given, bindings)
            for found in _joined(case, branch, bound) if bound is not None else ():
                unmet = tuple(_unmet(branch, ground, found))
                if unmet and all({*ground.variables} & _sides(each) for each, _ in unmet):
                    yield found, tuple(Unmet(_told(c, found), given, o) for c, o in unmet)


def short_of(case: Case, branch: Branch, found: Bindings) -> Iterator[Unmet]:
    """Go through the comparisons that do not hold between grounds that do, whatever else is not.

    Those of a ground that is assumed come first.
    """
    held = [g for g in branch.grounds if g.bind(found).is_ground and case.holds(g.bind(found))]
    for ground in sorted(held, key=lambda each: each.bind(found) not in case.assumptions):
        for each, others in _unmet(branch, ground, found):
            first = next((g for g in held if {*g.variables} & _sides(each)), None)
            given = ground.bind(found)
            if {*ground.variables} & _sides(each) and (
                given in case.assumptions or ground is first
            ):
                yield Unmet(_told(each, found), given, others)


def _fitting(case: Case, branch: Branch, bindings: Bindings) -> Iterator[Statement]:
    """Go through the facts that may be one of the grounds."""
    for fact in case.facts:
        if any(ground.match(fact, bindings) is not None for ground in branch.grounds):
            yield fact


def _unmet(
    branch: Branch, ground: Statement, found: Bindings
) -> Iterator[tuple[Comparison, tuple[Statement, ...]]]:
    """Go through the comparisons that do not hold, with the other grounds that bear on each."""
    for each in branch.comparisons:
        told = _told(each, found)
        if is_variable(told.left) or is_variable(told.right):
            continue
        if not holds(told.left, told.operator, told.right):
            beyond = _sides(each) - {*ground.variables}
            others = [g for g in branch.grounds if g != ground and beyond & {*g.variables}]
            yield each, tuple(g.bind(found) for g in others)


def _sides(comparison: Comparison) -> set[Term]:
    return {comparison.left, comparison.right}


def _told(comparison: Comparison, found: Bindings) -> Comparison:
    left, right = (found.get(t, t) for t in (comparison.left, comparison.right))
    return Comparison(left, comparison.operator, right)


def _joined(case: Case, branch: Branch, bound: Bindings) -> Iterator[dict[str, Term]]:
    """Extend bindings so that all grounds hold; a bounded search, the ground best bound first."""
    stack = [(dict(bound), branch.grounds)]
    for _ in range(_MOST_TRIALS):
        heed()
        if not stack:
            return
        found, left = stack.pop()
        if not left:
            yield found
            continue
        patterns = [each.bind(found) for each in left]
        place = min(range(len(left)), key=lambda n: len([*patterns[n].variables]))
        rest = (*left[:place], *left[place + 1 :])
        for number in case.graph.matching(patterns[place]):
            if case.valuation.degree(number):
                extended = patterns[place].match(case.graph.statements[number], found)
                if extended is not None:
                    stack.append((extended, rest))
