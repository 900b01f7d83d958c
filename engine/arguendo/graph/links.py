"""From numbers to numbers: who supports, concludes, opposes and blocks whom, kept in little room."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

_NONE: Sequence[int] = ()


class Rows(NamedTuple):
    """Many short rows as two columns of numbers."""

    ends: array[int]
    """By row: where it ends, and the next one begins."""
    numbers: array[int]
    """All rows, one after the other."""


class Links(Sequence[Sequence[int]]):
    """A row of numbers for each number there is; what has none takes no room."""

    def __init__(self, count: Callable[[], int], kept: Rows | None = None) -> None:
        """Start with no link, or with those that were kept; `count` tells how many rows there are.

        What comes later lies over what was kept.
        """
        self._count = count
        self._kept = kept or Rows(array("I"), array("I"))
        self._rows: dict[int, list[int]] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return self._count()

    def __getitem__(self, number: int) -> list[int]:  # type: ignore[override]
        """Return a row; an empty one is not kept."""
        found = self._rows.get(number)
        if found is not None:
            return found
        ends, numbers = self._kept
        if number >= len(ends):
            return []
        return numbers[ends[number - 1] if number else 0 : ends[number]].tolist()

    def __iter__(self) -> Iterator[list[int]]:
        """Go through all rows."""
        return map(self.__getitem__, range(len(self)))

    def add(self, number: int, linked: int) -> None:
        """Append to a row."""
        found = self._rows.get(number)
        if found is None:
            found = self._rows[number] = self[number] if number < len(self._kept.ends) else []
        found.append(linked)

    def rows(self) -> Rows:
        """Return everything as columns."""
        found = [*self]
        ends = array("I", accumulate(map(len, found)))
        return Rows(ends, array("I", chain.from_iterable(found)))


def pairs(links: Iterable[tuple[int, Sequence[int]]]) -> tuple[array[int], array[int]]:
    """Return rows of which most are empty as two columns: from where, to where."""
    found = [(number, other) for number, row in links for other in row]
    first, second = zip(*found, strict=True) if found else (_NONE, _NONE)
    return array("I", first), array("I", second)
