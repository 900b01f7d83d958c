"""How robust a conclusion is: in how many combinations of the open questions it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.questions import (
    MOST_QUESTIONS,
    influences,
    open_questions,
    sample,
    sweep,
)
from arguendo.statements import Statement
from arguendo.sweep import Sweep


@dataclass(frozen=True)
class Robustness:
    """In how many combinations of the open questions a statement holds uncontested."""

    holds: int
    of: int
    """The admitted combinations: those that assume no two contraries; or how many were drawn."""
    at_degree: tuple[int, ...]
    """By degree, weakest first: in how many it holds at exactly that degree."""
    questions: int
    """How many open questions are free."""
    always: bool
    """Whether it holds in every combination: exact, also where combinations are drawn."""
    never: bool
    """Whether it holds in none: exact likewise."""
    error: float = 0.0
    """How far the share may be off, nineteen times in twenty; 0 where all are counted."""

    @property
    def best(self) -> int | None:
        """The highest degree in any combination; None where not all were counted."""
        reached = (degree for degree, held in enumerate(self.at_degree, 1) if held)
        return None if self.error else max(reached, default=0)


@dataclass(frozen=True)
class Outlook:
    """Whether a statement holds uncontested in some, and in all, of the admitted combinations."""

    possible: bool
    certain: bool

    @classmethod
    def of(
        cls, case: Case, free: Sequence[Statement], goal: Statement, swept: Sweep | None = None
    ) -> Outlook:
        """Read it off a sweep of all combinations, or find it by brave and cautious reasoning."""
        number = case.graph.add(goal)
        if swept is not None:
            held = swept.uncontested(number) & swept.admitted
            return cls(bool(held), held == swept.admitted)
        from arguendo.solving import Change, Search

        case.grounding.admit(free)
        changes = [Change(case.graph.add(each)) for each in free if each not in case.assumptions]
        valuation = case.valuation
        within = influences(case, goal)
        search = Search(case.graph, changes, valuation.assumptions, valuation.facts, within=within)
        return cls(search.can_hold(number), search.must_hold(number))


def confirmed(case: Case, goal: Statement, found: Robustness) -> bool:
    """Tell whether the solver agrees on what holds in all combinations, and in none.

    That it holds in some is brave reasoning, that it holds in all is cautious reasoning.
    """
    free = [statement for statement in open_questions(case) if statement != goal]
    outlook = Outlook.of(case, free, goal)
    return (outlook.certain, outlook.possible) == (found.always, not found.never)


def robustness(case: Case, goal: Statement) -> Robustness:
    """Count the combinations of the open questions in which a statement holds.

    With more than `MOST_QUESTIONS` of them only those that the statement depends on are varied, and
    when these are still too many, combinations are drawn.
    """
    free = open_questions(case)
    if len(free) > MOST_QUESTIONS:
        free = open_questions(case, goal)
    free = [statement for statement in free if statement != goal]
    drawn = sample(case, free) if len(free) > MOST_QUESTIONS else None
    swept = sweep(case, free, sample=drawn, goal=goal)
    number = case.graph.add(goal)
    degrees = range(1, case.rulebase.scale.top + 1)
    held = [(swept.uncontested(number, each) & swept.admitted).bit_count() for each in degrees]
    outlook = Outlook.of(case, free, goal, None if drawn else swept)
    return Robustness(
        held[0],
        swept.admitted_count,
        tuple(a - b for a, b in zip(held, [*held[1:], 0], strict=True)),
        len(free),
        always=outlook.certain,
        never=not outlook.possible,
        error=drawn.error if drawn else 0.0,
    )
