"""What a conclusion hangs on: the Banzhaf indices of its leaves.

The index of a leaf is the share of the combinations of the open questions in which flipping the
leaf flips the conclusion (Banzhaf, Weighted Voting Doesn't Work, 1965).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from arguendo.case import Case
from arguendo.explanation.questions import MOST_QUESTIONS, leaves, open_questions, sample, sweep
from arguendo.explanation.robustness import Outlook
from arguendo.sampling import Sample
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.sweep import Sweep


class Footing(Enum):
    """What a leaf is: established and cited, established without a source, assumed, or open."""

    SOLID = "solid"
    UNSOURCED = "unsourced"
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
    error: float = 0.0
    """How far the shares may be off, nineteen times in twenty; 0 where they are exact."""


def linchpins(case: Case, goal: Statement) -> tuple[Linchpin, ...]:
    """Weigh every leaf that a statement depends on, heaviest first, then nearest first.

    With more than `MOST_QUESTIONS` open questions, shares are those of a sample, and say so.
    """
    questions = [s for s in open_questions(case, goal) if s != goal]
    others = [leaf for leaf in leaves(case, goal) if leaf != goal]
    drawn = sample(case, questions) if len(questions) > MOST_QUESTIONS else None
    swept = sweep(case, questions, sample=drawn, goal=goal)
    number = case.graph.add(goal)
    if drawn is None:
        found = [_of_question(case, swept, number, statement) for statement in questions]
    else:
        found = [_of_drawn(case, questions, goal, statement) for statement in questions]
    found += [_of_leaf(case, swept, goal, leaf, drawn) for leaf in others]
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


def _of_drawn(
    case: Case, questions: Sequence[Statement], goal: Statement, question: Statement
) -> Linchpin:
    """Weigh a question in a sample of the pairs of combinations that differ in it alone.

    Whether it is necessary or sufficient is not read off the sample: the solver looks for a
    combination that shows the contrary.
    """
    rivals = case.contraries(question)
    others = [each for each in questions if each != question and each not in rivals]
    drawn = sample(case, others)
    with_it, without = (
        sweep(case, others, {question: degree}, drawn, goal=goal)
        for degree in (case.rulebase.scale.top, None)
    )
    number = case.graph.add(goal)
    pairs = zip(_levels(case, with_it, number), _levels(case, without, number), strict=True)
    admitted = with_it.admitted & without.admitted
    left = [each for each in questions if each != question]
    absent, present = Outlook.of(case, left, goal), Outlook.of(case.assume(question), left, goal)
    return Linchpin(
        question,
        Footing.OPEN,
        *_shares([(one ^ other) & admitted for one, other in pairs], admitted),
        necessary=present.possible and not absent.possible,
        sufficient=present.certain and not absent.certain,
        error=drawn.error,
    )


def _of_leaf(
    case: Case, swept: Sweep, goal: Statement, leaf: Statement, drawn: Sample | None
) -> Linchpin:
    """Weigh a fact (against its being supposed away) or an assumption (against its opposite)."""
    assumed = case.assumptions.get(leaf)
    opposite = case.rulebase.scale.top if assumed == NONE else NONE
    questions = [case.graph.statements[number] for number in swept.free]
    other = sweep(case, questions, {leaf: opposite}, drawn, goal=goal)
    pairs = swept.admitted & other.admitted
    number = case.graph.add(goal)
    levels, otherwise = _levels(case, swept, number), _levels(case, other, number)
    flipped = [(a ^ b) & pairs for a, b in zip(levels, otherwise, strict=True)]
    as_is = Outlook.of(case, questions, goal, swept if drawn is None else None)
    changed = case.assume(leaf, opposite)
    without = Outlook.of(changed, questions, goal, other if drawn is None else None)
    return Linchpin(
        leaf,
        _footing(case, leaf),
        *_shares(flipped, pairs),
        necessary=as_is.possible and not without.possible,
        sufficient=assumed is not None and as_is.certain and not without.certain,
        error=drawn.error if drawn else 0.0,
    )


def _footing(case: Case, leaf: Statement) -> Footing:
    if leaf in case.assumptions:
        return Footing.ASSUMED
    fact = case.rulebase.fact.get(leaf)
    return Footing.SOLID if fact and fact.source else Footing.UNSOURCED


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
