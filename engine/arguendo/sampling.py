"""Combinations of open questions drawn at random, where there are too many to value them all.

Every admitted combination, that is one that assumes no two contraries, is as likely as every other.
The bound on the error is that of a share seen in so many independent draws, nineteen times in
twenty (the normal approximation, at a share of one half).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random

from arguendo.cancelling import heed

SIZE = 10_000
"""Draws; a share seen in them is within one percentage point."""

SEED = 1
"""Always the same, so that the same question gets the same answer."""

MOST_SETS = 20_000
"""Admitted sets of one group of questions that exclude each other, at most."""


@dataclass(frozen=True)
class Sample:
    """Drawn combinations: by question, a bit for each draw in which it is true."""

    size: int
    bits: tuple[int, ...]

    @property
    def error(self) -> float:
        """How far a share may be off, nineteen times in twenty."""
        return 1.96 * 0.5 / sqrt(self.size)


def draw(numbers: Sequence[int], rivals: Mapping[int, Sequence[int]], size: int = SIZE) -> Sample:
    """Draw combinations of questions, of which rivals are never true at once.

    Questions that exclude each other are drawn together: one of all the sets that they admit.
    """
    random = Random(SEED)
    bits = dict.fromkeys(numbers, 0)
    for group in exclusive_groups(numbers, rivals):
        heed()
        sets = admitted_sets(group, rivals)
        if sets is None:
            sets = [_random_set(group, rivals, random) for _ in range(size)]
        columns: dict[int, list[str]] = {number: ["0"] * size for number in group}
        for place in range(size):
            for number in random.choice(sets):
                columns[number][place] = "1"
        bits |= {number: int("".join(column), 2) for number, column in columns.items()}
    return Sample(size, tuple(bits[number] for number in numbers))


def exclusive_groups(
    numbers: Sequence[int], rivals: Mapping[int, Sequence[int]]
) -> list[list[int]]:
    """Split questions into groups that have nothing to do with each other."""
    left = dict.fromkeys(numbers)
    groups = []
    while left:
        group = [next(iter(left))]
        del left[group[0]]
        for number in group:
            near = [each for each in rivals.get(number, ()) if each in left]
            group += near
            for each in near:
                del left[each]
        groups.append(group)
    return groups


def admitted_sets(
    group: Sequence[int], rivals: Mapping[int, Sequence[int]]
) -> list[tuple[int, ...]] | None:
    """List the sets of a group in which no two are rivals; None when there are too many."""
    sets: list[tuple[int, ...]] = [()]
    for number in group:
        sets += [(*some, number) for some in sets if not set(some) & set(rivals.get(number, ()))]
        if len(sets) > MOST_SETS:
            return None
    return sets


def _random_set(
    group: Sequence[int], rivals: Mapping[int, Sequence[int]], random: Random
) -> tuple[int, ...]:
    """Draw a set by throwing a coin for each, over and over until no two are rivals."""
    for _ in range(1_000):
        some = [number for number in group if random.random() < 0.5]
        if not any(set(rivals.get(number, ())) & set(some) for number in some):
            return tuple(some)
    return ()
