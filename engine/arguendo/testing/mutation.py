"""Which mutants of a rule base its scenarios and tests notice, and which nothing could notice.

A mutant is killed when an expectation that the rule base meets fails in the mutant. One that
survives is either equivalent (no assumption set over the leaves gives any statement another degree)
or comes with the fewest assumptions under which a test would notice it. The leaves are the facts,
the open questions, what scenarios and tests assume, and the statements that no rule concludes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from arguendo.case import Case
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.scenarios import Expectation, Scenario
from arguendo.statements import Statement
from arguendo.testing.mutants import Mutant, mutants
from arguendo.testing.outcomes import expected_of, outcomes

_MOST_ROUNDS = 3
"""How often leaves that assuming other leaves brings up are assumed in turn."""


class Fate(Enum):
    """What becomes of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    EQUIVALENT = "equivalent"
    UNDECIDED = "undecided"
    """It survived, and whether it is equivalent could not be decided in time."""


@dataclass(frozen=True)
class Witness:
    """Assumptions on the bare facts under which a mutant comes to something else."""

    assumptions: Mapping[Statement, bool]
    statement: Statement
    case: Case
    """The rule base as it is, under these assumptions."""
    mutant: Case
    """The mutant under the same assumptions."""


@dataclass(frozen=True)
class Trial:
    """What became of one mutant."""

    mutant: Mutant
    fate: Fate
    noticed_in: Scenario | None = None
    """The first scenario or test that notices it."""
    noticed_by: Expectation | None = None
    witness: Witness | None = None
    """How it could be noticed, when it survived."""


@dataclass(frozen=True)
class Score:
    """How many mutants there are of each fate."""

    counts: Mapping[Fate, int] = field(default_factory=dict)

    @property
    def counted(self) -> int:
        """Mutants that count: all but the equivalent ones."""
        return sum(self.counts.values()) - self.counts.get(Fate.EQUIVALENT, 0)

    @property
    def share(self) -> float:
        """Killed mutants among those that count, from 0 to 1; 1 when none counts."""
        return self.counts.get(Fate.KILLED, 0) / self.counted if self.counted else 1.0


def score(trials: Sequence[Trial]) -> Score:
    """Count trials by fate."""
    fates = [trial.fate for trial in trials]
    return Score({fate: fates.count(fate) for fate in Fate})


class Experiment:
    """Mutation testing of one rule base: all of its mutants against some scenarios and tests."""

    def __init__(self, rulebase: RuleBase, scenarios: Sequence[Scenario] | None = None) -> None:
        """Run the unchanged rule base first: only expectations that it meets can notice a mutant.

        Without `scenarios` all scenarios and tests of the rule base are run.
        """
        self.case = Case.of(rulebase, "", editing=True)
        self.scenarios = tuple(expected_of(self.case) if scenarios is None else scenarios)
        self._met = {
            scenario.id: [outcome.passed for outcome in outcomes(self.case, scenario)]
            for scenario in self.scenarios
        }
        self.unmet = sum(met.count(False) for met in self._met.values())
        """Expectations that the unchanged rule base does not meet."""
        self.mutants = tuple(mutants(rulebase))
        self._leaves: tuple[Statement, ...] | None = None

    def trials(self) -> Iterator[Trial]:
        """Try one mutant after the other."""
        for mutant in self.mutants:
            yield self.trial(mutant)

    def trial(self, mutant: Mutant) -> Trial:
        """Find out whether a mutant is noticed, and if not, whether anything could notice it."""
        case = Case.of(mutant.of(self.case.rulebase), "", editing=True)
        for scenario in self.scenarios:
            before = self._met[scenario.id]
            for outcome, met in zip(outcomes(case, scenario), before, strict=True):
                if met and not outcome.passed:
                    return Trial(mutant, Fate.KILLED, scenario, outcome.expectation)
        return self._unnoticed(mutant, case)

    def leaves(self) -> tuple[Statement, ...]:
        """List the statements that assumption sets range over, in the order of the graph."""
        if self._leaves is None:
            assumed = [each.statement for s in self.scenarios for each in s.assumptions]
            known = set(assumed) | set(self.case.rulebase.fact) | set(self.case.rulebase.question)
            for statement in known:
                self.case.graph.add(statement)
            for _ in range(_MOST_ROUNDS):
                found = _leaves(self.case, known)
                self.case.grounding.admit(found)
            self._leaves = tuple(found)
        return self._leaves

    def _unnoticed(self, mutant: Mutant, case: Case) -> Trial:
        # Imported here, since loading the solver takes longer than most runs of the tests.
        from arguendo.testing.equivalence import Pair, Undecided

        leaves = list(self.leaves())
        case.grounding.admit(leaves)
        known = set(leaves) | set(self.case.graph.statements)
        own = [each for each in _leaves(case, ()) if each not in known]
        for grounding in (case.grounding, self.case.grounding):
            grounding.admit(own)
        facts = {fact.statement: fact.degree for fact in self.case.rulebase.facts}
        changed = {mutant.rule.id}
        pair = Pair(self.case.graph, case.graph, changed, [*leaves, *own], facts)
        try:
            found = pair.tell_apart()
        except Undecided:
            return Trial(mutant, Fate.UNDECIDED)
        if found is None:
            return Trial(mutant, Fate.EQUIVALENT)
        cases = [_under(each, found.assumptions) for each in (self.case, case)]
        witness = Witness(found.assumptions, found.statement, *cases)
        return Trial(mutant, Fate.SURVIVED, witness=witness)


def _leaves(case: Case, known: set[Statement] | tuple[()]) -> list[Statement]:
    """List what is known as a leaf and what no inference concludes."""
    graph = case.graph
    return [
        statement
        for number, statement in enumerate(graph.statements)
        if statement in known or not graph.concluding[number]
    ]


def _under(case: Case, assumptions: Mapping[Statement, bool]) -> Case:
    top = case.rulebase.scale.top
    return Case(case.grounding).assume_all(
        {each: top if positive else NONE for each, positive in assumptions.items()}
    )
