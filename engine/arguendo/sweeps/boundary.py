"""Where a conclusion turns: the least that makes it hold, and the most under which it does not.

A truth table is an array of words, one bit for each combination; bit i of a combination's number is
question i. Everything is found in as many passes over the table as there are questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from arguendo.sweeps.blocks import WORD, Words
from arguendo.sweeps.sources import unpacked

MOST_QUESTIONS = 24
"""Questions whose combinations are tabled: two megabytes of bits for each table."""
MOST_FOR_LITERALS = 12
"""Questions of which each may be left open in a set: three to that power are looked at."""
MOST_SETS = 64
"""Sets of one kind that are listed; how many there are is told."""


@dataclass(frozen=True)
class Sets:
    """Some of the sets of one kind, those with the fewest (or most) questions first."""

    found: tuple[tuple[int, ...], ...]
    """Each the places of its questions."""
    total: int


@dataclass(frozen=True)
class LiteralSets:
    """Sets of answers, yes or no, that settle the conclusion whatever the other answers are."""

    found: tuple[tuple[tuple[int, bool], ...], ...]
    total: int


@dataclass(frozen=True)
class Boundary:
    """Where a conclusion turns."""

    true: Sets
    """Minimal: it holds when these are assumed, and under no smaller part of them."""
    false: Sets
    """Maximal: it does not hold when these are assumed, and does under every larger set."""
    monotone: bool
    """Whether assuming more never undoes it; if not, a minimal set may be undone by adding to it,
    and sets of answers say what it takes instead."""
    settling: LiteralSets | None = None
    """Minimal sets of answers under which it holds whatever else is assumed; only where it is not
    monotone and there are few questions."""


def boundary(holds: Words, admitted: Words, questions: int) -> Boundary:
    """Find it in truth tables: where a conclusion holds, and which combinations count."""
    room = _mask(questions)
    true, false = holds & admitted & room, ~holds & admitted & room
    upward, downward = true.copy(), false.copy()
    for question in range(questions):
        upward |= _raised(upward, question)
        downward |= _lowered(downward, question)
    smaller, larger = np.zeros_like(true), np.zeros_like(false)
    for question in range(questions):
        smaller |= _raised(upward, question)
        larger |= _lowered(downward, question)
    monotone = not np.any(upward & admitted & room & ~true)
    minimal, maximal = true & ~smaller, false & ~larger
    few = questions <= MOST_FOR_LITERALS
    return Boundary(
        _listed(minimal, questions, largest_first=False),
        _listed(maximal, questions, largest_first=True),
        monotone,
        _settling(true, admitted & room, questions) if few and not monotone else None,
    )


def _mask(questions: int) -> np.uint64:
    """Return the bits of a word that stand for combinations."""
    return np.uint64((1 << min(WORD, 1 << questions)) - 1)


def _without(question: int) -> np.uint64:
    """Return the bits of a word in which one of the first six questions is not assumed."""
    return np.uint64(sum(1 << bit for bit in range(WORD) if not bit >> question & 1))


def _raised(table: Words, question: int) -> Words:
    """Return the combinations with a question that are in a table without it."""
    if question < WORD.bit_length() - 1:
        moved: Words = (table & _without(question)) << np.uint64(1 << question)
        return moved
    halves = table.reshape(-1, 2, (1 << question) // WORD)
    raised = np.zeros_like(halves)
    raised[:, 1] = halves[:, 0]
    return raised.reshape(-1)


def _lowered(table: Words, question: int) -> Words:
    """Return the combinations without a question that are in a table with it."""
    if question < WORD.bit_length() - 1:
        moved: Words = table >> np.uint64(1 << question) & _without(question)
        return moved
    halves = table.reshape(-1, 2, (1 << question) // WORD)
    lowered = np.zeros_like(halves)
    lowered[:, 0] = halves[:, 1]
    return lowered.reshape(-1)


def _listed(table: Words, questions: int, *, largest_first: bool) -> Sets:
    total = int(np.bitwise_count(table).sum(dtype=np.int64))
    numbers = np.flatnonzero(unpacked(table, 1 << questions)).astype(np.uint32)
    sizes = np.bitwise_count(numbers).astype(np.int64)
    order = np.lexsort((numbers, -sizes if largest_first else sizes))[:MOST_SETS]
    return Sets(tuple(_members(int(each), questions) for each in numbers[order]), total)


def _members(combination: int, questions: int) -> tuple[int, ...]:
    return tuple(place for place in range(questions) if combination >> place & 1)


def _settling(true: Words, admitted: Words, questions: int) -> LiteralSets:
    """List the minimal sets of answers of which some combination, and no other, is admitted.

    Each question is yes, no or open: by question the axis of a table has no, yes, open.
    """
    size, shape = 1 << questions, (2,) * questions
    wrong = (unpacked(admitted & ~true, size) != 0).reshape(shape)
    some = (unpacked(true, size) != 0).reshape(shape)
    for axis in range(questions):
        wrong = np.concatenate([wrong, np.any(wrong, axis=axis, keepdims=True)], axis=axis)
        some = np.concatenate([some, np.any(some, axis=axis, keepdims=True)], axis=axis)
    settles = some & ~wrong
    minimal = settles.copy()
    for axis in range(questions):
        opened = np.take(settles, [2], axis=axis)
        answered = np.concatenate([opened, opened, np.zeros_like(opened)], axis=axis)
        minimal &= ~answered
    found = sorted((_answers(cell) for cell in np.argwhere(minimal)), key=lambda s: (len(s), s))
    return LiteralSets(tuple(found[:MOST_SETS]), len(found))


def _answers(cell: np.typing.NDArray[np.intp]) -> tuple[tuple[int, bool], ...]:
    """Read a cell: its axes run from the last question to the first."""
    backwards = enumerate(reversed(cell.tolist()))
    return tuple((place, answer == 1) for place, answer in _closed(backwards))


def _closed(answers: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((place, answer) for place, answer in answers if answer != 2)
