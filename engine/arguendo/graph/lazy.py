"""Sequences whose parts are made when they are read: few, or all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, overload

from arguendo.library import collecting_later

T = TypeVar("T")

MANY = 20_000
"""Parts from which on one that is read alone is made alone."""


class Lazy(Sequence[T]):
    """Parts by number; there may be more of them later."""

    def __init__(
        self,
        count: Callable[[], int],
        one: Callable[[int], T],
        rest: Callable[[int], Iterable[T]],
    ) -> None:
        """Take how many parts there are, what makes one, and what makes all from one on."""
        self._count = count
        self._one = one
        self._rest = rest
        self._all: list[T] = []
        """The first ones, up to some number."""
        self._some: dict[int, T] = {}
        """Others."""
        self._is_listed = False
        """Whether someone may have the list in hand."""

    def view(self) -> Sequence[T]:
        """Return the parts as a list that grows, or this sequence where that would be long."""
        if self._count() < MANY or self._is_listed:
            self._is_listed = True
            return self.all()
        return self

    def grow(self) -> None:
        """Let whoever has the list in hand find there what is new."""
        if self._is_listed:
            self.all()

    def all(self) -> list[T]:
        """Make all parts that are not made yet, and return the list of them, which grows."""
        made = self._all
        if len(made) < self._count():
            with collecting_later():
                new = len(made)
                made.extend(self._rest(new))
            for number, part in self._some.items():
                if number >= new:
                    made[number] = part
            self._some.clear()
        return made

    def replace(self, number: int, part: T) -> None:
        """Put another part in the place of one."""
        if number < len(self._all):
            self._all[number] = part
        else:
            self._some[number] = part

    def __len__(self) -> int:
        """How many there are."""
        return self._count()

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        """Return one part, or several."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if place < len(self._all):
            return self._all[place]
        found = self._some.get(place)
        if found is None:
            if not 0 <= place < len(self):
                raise IndexError(place)
            found = self._some[place] = self._one(place)
        return found

    def __iter__(self) -> Iterator[T]:
        """Go through all parts; they stay."""
        return iter(self.all())
