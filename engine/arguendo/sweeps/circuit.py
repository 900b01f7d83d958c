"""Yes or no for many scenarios as a circuit: each distinct formula once, simplified as it is made.

Formulas are numbers. What two levels of the scale, or two rules, have in common is so computed
once. A circle of statements that support each other is a loop: variables that start out false and
are given their next values until nothing changes, which is the least fixpoint.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import reduce
from typing import NamedTuple

FALSE, TRUE = 0, 1
"""The formulas of the two constants."""


class Kind(IntEnum):
    """What a formula is."""

    CONSTANT = 0
    INPUT = 1
    VARIABLE = 2
    NOT = 3
    AND = 4
    OR = 5


class Formula(NamedTuple):
    """A formula over others, which have lower numbers.

    Of an input `left` is its number, of a variable that of its loop.
    """

    kind: Kind
    left: int = 0
    right: int = 0


class Loop(NamedTuple):
    """Variables, and the formulas that give them their next values."""

    variables: tuple[int, ...]
    following: tuple[int, ...]


class Circuit:
    """Formulas by number, each once; grows only."""

    def __init__(self) -> None:
        """Start with the two constants."""
        self.formulas: list[Formula] = [Formula(Kind.CONSTANT, value) for value in (FALSE, TRUE)]
        self.loops: list[Loop] = []
        self.belongs: list[int | None] = [None, None]
        """By formula: the loop whose variables it depends on last of all."""
        self._known = {formula: number for number, formula in enumerate(self.formulas)}
        self._inputs = 0

    def new_input(self) -> int:
        """Make a formula that is given from outside."""
        self._inputs += 1
        return self._add(Formula(Kind.INPUT, self._inputs - 1))

    @property
    def inputs(self) -> int:
        """How many inputs there are."""
        return self._inputs

    def new_variables(self, count: int) -> list[int]:
        """Make the variables of a new loop; `close` says how they change."""
        loop = len(self.loops)
        self.loops.append(Loop((), ()))
        return [self._add(Formula(Kind.VARIABLE, loop, place)) for place in range(count)]

    def close(self, variables: Sequence[int], following: Sequence[int]) -> None:
        """Say what a loop's variables become in each round."""
        loop = self.formulas[variables[0]].left
        self.loops[loop] = Loop(tuple(variables), tuple(following))

    def negation(self, one: int) -> int:
        """Return the formula that holds where another does not."""
        if one in (FALSE, TRUE):
            return TRUE - one
        formula = self.formulas[one]
        return formula.left if formula.kind is Kind.NOT else self._add(Formula(Kind.NOT, one))

    def both(self, one: int, other: int) -> int:
        """Return the formula that holds where two do."""
        return self._join(Kind.AND, one, other)

    def either(self, one: int, other: int) -> int:
        """Return the formula that holds where one of two does."""
        return self._join(Kind.OR, one, other)

    def without(self, one: int, other: int) -> int:
        """Return the formula that holds where one does and the other does not."""
        return self.both(one, self.negation(other))

    def all_of(self, several: Iterable[int]) -> int:
        """Return the formula that holds where all do; of none, everywhere."""
        return reduce(self.both, sorted(set(several)), TRUE)

    def any_of(self, several: Iterable[int]) -> int:
        """Return the formula that holds where one does; of none, nowhere."""
        return reduce(self.either, sorted(set(several)), FALSE)

    def exactly(self, several: Sequence[int]) -> list[int]:
        """Return, for each number from none to all, the formula that so many hold."""
        counts = [TRUE]
        for one in several:
            same = [self.without(count, one) for count in counts]
            more = [self.both(count, one) for count in counts]
            pairs = zip([*same, FALSE], [FALSE, *more], strict=True)
            counts = [self.either(*pair) for pair in pairs]
        return counts

    def _join(self, kind: Kind, one: int, other: int) -> int:
        one, other = sorted((one, other))
        decisive = FALSE if kind is Kind.AND else TRUE
        if one in (FALSE, TRUE):
            return decisive if one == decisive else other
        if other in (FALSE, TRUE):
            return decisive if other == decisive else one
        if one == other:
            return one
        if self._opposed(one, other):
            return decisive
        dual = Kind.OR if kind is Kind.AND else Kind.AND
        for part, whole in ((one, other), (other, one)):
            if self._has(whole, dual, part):  # a ∨ (a ∧ b) = a = a ∧ (a ∨ b)
                return part
            if self._has(whole, kind, part):
                return whole
        return self._add(Formula(kind, one, other))

    def _opposed(self, one: int, other: int) -> bool:
        return Formula(Kind.NOT, one) == self.formulas[other] or (
            Formula(Kind.NOT, other) == self.formulas[one]
        )

    def _has(self, whole: int, kind: Kind, part: int) -> bool:
        formula = self.formulas[whole]
        return formula.kind is kind and part in (formula.left, formula.right)

    def _add(self, formula: Formula) -> int:
        number = self._known.get(formula)
        if number is None:
            number = self._known[formula] = len(self.formulas)
            self.formulas.append(formula)
            self.belongs.append(self._loop_of(formula))
        return number

    def _loop_of(self, formula: Formula) -> int | None:
        if formula.kind is Kind.VARIABLE:
            return formula.left
        if formula.kind is Kind.INPUT:
            return None
        parts = [formula.left] if formula.kind is Kind.NOT else [formula.left, formula.right]
        loops = [loop for part in parts if (loop := self.belongs[part]) is not None]
        return max(loops, default=None)
