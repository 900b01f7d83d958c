"""From the values of a branch's variables to the numbers of what they make its patterns say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple, TypeAlias

from arguendo.graph.values import Inference
from arguendo.rules import Branch, Rule
from arguendo.statements import Terms

Fill: TypeAlias = Callable[[Terms], Terms]
"""From the values of variables to a pattern's arguments."""

Row: TypeAlias = tuple[int, ...]
"""Of one match: the numbers of its grounds, then those of its claims."""


class Numbers(dict[Terms, int]):
    """The numbers of one predicate's statements, by arguments; asking for one makes it be there."""

    def __init__(self, predicate: str, predicates: list[str], arguments: list[Terms]) -> None:
        """Start with none; the lists have all statements of all predicates, and grow."""
        super().__init__()
        self.arrived: Callable[[str, Terms, int], None] | None = None
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


@dataclass(frozen=True)
class Recipe:
    """How the inferences of one branch are put together from the values of its variables."""

    rule: Rule
    branch: Branch
    variables: tuple[str, ...]
    parts: tuple[tuple[Numbers, Fill], ...]
    """For grounds and claims: the numbers of the predicate, and what gives the arguments."""
    is_plain: bool
    """Whether nothing can block its inferences or set them aside."""

    def rows(self, values: Sequence[Terms]) -> Iterator[Row]:
        """Go through what values amount to, numbering row by row what is new; all of it in C."""
        columns = (map(numbers.__getitem__, map(fill, values)) for numbers, fill in self.parts)
        return zip(*columns, strict=True)


class Batch(NamedTuple):
    """What was recorded of one branch at once."""

    recipe: Recipe
    values: Sequence[Terms]
    numbers: Sequence[int]
    """All rows, one after the other: in one list they cost least."""

    def inferences(self, first: int) -> Iterator[Inference]:
        """Make the inferences, numbered from the first one's number on."""
        rule, branch, variables = self.recipe.rule, self.recipe.branch, self.recipe.variables
        number, grounds = count(first), len(branch.grounds)
        rows = zip(*[iter(self.numbers)] * len(self.recipe.parts), strict=True)
        for values, row in zip(self.values, rows, strict=True):
            bindings = tuple(zip(variables, values, strict=True))
            for claim in row[grounds:]:
                yield Inference(next(number), rule, branch, bindings, claim, row[:grounds])
