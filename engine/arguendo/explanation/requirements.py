"""What it would take for a statement to hold, or to fall: all minimal sets of changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from arguendo.case import Case
from arguendo.explanation.questions import MOST_QUESTIONS, open_questions, sweep
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.valuation import Status


@dataclass(frozen=True)
class Requirement:
    """One minimal set of open questions that would have to come true."""

    changes: tuple[Statement, ...]
    degree: int
    """The degree that the goal then has (0 when it falls)."""


@dataclass(frozen=True)
class Requirements:
    """What it would take."""

    goal: Statement
    fall: bool
    """Whether it was asked what would make the goal fall."""
    already: bool
    """Whether nothing needs to change."""
    found: tuple[Requirement, ...]
    """Subset-minimal, smallest first; empty when nothing among the considered would do."""
    considered: tuple[Statement, ...]
    """The open questions that could have been changed."""
    left_out: int = 0
    """How many more the goal depends on, beyond what was searched."""


def requirements(
    case: Case,
    goal: Statement,
    *,
    degree: int = 1,
    fall: bool = False,
    by: str | None = None,
) -> Requirements:
    """Find all subset-minimal sets of open questions that make a goal hold uncontested.

    `degree` asks for at least that degree; `fall` asks for what makes it hold no longer; `by`
    admits only questions that one actor controls. Assumptions in force stay as they are.
    """
    never = {goal, *case.contraries(goal)}
    questions = [
        statement
        for statement in open_questions(case, goal)
        if statement not in never and (by is None or case.rulebase.question[statement].by == by)
    ]
    free = questions[:MOST_QUESTIONS]
    swept = sweep(case, free)
    number = case.graph.add(goal)
    reached = swept.all & ~swept.at_least(number) if fall else swept.uncontested(number, degree)
    found = tuple(
        _requirement(case, goal, tuple(free[i] for i in chosen))
        for chosen in _minimal(reached & swept.admitted, len(free))
    )
    already = bool(found) and not found[0].changes
    left_out = len(questions) - len(free)
    return Requirements(goal, fall, already, found, tuple(free), left_out)


def _requirement(case: Case, goal: Statement, changes: tuple[Statement, ...]) -> Requirement:
    """Make a requirement, with the degree that an ordinary valuation gives the goal."""
    top = case.rulebase.scale.top
    after = case.assume_all(dict.fromkeys(changes, top)).standing(goal)
    return Requirement(changes, after.degree if after.status is not Status.CONTESTED else NONE)


def _minimal(reached: int, count: int) -> Iterator[tuple[int, ...]]:
    """Go through the subset-minimal combinations among the bits, smallest first."""
    kept: list[int] = []
    for size in range(count + 1):
        for chosen in combinations(range(count), size):
            combination = sum(1 << i for i in chosen)
            if reached >> combination & 1 and not any(k & combination == k for k in kept):
                kept.append(combination)
                yield chosen
