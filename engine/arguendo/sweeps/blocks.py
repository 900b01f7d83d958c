"""A program run on blocks of scenarios by numpy, 64 scenarios a word, in buffers made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from arguendo.sweeps.program import Op, Program, Repeat, Step

Words: TypeAlias = NDArray[np.uint64]

WORD = 64
CACHE = 1 << 20
"""Bytes that all buffers together may take: what a core's own cache holds."""
FEWEST, MOST = 1 << 7, 1 << 13
"""Words in a block."""
TOGETHER = 32
"""Counters that are added up at once."""

_Call: TypeAlias = tuple[Callable[..., object], tuple[object, ...]]


def block_words(program: Program) -> int:
    """Return how many words a block should have: a power of two with which all stays in cache."""
    fitting = CACHE // (8 * program.buffers)
    return min(MOST, max(FEWEST, 1 << fitting.bit_length() - 1))


class Blocks:
    """Runs a program on blocks of at most so many words.

    Whoever runs it puts the inputs' bits into `inputs`, which are views of the buffers.
    """

    def __init__(self, program: Program, words: int) -> None:
        """Make the buffers, and one call for each step."""
        self.words = words
        self._buffers = np.zeros((program.buffers, words), np.uint64)
        self._buffers[1] = ~np.uint64(0)
        self.inputs = [self._buffers[buffer] if buffer else None for buffer in program.inputs]
        """By input: its words, or None where nothing asks for it."""
        self._counts = np.zeros(program.counters, np.int64)
        self.kept = np.zeros((program.kept, words), np.uint64)
        """The bits kept of the block run last."""
        self._ones = np.zeros((min(TOGETHER, program.counters), words), np.uint8)
        self._calls = [*self._in_order(program)]

    @property
    def counts(self) -> list[int]:
        """What has been counted so far."""
        counts: list[int] = self._counts.tolist()
        return counts

    def run(self) -> None:
        """Go through all steps once."""
        for function, arguments in self._calls:
            function(*arguments)

    def _in_order(self, program: Program) -> Iterator[_Call]:
        """Go through the calls; counters are added up several at a time, which costs less."""
        waiting: list[int] = []
        for part in program.parts:
            if isinstance(part, Step) and part.op is Op.COUNT:
                yield np.bitwise_count, (self._buffers[part.left], self._ones[len(waiting)])
                waiting.append(part.out)
            else:
                yield self._call(part)
            if len(waiting) == TOGETHER:
                yield self._add, (np.array(waiting),)
                waiting = []
        if waiting:
            yield self._add, (np.array(waiting),)

    def _add(self, counters: NDArray[np.int_]) -> None:
        self._counts[counters] += self._ones[: len(counters)].sum(axis=1, dtype=np.uint32)

    def _call(self, part: Step | Repeat) -> _Call:
        if isinstance(part, Repeat):
            return self._repeat, ([self._call(each) for each in part.steps], part.changes)
        left, right = self._buffers[part.left], self._buffers[part.right]
        match part.op:
            case Op.NOT:
                return np.invert, (left, self._buffers[part.out])
            case Op.AND:
                return np.bitwise_and, (left, right, self._buffers[part.out])
            case Op.OR:
                return np.bitwise_or, (left, right, self._buffers[part.out])
        return np.copyto, (self.kept[part.out], left)

    def _repeat(self, calls: Sequence[_Call], changes: Sequence[tuple[int, int]]) -> None:
        pairs: list[Any] = [(self._buffers[one], self._buffers[after]) for one, after in changes]
        for variable, _ in pairs:
            variable.fill(0)
        changed = True
        while changed:
            for function, arguments in calls:
                function(*arguments)
            changed = False
            for variable, following in pairs:
                if not np.array_equal(variable, following):
                    np.copyto(variable, following)
                    changed = True
