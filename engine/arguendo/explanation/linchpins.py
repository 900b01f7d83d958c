"""What a conclusion hangs on: Banzhaf indices of its leaves, and how robust it is.

The index of a leaf is the share of the combinations of the open questions in which flipping the
leaf flips the conclusion (Banzhaf, Weighted Voting Doesn't Work, 1965).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from arguendo.case import Case
from arguendo.explanation.questions import MOST_QUESTIONS, leaves, open_questions, sweep
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.sweep import Sweep


class Footing(Enum):
    """What a leaf is: established and cited, assumed, or open."""

    SOLID = "solid"
    ASSUMED = "assumed"
    OPEN = "open"


@dataclass(frozen=True)
class Linchpin:
    """A leaf and how much of the conclusion hangs on it."""

    statement: Statement
    footing: Footing
    share: float
    """Share of the admitted pairs of combinations in which flipping it flips the conclusion."""
    share_degree: float
    """Share in which flipping it changes the degree of the conclusion."""
    necessary: bool
    """The conclusion holds in some combination, and in none without it."""
    sufficient: bool
    """Given the facts, the conclusion holds in every admitted combination with it, and not in all
    without it; never said of a fact, nor where another assumption is necessary as well."""


@dataclass(frozen=True)
class Robustness:
    """In how many combinations of the open questions a statement holds uncontested."""

    holds: int
    of: int
    """The admitted combinations: those that assume no two contraries."""
    at_degree: tuple[int, ...]
    """By degree, weakest first: in how many it holds at exactly that degree."""
    questions: int
    """How many open questions are free."""
    left_out: int = 0
    """How many more there are, not varied since they are beyond the exact method's bound."""


def robustness(case: Case, goal: Statement) -> Robustness:
    """Count the combinations of the open questions in which a statement holds."""
    free = open_questions(case)
    left_out = 0
    if len(free) > MOST_QUESTIONS:
        free = open_questions(case, goal)
        free, left_out = free[:MOST_QUESTIONS], max(0, len(free) - MOST_QUESTIONS)
    free = [statement for statement in free if statement != goal]
    swept = sweep(case, free)
    number = case.graph.add(goal)
    top = case.rulebase.scale.top
    counts = [
        (swept.uncontested(number, degree) & swept.admitted).bit_count()
        for degree in range(1, top + 1)
    ]
    exactly = tuple(a - b for a, b in zip(counts, [*counts[1:], 0], strict=True))
    return Robustness(counts[0], swept.admitted_count, exactly, len(free), left_out)


def linchpins(case: Case, goal: Statement) -> tuple[Linchpin, ...]:
    """Weigh every leaf that a statement depends on, heaviest first, then nearest first."""
    questions = [s for s in open_questions(case, goal) if s != goal][:MOST_QUESTIONS]
    swept = sweep(case, questions)
    number = case.graph.add(goal)
    found = [_of_question(case, swept, number, statement) for statement in questions]
    found += [
        _of_leaf(case, questions, swept, number, leaf)
        for leaf in leaves(case, goal)
        if leaf != goal
    ]
    found = [_alone(pin, found) for pin in found]
    return tuple(sorted(found, key=lambda pin: (-pin.share, -pin.share_degree, not pin.necessary)))


def _alone(pin: Linchpin, among: list[Linchpin]) -> Linchpin:
    """Take it back that an assumption suffices where another is necessary."""
    if pin.footing is Footing.ASSUMED and any(
        other.necessary and other.footing is Footing.ASSUMED and other is not pin for other in among
    ):
        return replace(pin, sufficient=False)
    return pin


def _of_question(case: Case, swept: Sweep, goal: int, question: Statement) -> Linchpin:
    index = swept.free.index(case.graph.add(question))
    run = 1 << index
    with_it = swept.chosen[swept.free[index]]
    without = swept.all & ~with_it
    pairs = without & swept.admitted & (swept.admitted >> run)
    levels = _levels(case, swept, goal)
    flipped = [(level ^ (level >> run)) & pairs for level in levels]
    held = levels[0] & swept.admitted
    return Linchpin(
        question,
        Footing.OPEN,
        *_shares(flipped, pairs),
        necessary=bool(held) and not held & without,
        sufficient=_suffices(held, with_it & swept.admitted, without & swept.admitted),
    )


def _of_leaf(
    case: Case, questions: list[Statement], swept: Sweep, goal: int, leaf: Statement
) -> Linchpin:
    """Weigh a fact (against its being supposed away) or an assumption (against its opposite)."""
    assumed = case.assumptions.get(leaf)
    opposite = case.rulebase.scale.top if assumed == NONE else NONE
    other = sweep(case, questions, {leaf: opposite})
    pairs = swept.admitted & other.admitted
    levels, otherwise = _levels(case, swept, goal), _levels(case, other, goal)
    flipped = [(a ^ b) & pairs for a, b in zip(levels, otherwise, strict=True)]
    held, without = levels[0] & swept.admitted, otherwise[0] & other.admitted
    return Linchpin(
        leaf,
        Footing.SOLID if assumed is None else Footing.ASSUMED,
        *_shares(flipped, pairs),
        necessary=bool(held) and not without,
        sufficient=assumed is not None and held == swept.admitted and without != other.admitted,
    )


def _levels(case: Case, swept: Sweep, goal: int) -> list[int]:
    top = case.rulebase.scale.top
    return [swept.uncontested(goal, degree) for degree in range(1, top + 1)]


def _shares(flipped: list[int], pairs: int) -> tuple[float, float]:
    """Return the share of pairs that flip the conclusion, and that change its degree."""
    any_degree = 0
    for level in flipped:
        any_degree |= level
    count = pairs.bit_count()
    if not count:
        return 0.0, 0.0
    return flipped[0].bit_count() / count, any_degree.bit_count() / count


def _suffices(held: int, with_it: int, without: int) -> bool:
    return bool(with_it) and held & with_it == with_it and held & without != without
