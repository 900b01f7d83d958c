"""The least that work could come down to, measured on the same machine: bare loops and copies."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

ROUNDS = 15


def seconds(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the seconds of processor time of an action, the least of some rounds."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        taken.append(time.process_time() - start)
    return min(taken)


def copying(words: int, repeats: int = 2_000) -> float:
    """Return the seconds in which numpy copies a row of 64-bit words that lies in the cache."""
    import numpy as np

    source, target = np.ones((2, words), np.uint64)

    def copy() -> None:
        for _ in range(repeats):
            np.copyto(target, source)

    return seconds(copy) / repeats


def recording(rows: Sequence[tuple[str, ...]]) -> float:
    """Return the seconds to note rows of terms: each made a tuple, looked up, and put in a list."""

    def note() -> list[tuple[str, ...]]:
        seen: dict[tuple[str, ...], int] = {}
        found: list[tuple[str, ...]] = []
        for row in rows:
            key = (*row,)
            if key not in seen:
                seen[key] = len(seen)
            found.append(key)
        return found

    return seconds(note, 5)


def touching(steps: Iterable[tuple[int, tuple[int, ...]]], statements: int) -> float:
    """Return the seconds to read the degree of each ground and write that of each claim."""
    known = list(steps)

    def touch() -> None:
        degrees = [0] * statements
        for claim, grounds in known:
            for each in grounds:
                degree = degrees[each]
            degrees[claim] = degree

    return seconds(lambda: [touch() for _ in range(50)]) / 50


def walking(grounds_of: dict[int, tuple[int, ...]], goals: Sequence[int]) -> float:
    """Return the seconds to go from each goal through all that it rests on, by a stack."""

    def walk() -> int:
        count = 0
        for goal in goals:
            seen, waiting = {goal}, [goal]
            while waiting:
                for each in grounds_of.get(waiting.pop(), ()):
                    if each not in seen:
                        seen.add(each)
                        waiting.append(each)
            count += len(seen)
        return count

    return seconds(walk, 5)
