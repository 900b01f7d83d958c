"""One exercise as a record: what is asked, what may be answered, and what is right, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from arguendo.problems import printable
from arguendo.wording import exercises


class Kind(StrEnum):
    """What an exercise asks for."""

    PREDICT = "predict"
    """Whether a conclusion holds."""
    MISSING = "missing"
    """The fact without which a conclusion does not hold."""
    ORDER = "order"
    """The steps of an argument, each after those that it rests on."""
    FLAW = "flaw"
    """What is wrong with an argument."""
    WEAKEST = "weakest"
    """What a conclusion hangs on."""


@dataclass(frozen=True)
class Exercise:
    """An exercise: choose one of the items, or (of the kind `order`) put them in order."""

    kind: Kind
    goal: str
    """The key of the conclusion that it is about."""
    assumptions: Mapping[str, int]
    """The case that it plays in, on top of the bare facts: key → degree."""
    scene: tuple[str, ...]
    """What is given: the lines of the case, or the argument."""
    prompt: str
    items: tuple[str, ...]
    keys: tuple[str, ...]
    """What the items stand for, in the same order, as programs say it."""
    right: tuple[int, ...]
    """Number of the right item, from 0; of an order all of them, as the rules fire."""
    explanation: tuple[str, ...]
    hint: tuple[str, ...] = ()
    """The rules that bear on it."""
    before: tuple[tuple[int, int], ...] = ()
    """Pairs of items of which the first must come before the second."""

    @property
    def given(self) -> tuple[str, ...]:
        """What it is to be answered by: what is given, the rules, and how what is not told counts.

        Lines as people read them, an empty one before the rules.
        """
        rules = ("", exercises.RULES, *(f"- {line}" for line in self.hint)) if self.hint else ()
        return (*self.scene, *rules, exercises.CLOSED)

    @property
    def topic(self) -> str:
        """What one learns by it: its kind and conclusion, whatever the case."""
        return f"{self.kind} {self.goal}"

    def is_right(self, answer: Sequence[int]) -> bool:
        """Tell whether an answer is right: any order that keeps every pair is."""
        if self.kind is not Kind.ORDER:
            return tuple(answer) == self.right
        if sorted(answer) != list(range(len(self.items))):
            return False
        return all(answer.index(first) < answer.index(then) for first, then in self.before)

    def first_wrong(self, answer: Sequence[int]) -> tuple[int, int] | None:
        """Return a pair that an order has the wrong way round, None where there is none."""
        wrong = (pair for pair in self.before if answer.index(pair[0]) > answer.index(pair[1]))
        return next(wrong, None)


def safe(lines: Sequence[str]) -> tuple[str, ...]:
    """Make lines fit for any terminal."""
    return tuple(printable(line) for line in lines)
