"""What keeps a branch of a rule from ever applying, for checks that need it; itself no check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

from arguendo.rules import Blocker, Branch, Comparison
from arguendo.statements import Sort, Statement, Term, is_variable, sort_of

_MOST_COMPARISONS = 24
"""Of one branch; more are taken to be sound."""

_ORDERS = {
    "is at least": (False, True),
    "is not before": (False, True),
    "is more than": (True, True),
    "is after": (True, True),
    "is at most": (False, False),
    "is not after": (False, False),
    "is less than": (True, False),
    "is before": (True, False),
}
"""Whether it is strict, and whether it says that the left side is the greater."""


@dataclass(frozen=True)
class Contradiction:
    """Conditions of one branch that cannot all be met: an opposed ground, or comparisons."""

    statement: Statement | None = None
    """Must hold and must not hold."""
    absence: bool = False
    """Whether it must not hold by a `not` rather than an `unless`."""
    is_ground: bool = True
    """False where the statement is no ground: both its holding and its absence block."""
    comparisons: tuple[Comparison, ...] = ()


def contradiction(branch: Branch) -> Contradiction | None:
    """Return what in a branch contradicts itself, or None where nothing is sure to."""
    for blocker in branch.blockers:
        statement = _always(blocker, branch)
        if statement:
            return Contradiction(statement, blocker.absence)
    for one, other in combinations(_single(branch.blockers), 2):
        (first,), (second,) = one.literals, other.literals
        if first.statement == second.statement and first.positive != second.positive:
            return Contradiction(first.statement, is_ground=False)
    unmet = conflict(branch.comparisons)
    return Contradiction(comparisons=unmet) if unmet else None


def _single(blockers: Iterable[Blocker]) -> list[Blocker]:
    return [each for each in blockers if len(each.literals) == 1 and not each.comparisons]


def _always(blocker: Blocker, branch: Branch) -> Statement | None:
    """Return the first statement of a blocker that blocks whenever the grounds hold."""
    if not blocker.literals or not set(blocker.comparisons) <= set(branch.comparisons):
        return None
    for literal in blocker.literals:
        met = any(_includes(literal.statement, ground) for ground in branch.grounds)
        if not literal.positive or not met:
            return None
    return blocker.literals[0].statement


def _includes(pattern: Statement, ground: Statement) -> bool:
    """Tell whether two patterns are the same, `?_` in the first being anything."""
    return (
        pattern.predicate == ground.predicate
        and len(pattern.arguments) == len(ground.arguments)
        and all(
            one in ("?_", other)
            for one, other in zip(pattern.arguments, ground.arguments, strict=True)
        )
    )


def conflict(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """Return comparisons that cannot all be met, none of them to spare; empty where all can."""
    if not comparisons or len(comparisons) > _MOST_COMPARISONS or _can_be_met(comparisons):
        return ()
    needed = list(comparisons)
    for each in comparisons:
        rest = [other for other in needed if other is not each]
        if not _can_be_met(rest):
            needed = rest
    return tuple(needed)


class _Classes:
    """Terms that are one and the same (union–find)."""

    def __init__(self) -> None:
        self._above: dict[Term, Term] = {}

    def root(self, term: Term) -> Term:
        """Return what stands for a term; a constant stands for all that equals it."""
        term = _by_value(term)
        while term in self._above:
            term = self._above[term]
        return term

    def join(self, one: Term, other: Term) -> bool:
        """Make two terms one; False when they are two different constants."""
        first, second = self.root(one), self.root(other)
        if first != second:
            if not is_variable(first):
                first, second = second, first
            if not is_variable(first):
                return False
            self._above[first] = second
        return True


def _by_value(term: Term) -> Term:
    return str(Fraction(term)) if sort_of(term) is Sort.NUMBER else term


def _can_be_met(comparisons: Sequence[Comparison]) -> bool:
    classes = _Classes()
    for each in comparisons:
        if each.operator == "is" and not classes.join(each.left, each.right):
            return False
    sides = [
        (each.operator, classes.root(each.left), classes.root(each.right)) for each in comparisons
    ]
    at_most: dict[tuple[Term, Term], bool] = {}
    for operator, left, right in sides:
        if operator in _ORDERS:
            strict, greater = _ORDERS[operator]
            pair = (right, left) if greater else (left, right)
            at_most[pair] = at_most.get(pair, False) or strict
    if not _of_one_sort(at_most):
        return False
    _close(at_most)
    if any(strict for (low, high), strict in at_most.items() if low == high):
        return False
    return not any(
        left == right or ((left, right) in at_most and (right, left) in at_most)
        for operator, left, right in sides
        if operator == "is not"
    )


def _of_one_sort(at_most: Iterable[tuple[Term, Term]]) -> bool:
    """Tell whether only numbers are compared with numbers, and dates with dates."""
    groups = _Classes()
    sorts = {term: sort_of(term) for pair in at_most for term in pair if not is_variable(term)}
    if any(sort not in (Sort.NUMBER, Sort.DATE) for sort in sorts.values()):
        return False
    # Sorts stand for their constants, so that two that are compared with each other clash.
    stand = {term: f"sort_{sort.value}" for term, sort in sorts.items()}
    return all(groups.join(stand.get(low, low), stand.get(high, high)) for low, high in at_most)


def _close(at_most: dict[tuple[Term, Term], bool]) -> None:
    """Add what follows: the order of constants, and what is at most at most (Floyd, Warshall)."""
    terms = list(dict.fromkeys(term for pair in at_most for term in pair))
    for low, high in product([term for term in terms if not is_variable(term)], repeat=2):
        if _less(low, high):
            at_most[low, high] = True
    for middle, low, high in product(terms, repeat=3):
        if (low, middle) in at_most and (middle, high) in at_most:
            strict = at_most[low, middle] or at_most[middle, high]
            at_most[low, high] = at_most.get((low, high), False) or strict


def _less(low: Term, high: Term) -> bool:
    if sort_of(low) is not sort_of(high):
        return False
    return Fraction(low) < Fraction(high) if sort_of(low) is Sort.NUMBER else low < high
