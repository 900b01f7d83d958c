"""A case: a rule base with a scenario and assumptions, and the way back.

This is the facade for programs, and what a conversation is about. A case never changes: each step
returns a new one that remembers the one before it, over one reasoning graph that they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import cast

from arguendo.facts import Fact
from arguendo.graph import Graph
from arguendo.keeping import kept
from arguendo.library import load
from arguendo.matching.grounding import Grounding
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.scenarios import Assumption
from arguendo.statements import Statement
from arguendo.valuation import LARGE, Standing, Valuation


class UnknownScenario(Exception):
    """There is no scenario of that name."""


@dataclass(frozen=True)
class Case:
    """One state of affairs: established facts, and what is assumed on top of them."""

    grounding: Grounding
    scenario: str = ""
    """Id of the scenario it began with; empty for the bare facts."""
    assumptions: Mapping[Statement, int] = field(default_factory=dict)
    """All assumptions in force, in the order they were made: statement → degree, 0 for false."""
    as_of: str | None = None
    """The day (or month) whose knowledge counts; None for all facts."""
    past: Case | None = field(default=None, repr=False, compare=False)
    """The case before the last step."""
    dropped: tuple[Statement, ...] = field(default=(), compare=False)
    """Assumptions that the last step displaced, since they are contrary to what it assumed."""

    bare: Valuation | None = field(default=None, repr=False, compare=False)
    """What holds of a large rule base without any assumption, to begin valuing with."""

    @classmethod
    def open(cls, folder: Path | None = None, scenario: str | None = None) -> Case:
        """Load a rule base (default: the article's) and begin with one of its scenarios.

        Raises `RuleBaseError` with all problems of the files, and `UnknownScenario`.
        """
        return cls.of(load(folder), scenario)

    @classmethod
    def of(cls, rulebase: RuleBase, scenario: str | None = None, *, editing: bool = False) -> Case:
        """Begin a case on a rule base that is loaded already. Raises `UnknownScenario`.

        `editing` chooses the matcher that is ready at once, for cases that last one change.
        """
        grounding = Grounding(rulebase, editing=editing)
        case = cls(grounding, bare=_bare(grounding) if grounding.digest else None)
        chosen = rulebase.start if scenario is None else scenario
        return replace(case.choose(chosen), past=None) if chosen else case

    @property
    def rulebase(self) -> RuleBase:
        """The rule base."""
        return self.grounding.rulebase

    @property
    def graph(self) -> Graph:
        """The reasoning graph, shared by all cases that come from one another."""
        return self.grounding.graph

    @cached_property
    def valuation(self) -> Valuation:
        """The degrees of all statements under the assumptions."""
        number = self.graph.add
        assumed = {number(statement): degree for statement, degree in self.assumptions.items()}
        facts = self.grounding.degrees_of_facts(self.as_of)
        before = (self.past and vars(self.past).get("valuation")) or self.bare
        if before and before.facts is facts and len(before.degrees) > LARGE:
            return cast("Valuation", before).after(assumed)
        return Valuation(self.graph, assumed, facts)

    @cached_property
    def facts(self) -> Mapping[Statement, Fact]:
        """The facts known on the case's day, by statement; assumptions may displace them."""
        if self.as_of is None:
            return self.rulebase.fact
        return {fact.statement: fact for fact in self.rulebase.facts_as_of(self.as_of)}

    def reported_later(self, statement: Statement) -> str | None:
        """Return the day from which on a fact is known, if that is after the case's day."""
        fact = self.rulebase.fact.get(statement)
        unknown = fact is not None and statement not in self.facts
        return self.rulebase.known_from(fact) if fact and unknown else None

    @property
    def displaced(self) -> tuple[Statement, ...]:
        """The facts that assumptions set aside, in the order of the graph."""
        return tuple(self.graph.statements[n] for n in sorted(self.valuation.displaced))

    def standing(self, statement: Statement) -> Standing:
        """Tell how a ground statement stands."""
        self.graph.add(statement)
        return self.valuation.standing(statement)

    def degree(self, statement: Statement) -> int:
        """Return the degree of a ground statement, 0 when it does not hold."""
        return self.valuation.degree(self.graph.add(statement))

    def holds(self, statement: Statement) -> bool:
        """Tell whether a ground statement holds at any degree, contested or not."""
        return self.degree(statement) > NONE

    def is_established(self, statement: Statement) -> bool:
        """Tell whether a statement is a fact in force: known, neither assumed nor displaced."""
        number = self.graph.add(statement)
        valuation = self.valuation
        return (
            number in valuation.facts
            and number not in valuation.displaced
            and statement not in self.assumptions
        )

    def contraries(self, statement: Statement) -> tuple[Statement, ...]:
        """Return the statements of the graph that are contrary to a ground statement."""
        numbers = self.graph.contraries[self.graph.add(statement)]
        return tuple(self.graph.statements[n] for n in numbers)

    def assume(self, statement: Statement, degree: int | None = None) -> Case:
        """Assume a ground statement: at the scale's top, at a degree, or (0) to be false."""
        wanted = self.rulebase.scale.top if degree is None else degree
        return self.assume_all({statement: wanted})

    def suppose_away(self, statement: Statement) -> Case:
        """Take a statement to be false, whatever facts and rules say."""
        return self.assume(statement, NONE)

    def assume_all(self, assumptions: Mapping[Statement, int]) -> Case:
        """Make several assumptions in one step; a later one displaces a contrary earlier one.

        What is assumed already is no step that could be undone.
        """
        made = dict(self.assumptions)
        dropped: list[Statement] = []
        self.grounding.admit(s for s, degree in assumptions.items() if degree > NONE)
        for statement, degree in assumptions.items():
            if degree > NONE:
                rivals = [s for s in self.contraries(statement) if made.get(s, NONE) > NONE]
                for rival in rivals:
                    del made[rival]
                dropped += rivals
            made.pop(statement, None)
            made[statement] = degree
        if made == self.assumptions:
            return replace(self, dropped=()) if self.dropped else self
        return replace(self, assumptions=made, past=self, dropped=tuple(dropped))

    def retract(self, *statements: Statement) -> Case:
        """Delete assumptions: their statements are as facts and rules have them again."""
        made = {known: d for known, d in self.assumptions.items() if known not in statements}
        return replace(self, assumptions=made, past=self, dropped=())

    def choose(self, scenario: str) -> Case:
        """Set the assumptions to those of a scenario; empty: to none. Raises `UnknownScenario`."""
        if not scenario:
            return replace(self, scenario="", assumptions={}, past=self, dropped=())
        chosen = self.rulebase.scenario.get(scenario)
        if chosen is None:
            raise UnknownScenario(scenario)
        fresh = replace(self, scenario=scenario, assumptions={}, past=self, dropped=())
        return replace(fresh.lay(chosen.assumptions), past=self)

    def lay(self, assumptions: Iterable[Assumption]) -> Case:
        """Make the assumptions of a scenario or test on top of those in force."""
        return self.assume_all({each.statement: each.degree for each in assumptions})

    def on(self, day: str | None) -> Case:
        """Value the case with what was known on a day; None takes all facts again."""
        return replace(self, as_of=day, past=self, dropped=())

    def over(self, grounding: Grounding) -> Case:
        """Return this case, and those before it, over another reasoning graph.

        What an earlier one assumes is possible there once that is returned to.
        """
        steps = [self]
        while steps[-1].past is not None:
            steps.append(steps[-1].past)
        made: Case | None = None
        for each in reversed(steps):
            made = replace(each, grounding=grounding, past=made)
        moved = cast("Case", made)
        moved._admit()
        return moved

    def _admit(self) -> None:
        self.grounding.admit(s for s, degree in self.assumptions.items() if degree > NONE)

    def undo(self) -> Case:
        """Return the case before the last step, or this one when it is the first."""
        if self.past is None:
            return self
        self.past._admit()
        return self.past

    def reset(self) -> Case:
        """Return to the scenario as it is, without one's own assumptions, and to all facts."""
        chosen = self.choose(self.scenario)
        return chosen if chosen.as_of is None else replace(chosen, as_of=None)


def _bare(grounding: Grounding) -> Valuation:
    """Value the facts alone; what comes of it is kept between runs, as the graph is."""
    graph, facts = grounding.graph, grounding.degrees_of_facts()

    def thaw(frozen: tuple[tuple[int, int], list[int]]) -> Valuation:
        version, degrees = frozen
        if version != graph.version:
            raise ValueError("these are the degrees of another graph")
        return Valuation(graph, {}, facts, degrees)

    return kept(
        "degrees",
        grounding.digest,
        lambda: Valuation(graph, {}, facts),
        lambda made: (graph.version, made.degrees),
        thaw,
    )
