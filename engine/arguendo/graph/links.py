"""From numbers to numbers: who supports, concludes, opposes and blocks whom, in little room."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple


class Rows(NamedTuple):
    """Many short rows as two columns of numbers."""

    ends: array[int]
    """By row: where it ends, and the next one begins."""
    numbers: array[int]
    """All rows, one after the other."""


class Links(Sequence[Sequence[int]]):
    """A row of numbers for each number there is; what has none takes no room."""

    def __init__(self, count: Callable[[], int]) -> None:
        """Start with no link; `count` tells how many rows there are."""
        self._count = count
        self._kept = Rows(array("I"), array("I"))
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

    def filled(self) -> Iterable[int]:
        """Return the numbers of all rows with something in them, and perhaps of more."""
        return dict.fromkeys(
            (*self._rows, *(range(len(self._kept.ends)) if self._kept.numbers else ()))
        )

    def add(self, number: int, linked: int) -> None:
        """Append to a row."""
        found = self._rows.get(number)
        if found is None:
            found = self._rows[number] = self[number] if number < len(self._kept.ends) else []
        found.append(linked)

    def restore(self, kept: Rows) -> None:
        """Start with what was kept; what comes later lies over it."""
        if kept.ends and kept.ends[-1] != len(kept.numbers):
            raise ValueError("rows that end elsewhere")
        self._kept = kept

    def rows(self) -> Rows:
        """Return everything as columns."""
        found = [*self]
        return Rows(array("I", accumulate(map(len, found))), array("I", chain.from_iterable(found)))
