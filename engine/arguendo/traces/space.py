"""What can be asked of a rule base, and what can be assumed about it that bears on the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from arguendo.case import Case
from arguendo.explanation.order import depths, reading_order
from arguendo.explanation.questions import influences
from arguendo.matching.grounding import Grounding
from arguendo.review.possible import assumed
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement


@dataclass(frozen=True)
class Field:
    """One question, and the statements that bear on its answer."""

    goal: Statement
    depth: int
    """Longest way down to a leaf in the graph."""
    reach: frozenset[Statement]
    """Everything that the goal depends on, itself and its contraries too."""
    open: tuple[Statement, ...]
    """Open questions among it."""
    unsaid: tuple[Statement, ...]
    """Statements among it that no fact reports, no question leaves open and no rule concludes."""
    facts: tuple[Statement, ...]
    """Facts among it."""
    derived: tuple[Statement, ...]
    """Conclusions among it, apart from the goal and its contraries."""
    rivals: tuple[Statement, ...]
    """Contraries of the goal."""


class Space:
    """The questions that a rule base can be asked, over one reasoning graph."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Ground the rule base; its bare facts are the case to begin with.

        What its scenarios and tests assume is possible too, so that rules which need it are there.
        """
        self.rulebase = rulebase
        self.case = Case(Grounding(rulebase, editing=True))
        graph = self.case.graph
        self.case.grounding.admit(assumed(rulebase))
        self.case.grounding.admit(list(graph.statements))
        # Explaining adds statements that nobody asked about: what can be asked is settled before.
        depth = depths(graph)
        concluded = [n for n in reading_order(graph) if graph.concluding[n]]
        self.fields: Sequence[Field] = tuple(self._field(n, depth[n]) for n in concluded)
        self.outside = tuple(rulebase.question)

    @cached_property
    def field(self) -> Mapping[Statement, Field]:
        """Fields by their goals."""
        return {field.goal: field for field in self.fields}

    def _field(self, number: int, depth: int) -> Field:
        graph, case, rulebase = self.case.graph, self.case, self.rulebase
        goal = graph.statements[number]
        rivals = case.contraries(goal)
        reach = tuple(graph.statements[n] for n in influences(case, goal))
        sorts: dict[str, list[Statement]] = {"open": [], "fact": [], "derived": [], "unsaid": []}
        for each in reach:
            if each == goal or each in rivals:
                continue
            known = "open" if each in rulebase.question else "unsaid"
            known = "fact" if each in rulebase.fact else known
            sorts["derived" if graph.concluding[graph.add(each)] else known].append(each)
        return Field(
            goal,
            depth,
            frozenset(reach),
            tuple(sorts["open"]),
            tuple(sorts["unsaid"]),
            tuple(sorts["fact"]),
            tuple(sorts["derived"]),
            rivals,
        )
