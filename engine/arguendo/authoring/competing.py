"""Two rule bases that argue about the same: one case under both, and where their arguments part.

What accounts for a conclusion that comes out otherwise is tried, not guessed: see `difference`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from arguendo.authoring.difference import Shift, Trials
from arguendo.authoring.edits import Versions
from arguendo.case import Case
from arguendo.explanation.questions import influences
from arguendo.rulebase import RuleBase
from arguendo.scenarios import Assumption, Scenario
from arguendo.statements import Statement
from arguendo.vocabulary import Vocabulary

CASE = "(the case compared)"
"""The id of the scenario in which both are compared; no file can have it."""


class NothingShared(Exception):
    """Two rule bases conclude nothing of which the other could speak."""


@dataclass(frozen=True)
class Competition:
    """One case under two rule bases."""

    versions: Versions
    """The second as an edited first."""
    first: Case
    second: Case
    goal: Statement | None
    """The conclusion asked about; None: all of them."""
    shifts: tuple[Shift, ...]
    """What the second concludes otherwise, in reading order; of what bears on the goal, if there
    is one. The first is where the arguments part."""
    alike: int
    """How many conclusions both draw alike."""

    @property
    def parts_at(self) -> Shift | None:
        """The first step over which the two arguments part."""
        return next(iter(self.shifts), None)


def compete(
    first: RuleBase,
    second: RuleBase,
    assumptions: Mapping[Statement, int] | None = None,
    goal: Statement | None = None,
) -> Competition:
    """Put one case to two rule bases: their own facts, with the same assumptions.

    Raises `NothingShared` where no statement of the one is known to the other.
    """
    if not set(first.vocabulary.predicates) & set(second.vocabulary.predicates):
        raise NothingShared
    made = tuple(Assumption(each, degree) for each, degree in (assumptions or {}).items())
    trials = Trials(Versions(_staged(first, second, made), _staged(second, first, made)))
    one, other = trials.ends(CASE)
    shifts = tuple(trials.shifts(CASE))
    differing = {shift.statement for shift in shifts}
    concluded = {*first.rules_for, *second.rules_for}
    alike = [
        statement
        for statement in dict.fromkeys((*one.graph.statements, *other.graph.statements))
        if statement.predicate in concluded
        and statement not in differing
        and (one.holds(statement) or other.holds(statement))
    ]
    if goal is not None:
        near = {case.graph.statements[n] for case in (one, other) for n in influences(case, goal)}
        shifts = tuple(shift for shift in shifts if shift.statement in near)
        alike = [statement for statement in alike if statement in near]
    return Competition(trials.versions, one, other, goal, shifts, len(alike))


def _staged(own: RuleBase, other: RuleBase, made: tuple[Assumption, ...]) -> RuleBase:
    """Let a rule base speak of all that either speaks of, and set the one case as its scenario."""
    entities = [*own.vocabulary.entities.values(), *other.vocabulary.entities.values()]
    predicates = [*own.vocabulary.predicates.values(), *other.vocabulary.predicates.values()]
    stage = Scenario(CASE, own.title, made)
    return replace(own, vocabulary=Vocabulary(entities, predicates), scenarios=(stage,))
