"""Answers as records: all that is said about a query, before any wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from arguendo.case import Case
from arguendo.explanation.changes import Change, Consequences
from arguendo.explanation.comparison import Comparison
from arguendo.explanation.conflicts import Conflicts
from arguendo.explanation.consultation import Consultation
from arguendo.explanation.counterparts import Counterparts
from arguendo.explanation.hindrance import Hindrance, hindrance
from arguendo.explanation.instances import Instances
from arguendo.explanation.likelier import Likelier
from arguendo.explanation.linchpins import Linchpin
from arguendo.explanation.requirements import Requirements
from arguendo.explanation.robustness import Robustness
from arguendo.explanation.timeline import Timeline
from arguendo.explanation.why import Proof, Step
from arguendo.explanation.why_not import WhyNot
from arguendo.inquiry.query import Query
from arguendo.statements import Entity, Statement
from arguendo.valuation import Standing


@dataclass(frozen=True)
class Answer:
    """What a query comes to in a case; fields that do not apply are None or empty."""

    query: Query
    before: Case
    """The case in which the question was put."""
    case: Case
    """The case that the answer is about: with what the query assumes."""
    standing: Standing | None = None
    """How the query's statement stands."""
    proof: Proof | None = None
    why_not: WhyNot | None = None
    changes: tuple[Change, ...] = ()
    requirements: Requirements | None = None
    linchpins: tuple[Linchpin, ...] = ()
    robustness: Robustness | None = None
    consequences: Consequences | None = None
    comparison: Comparison | None = None
    likelier: Likelier | None = None
    """Two statements held against each other, where it was asked which is likelier."""
    conflicts: Conflicts | None = None
    """All that conflicts, where that was asked."""
    counterparts: Counterparts | None = None
    """How the same stands for two entities, where these were compared."""
    consultation: Consultation | None = None
    timeline: Timeline | None = None
    step: Step | None = None
    """The step of an earlier proof that was asked about."""
    entity: Entity | None = None
    instances: Instances | None = None
    """Of whom or what the statement holds, where that was asked."""
    items: tuple[str, ...] = ()
    """Statement keys, rule ids or scenario ids, in order."""
    about: tuple[Statement, ...] = ()
    """The statements that items, or an entity's description, are about."""
    sources: tuple[str, ...] = ()
    dropped: tuple[Statement, ...] = ()
    """Earlier assumptions that this query's assumptions displaced."""
    displaced: tuple[Statement, ...] = ()
    """Facts that this query's assumptions set aside."""
    left: Mapping[Statement, bool] = field(default_factory=dict)
    """What was only supposed before, true or false, and counts no longer."""
    idle: bool = False
    """Whether there was nothing to do: nothing to undo, already assumed, never assumed."""

    @cached_property
    def hindrance(self) -> Hindrance | None:
        """The assumptions in force that keep the statement from holding."""
        if self.query.statement is None or self.robustness is None:
            return None
        return hindrance(self.case, self.query.statement, never=self.robustness.never)
