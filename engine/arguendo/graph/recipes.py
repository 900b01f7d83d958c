"""From the values of a branch's variables to the numbers of what they make its patterns say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from arguendo.branches import variables_of
from arguendo.comparisons import settle
from arguendo.graph.values import GroundBlocker
from arguendo.rules import Blocker, Branch, Literal, Rule
from arguendo.statements import ANYTHING, Bindings, Terms, filling
from arguendo.vocabulary import Vocabulary
from arguendo.vocabulary.kinds import is_sayable

Fill: TypeAlias = Callable[[Terms], Terms]
"""From the values of variables to a pattern's arguments."""

Arrived: TypeAlias = Callable[[str, Terms, int], None]
"""What else is to be done with a new statement: predicate, arguments and number."""

Row: TypeAlias = tuple[int, ...]
"""Of one match: the numbers of its grounds, of its claims, and of what its rebuttals name."""


class Numbers(dict[Terms, int]):
    """The numbers of one predicate's statements, by arguments; asking for one makes it be there."""

    def __init__(self, predicate: str, predicates: list[str], arguments: list[Terms]) -> None:
        """Start with none; the lists have all statements of all predicates, and grow."""
        super().__init__()
        self.arrived: Arrived | None = None
        """What else is to be done with a new one."""
        self._predicate = predicate
        self._predicates = predicates
        self._arguments = arguments

    def __missing__(self, arguments: Terms) -> int:
        number = self[arguments] = len(self._arguments)
        self._predicates.append(self._predicate)
        self._arguments.append(arguments)
        if self.arrived:
            self.arrived(self._predicate, arguments, number)
        return number


class Recipe:
    """How the inferences of one branch are put together from the values of its variables."""

    def __init__(
        self, rule: Rule, branch: Branch, numbers: Callable[[str], Numbers], *, is_apt: bool
    ) -> None:
        """Take a branch, what has the numbers of statements by predicate, and `RuleBase.is_apt`."""
        self.rule = rule
        self.branch = branch
        self.grounds = len(branch.grounds)
        self.claims = len(rule.claims)
        blockers = branch.blockers
        self.is_definite = not blockers or (is_apt and all(map(_is_definite, blockers)))
        """Whether its rebuttals are known with a match: its rows name them."""
        self.named = sum(len(each.literals) for each in blockers) if self.is_definite else 0
        self.width = self.grounds + self.claims + self.named
        """How many numbers a row has."""
        self.signs = [[each.positive for each in one.literals] for one in blockers if self.named]
        """By rebuttal named in rows: which of what it names must hold for it to block."""
        self._numbers = numbers

    @property
    def named_predicates(self) -> Iterable[str]:
        """The predicates of what its rebuttals name in rows."""
        if not self.named:
            return ()
        blockers = self.branch.blockers
        return {each.statement.predicate for one in blockers for each in one.literals}

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """What the values are those of."""
        return variables_of(self.branch)

    @cached_property
    def _parts(self) -> tuple[tuple[Numbers, Fill], ...]:
        patterns = [*self.branch.grounds, *self.rule.claims]
        if self.is_definite:
            patterns += [each.statement for one in self.branch.blockers for each in one.literals]
        return tuple(
            (self._numbers(each.predicate), filling(each, self.variables)) for each in patterns
        )

    def rows(self, values: Sequence[Terms]) -> Iterator[Row]:
        """Go through what values amount to, numbering row by row what is new; all of it in C."""
        columns = (map(numbers.__getitem__, map(fill, values)) for numbers, fill in self._parts)
        return zip(*columns, strict=True)

    def blockers(self, numbers: Sequence[int]) -> tuple[GroundBlocker, ...]:
        """Return the rebuttals of one match from the numbers at the end of its row."""
        found, place = [], 0
        for each in self.branch.blockers:
            some = numbers[place : place + len(each.literals)]
            signs = (literal.positive for literal in each.literals)
            found.append(GroundBlocker(tuple(zip(some, signs, strict=True)), each.absence))
            place += len(some)
        return tuple(dict.fromkeys(found))


def bound(blocker: Blocker, bindings: Bindings, vocabulary: Vocabulary) -> Blocker | None:
    """Return a rebuttal as it is under some bindings, or None where it cannot hold.

    What its statements cannot be said of is never so.
    """
    settled = settle(blocker.comparisons, bindings)
    if settled is None:
        return None
    literals = [Literal(one.statement.bind(settled), one.positive) for one in blocker.literals]
    sayable = [one for one in literals if is_sayable(vocabulary, one.statement)]
    if any(one.positive for one in literals if one not in sayable):
        return None
    return Blocker(tuple(sayable), absence=blocker.absence)


def _is_definite(blocker: Blocker) -> bool:
    is_plain = bool(blocker.literals) and not blocker.comparisons
    return is_plain and not any(ANYTHING in each.statement.arguments for each in blocker.literals)
