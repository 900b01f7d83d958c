"""Which of two statements is likelier: by how they stand, and in how much of what is open."""

from __future__ import annotations

from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.robustness import Robustness, robustness
from arguendo.statements import Statement
from arguendo.valuation import Standing


@dataclass(frozen=True)
class Side:
    """One of two statements, as it stands."""

    statement: Statement
    standing: Standing
    robustness: Robustness


@dataclass(frozen=True)
class Likelier:
    """Two statements held against each other, the likelier one first."""

    first: Side
    second: Side

    @property
    def is_alike(self) -> bool:
        """Whether both stand at the same degree."""
        return self.first.standing.degree == self.second.standing.degree


def likelier(case: Case, one: Statement, other: Statement) -> Likelier:
    """Hold two statements against each other in a case."""
    sides = [Side(each, case.standing(each), robustness(case, each)) for each in (one, other)]
    first, second = sorted(sides, key=_weight, reverse=True)
    return Likelier(first, second)


def _weight(side: Side) -> tuple[int, float]:
    return side.standing.degree, side.robustness.holds / max(1, side.robustness.of)
