"""From the values of a branch's variables to the numbers of what they make its patterns say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TypeAlias

from arguendo.rules import Branch, Rule
from arguendo.statements import Terms

Fill: TypeAlias = Callable[[Terms], Terms]
"""From the values of variables to a pattern's arguments."""

Row: TypeAlias = tuple[tuple[int, ...], int]
"""Of one inference: the numbers of its grounds and of its claim."""


Said: TypeAlias = tuple[str, Terms]
"""A statement's predicate and arguments."""


class Numbers(dict[Terms, int]):
    """The numbers of one predicate's statements, by arguments; asking for one makes it be there."""

    def __init__(self, predicate: str, said: list[Said]) -> None:
        """Start with none; `said` has all statements of all predicates, and grows."""
        super().__init__()
        self.arrived: Callable[[str, Terms, int], None] | None = None
        """What else is to be done with a new one."""
        self._predicate = predicate
        self._said = said

    def __missing__(self, arguments: Terms) -> int:
        number = self[arguments] = len(self._said)
        self._said.append((self._predicate, arguments))
        if self.arrived:
            self.arrived(self._predicate, arguments, number)
        return number


@dataclass(frozen=True)
class Recipe:
    """How the inferences of one branch are put together from the values of its variables."""

    rule: Rule
    branch: Branch
    variables: tuple[str, ...]
    grounds: tuple[tuple[Numbers, Fill], ...]
    """The numbers of a predicate's statements, and what gives the arguments of one."""
    claims: tuple[tuple[Numbers, Fill], ...]
    is_plain: bool
    """Whether nothing can block its inferences or set them aside."""

    def rows(self, values: Sequence[Terms]) -> Iterator[Row]:
        """Go through what values amount to, a row for each claim; for a single one all in C."""
        columns = _columns(self.grounds, values)
        grounds = zip(*columns, strict=True) if columns else repeat((), len(values))
        claims = _columns(self.claims, values)
        if len(claims) == 1:
            return zip(grounds, claims[0], strict=True)
        several = zip(grounds, *claims, strict=True)
        return ((one, claim) for one, *some in several for claim in some)


def _columns(parts: Iterable[tuple[Numbers, Fill]], values: Sequence[Terms]) -> list[map[int]]:
    return [map(numbers.__getitem__, map(fill, values)) for numbers, fill in parts]
