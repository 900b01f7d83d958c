"""Where new traces are still to be had: what was drawn, and what came of it.

Small questions soon have no trace left that is not there yet. Draws go where the last ones brought
most, within a balance. What a chunk is drawn by are the yields of the chunks `LAG` before it and
lower, so that chunks can be made side by side and come out the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

LAG = 24
"""Chunks whose yields are not known yet when one is drawn."""

MEMORY = 0.98
"""What a draw counts for after one more draw with the same aim."""

ENOUGH = 0.4
"""New traces for each draw above which a group is drawn as often as any other."""

LEAST = 0.01
"""The yield that nothing is taken to fall below, so that it is tried again."""

Weights: TypeAlias = tuple[float, ...]
"""How likely each aim is drawn, in proportion."""


class Yields:
    """Remembers draws and new traces by aim, the recent ones more."""

    def __init__(self, aims: int, groups: Sequence[Sequence[int]]) -> None:
        """Begin with nothing drawn; groups hold the numbers of aims."""
        self._groups = groups
        self._drawn = [0.0] * aims
        self._new = [0.0] * aims
        self._weights = [self._now()]

    def add(self, drawn: Mapping[int, int], new: Mapping[int, int]) -> None:
        """Take note of the next chunk."""
        for aim in range(len(self._drawn)):
            keep = MEMORY ** drawn.get(aim, 0)
            self._drawn[aim] = self._drawn[aim] * keep + drawn.get(aim, 0)
            self._new[aim] = self._new[aim] * keep + new.get(aim, 0)
        self._weights.append(self._now())

    def weights(self, chunk: int) -> Weights:
        """Return by what a chunk is drawn; those `LAG` before it must have been noted."""
        return self._weights[max(0, chunk - LAG)]

    def _now(self) -> Weights:
        """Weigh the aims: groups alike while they yield enough, those that yield most in each."""
        weights = [0.0] * len(self._drawn)
        for group in self._groups:
            yields = [self._yield(aim) for aim in group]
            squares = [each * each for each in yields]
            share = min(1.0, sum(squares) / sum(yields) / ENOUGH)
            for aim, square in zip(group, squares, strict=True):
                weights[aim] += share * square / sum(squares)
        return tuple(weights)

    def _yield(self, aim: int) -> float:
        return max(LEAST, (self._new[aim] + 1) / (self._drawn[aim] + 1))
