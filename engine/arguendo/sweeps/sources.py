"""Where scenarios come from: all combinations of some questions, draws, or rows that are given.

Each source puts the bits of a block of scenarios, wherever it begins, into a runner's inputs: for
each question one word after the other. So any stretch can be valued anywhere, in any order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from arguendo.sweeps.blocks import WORD, Words

Given: TypeAlias = Sequence[Words | None]
"""By input the words to fill; None where nothing asks for it."""

UNIT = 1 << 10
"""Words drawn at once; a sample is the same however it is split into blocks."""

_EVERY = ~np.uint64(0)


@dataclass(frozen=True)
class Combinations:
    """All combinations of some questions; in scenario c question i is answered by bit i of c."""

    questions: int

    @property
    def size(self) -> int:
        """How many scenarios there are."""
        return 1 << self.questions

    @property
    def words(self) -> int:
        """How many words they take."""
        return -(-self.size // WORD)

    def fill(self, given: Given, first: int, before: int | None = None) -> None:
        """Fill a block that begins with a word, a multiple of the block's length.

        `before` is the word with which the block began that is in there still, if one is.
        """
        for index, words in enumerate(given[: self.questions]):
            if words is not None and not _has_pattern(len(words), index, first, before):
                _fill_pattern(words, index, first)
        _fill_valid(given[self.questions :], first, self.size)


@dataclass(frozen=True)
class Draws:
    """Scenarios drawn at random with a seed, each admitted one as likely as every other.

    Questions are drawn by fair coins; those that exclude each other by one of all sets they admit.
    """

    questions: int
    size: int
    seed: int
    exclusive: tuple[tuple[tuple[int, ...], tuple[tuple[int, ...], ...]], ...] = ()
    """Questions that exclude each other, and the sets of them that may be true at once."""

    @property
    def words(self) -> int:
        """How many words they take."""
        return -(-self.size // WORD)

    def fill(self, given: Given, first: int, _before: int | None = None) -> None:
        """Fill a block that begins with a word; both are multiples of `UNIT`."""
        length = next((len(words) for words in given if words is not None), 0)
        for start in range(0, length, UNIT):
            part = [w if w is None else w[start : start + UNIT] for w in given[: self.questions]]
            self._draw(part, (first + start) // UNIT)
        _fill_valid(given[self.questions :], first, self.size)

    def _draw(self, given: Given, unit: int) -> None:
        generator = np.random.PCG64(np.random.SeedSequence([self.seed, unit]))
        # All are drawn, asked for or not, so that a sample does not depend on what is asked of it.
        for words in given:
            drawn = generator.random_raw(UNIT)
            if words is not None:
                words[:] = drawn
        dice = np.random.Generator(generator)
        for members, sets in self.exclusive:
            chosen = dice.integers(0, len(sets), UNIT * WORD)
            for member in members:
                words = given[member]
                if words is not None:
                    having = np.array([member in some for some in sets])
                    words[:] = packed(having[chosen])


@dataclass(frozen=True, eq=False)
class Rows:
    """Scenarios whose bits are given."""

    bits: Words
    """By input: words."""
    size: int

    @property
    def words(self) -> int:
        """How many words they take."""
        return -(-self.size // WORD)

    def fill(self, given: Given, first: int, _before: int | None = None) -> None:
        """Fill a block that begins with a word."""
        for row, words in zip(self.bits, given, strict=False):
            if words is not None:
                part = row[first : first + len(words)]
                words[: len(part)] = part
                words[len(part) :] = 0
        _fill_valid(given[len(self.bits) :], first, self.size)


Source: TypeAlias = Combinations | Draws | Rows


def packed(flags: np.typing.NDArray[np.bool_]) -> Words:
    """Pack flags into words, the first one lowest; what is missing of the last word is no."""
    room = np.zeros(-(-len(flags) // WORD), np.uint64)
    few = np.packbits(flags, bitorder="little")
    room.view(np.uint8)[: len(few)] = few
    return room if _LITTLE else room.byteswap()


def unpacked(words: Words, size: int) -> np.typing.NDArray[np.uint8]:
    """Return the bits of words, 0 or 1 each, lowest first."""
    straight = np.ascontiguousarray(words if _LITTLE else words.byteswap())
    return np.unpackbits(straight.view(np.uint8), bitorder="little", count=size)


_LITTLE = np.little_endian


def _fill_pattern(words: Words, index: int, first: int) -> None:
    """Put in which scenarios answer a question: 0101…, 00110011…, and so on."""
    run = 1 << index
    if run < WORD:
        words.fill(sum(1 << bit for bit in range(WORD) if bit & run))
    elif run // WORD < len(words):
        halves = words.reshape(-1, 2, run // WORD)
        halves[:, 0], halves[:, 1] = 0, _EVERY
    else:
        words.fill(_EVERY if first & run // WORD else 0)


def _has_pattern(length: int, index: int, first: int, before: int | None) -> bool:
    """Tell whether a block has the pattern of a question that another one, before it, had."""
    run = (1 << index) // WORD
    return before is not None and (run < length or before & run == first & run)


def _fill_valid(given: Given, first: int, size: int) -> None:
    """Put in, where it is asked for, which scenarios of a block there are at all."""
    for words in given:
        if words is not None:
            left = max(0, size - first * WORD)
            whole, rest = divmod(left, WORD)
            words[:whole] = _EVERY
            words[whole:] = 0
            if whole < len(words):
                words[whole] = (1 << rest) - 1
