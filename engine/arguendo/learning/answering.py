"""Answers as typed, and what is said to them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from arguendo.learning.exercise import Exercise, Kind, safe
from arguendo.statements import parse_statement
from arguendo.wording import exercises
from arguendo.wording.statements import Speaker


@dataclass(frozen=True)
class Feedback:
    """Whether an answer is right, and why."""

    is_right: bool
    lines: tuple[str, ...]


def parse(exercise: Exercise, text: str) -> tuple[int, ...] | None:
    """Read an answer: a number, or (of an order) every number once; None for anything else."""
    signs = text.replace(",", " ").split()
    if exercise.kind is Kind.ORDER and len(signs) == 1:
        signs = list(signs[0])
    if not all(sign.isascii() and sign.isdigit() and len(sign) < 3 for sign in signs):
        return None
    numbers = tuple(int(sign) - 1 for sign in signs)
    places = range(len(exercise.items))
    if exercise.kind is Kind.ORDER:
        return numbers if sorted(numbers) == list(places) else None
    return numbers if len(numbers) == 1 and numbers[0] in places else None


def feedback(speaker: Speaker, exercise: Exercise, answer: Sequence[int]) -> Feedback:
    """Judge an answer, and explain the right one."""
    if exercise.is_right(answer):
        return Feedback(True, (exercises.RIGHT, *exercise.explanation))
    told = [exercises.WRONG]
    pair = exercise.first_wrong(answer) if exercise.kind is Kind.ORDER else None
    if pair is not None:
        first, then = (parse_statement(exercise.keys[place]) for place in pair)
        if first and then:
            told += safe([exercises.precedes(speaker, first, then)])
    if exercise.kind is Kind.ORDER:
        told.append(f"One right order: {' '.join(str(place + 1) for place in exercise.right)}.")
        return Feedback(False, tuple(told))
    told.append(f"The right answer is {exercise.right[0] + 1}: {exercise.items[exercise.right[0]]}")
    return Feedback(False, (*told, *exercise.explanation))
