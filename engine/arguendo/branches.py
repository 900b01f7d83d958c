"""From the conditions of a rule as written to its branches (disjunctive normal form)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, count, product, repeat

from arguendo.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Blocker,
    Branch,
    Comparison,
    Condition,
    Literal,
    Not,
)
from arguendo.statements import ANYTHING, Statement, is_variable

MOST_BRANCHES = 64

OPPOSITE = {
    "is": "is not",
    "is not": "is",
    "is at least": "is less than",
    "is less than": "is at least",
    "is at most": "is more than",
    "is more than": "is at most",
    "is before": "is not before",
    "is not before": "is before",
    "is after": "is not after",
    "is not after": "is after",
}
"""By operator: the one that holds where it does not."""

_Part = Literal | Comparison


class TooManyBranches(Exception):
    """The alternatives of one rule multiply to more than `MOST_BRANCHES`."""


def branches_of(condition: AllOf, rebuttals: Iterable[Condition]) -> tuple[Branch, ...]:
    """Expand the grounds of a rule into its branches, each with every rebuttal.

    Raises `TooManyBranches`.
    """
    unless = tuple(blocker for part in rebuttals for blocker in _blockers(part, absence=False))
    return tuple(
        _branch(number, parts, unless) for number, parts in enumerate(_conjunctions(condition))
    )


def parts_of(condition: Condition) -> Iterator[Literal | Comparison]:
    """Go through the sentences and comparisons of a condition in the order they are written."""
    match condition:
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            for part in parts:
                yield from parts_of(part)
        case Not(part):
            yield from parts_of(part)
        case _:
            yield condition


def variables_of(branch: Branch) -> tuple[str, ...]:
    """Return the variables that a branch binds, in the order of their names."""
    bound = {term for ground in branch.grounds for term in ground.variables} - {ANYTHING}
    sides = {term for each in branch.comparisons for term in (each.left, each.right)}
    return tuple(sorted(bound.union(filter(is_variable, sides))))


def _branch(number: int, parts: tuple[_Part, ...], unless: tuple[Blocker, ...]) -> Branch:
    literals = [part for part in parts if isinstance(part, Literal)]
    return Branch(
        number,
        _definite(literal.statement for literal in literals if literal.positive),
        tuple(part for part in parts if isinstance(part, Comparison)),
        tuple(
            Blocker((Literal(literal.statement),), absence=True)
            for literal in literals
            if not literal.positive
        )
        + unless,
    )


def _definite(grounds: Iterable[Statement]) -> tuple[Statement, ...]:
    """Give each `?_` among the grounds a variable of its own: something must be there."""
    given = tuple(dict.fromkeys(grounds))
    if not any(ANYTHING in ground.arguments for ground in given):
        return given
    used = {variable for ground in given for variable in ground.variables}
    fresh = (name for name in map("{}{}".format, repeat(ANYTHING), count(1)) if name not in used)
    return tuple(
        Statement(
            ground.predicate, tuple(next(fresh) if t == ANYTHING else t for t in ground.arguments)
        )
        for ground in given
    )


def _blockers(condition: Condition, *, absence: bool) -> Iterator[Blocker]:
    for parts in _conjunctions(condition):
        yield Blocker(
            tuple(part for part in parts if isinstance(part, Literal)),
            tuple(part for part in parts if isinstance(part, Comparison)),
            absence,
        )


def _conjunctions(condition: Condition, positive: bool = True) -> list[tuple[_Part, ...]]:
    """Return the ways in which a condition is met, each a conjunction; with De Morgan for `not`."""
    match condition:
        case Literal(statement, sign):
            return [(Literal(statement, sign == positive),)]
        case Comparison(operator=operator):
            return [(condition if positive else replace(condition, operator=OPPOSITE[operator]),)]
        case Not(part):
            return _conjunctions(part, not positive)
        case AtLeast(number, parts) if not positive:
            # At least two of three fail just when at least two of three are false.
            others = tuple(Not(part) for part in parts)
            return _conjunctions(AtLeast(max(0, len(parts) - number + 1), others))
        case AtLeast(number, parts):
            choices = tuple(AllOf(some) for some in _few_combinations(parts, number))
            return _conjunctions(AnyOf(choices))
        case AllOf(parts) if positive:
            return _all_of([_conjunctions(part) for part in parts])
        case AnyOf(parts) if not positive:
            return _all_of([_conjunctions(part, False) for part in parts])
        case AllOf(parts) | AnyOf(parts):
            return _bounded([way for part in parts for way in _conjunctions(part, positive)])


def _few_combinations(parts: tuple[Condition, ...], number: int) -> Iterator[tuple[Condition, ...]]:
    for made, some in enumerate(combinations(parts, number), 1):
        if made > MOST_BRANCHES:
            raise TooManyBranches
        yield some


def _all_of(ways: list[list[tuple[_Part, ...]]]) -> list[tuple[_Part, ...]]:
    result: list[tuple[_Part, ...]] = [()]
    for alternatives in ways:
        result = _bounded([(*one, *two) for one, two in product(result, alternatives)])
    return result


def _bounded(ways: list[tuple[_Part, ...]]) -> list[tuple[_Part, ...]]:
    if len(ways) > MOST_BRANCHES:
        raise TooManyBranches
    return ways
