"""The cases that exercises play in: plain ones, near the scenarios that the rule base has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from arguendo.case import Case
from arguendo.explanation.why import Proof, why
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.traces.building import Findings
from arguendo.traces.space import Field, Space
from arguendo.wording.scenes import scene

MOST_MADE = (0, 1, 2, 5)
"""Open questions settled in a case at most: one of these numbers is drawn."""


@dataclass(frozen=True)
class Setting:
    """A conclusion in a case, with all that exercises look at."""

    case: Case
    field: Field
    random: Random

    @property
    def goal(self) -> Statement:
        """The conclusion that it is about."""
        return self.field.goal

    @property
    def rulebase(self) -> RuleBase:
        """The rule base of the case."""
        return self.case.rulebase

    @property
    def assumptions(self) -> dict[str, int]:
        """The assumptions of the case, by key."""
        return {each.key: degree for each, degree in self.case.assumptions.items()}

    @property
    def proof(self) -> Proof | None:
        """Why the conclusion holds, if it does."""
        return why(self.case, self.goal)

    def scene_of(self, proof: Proof) -> tuple[str, ...]:
        """What an argument rests on, a line each."""
        claims = {step.claim: step.degree for step in proof.leaves}
        assumed = {s: d for s, d in claims.items() if s in self.case.assumptions}
        facts = [each for each in claims if each not in assumed]
        return tuple(scene(replace(self.case, assumptions=assumed), facts).splitlines())

    def found(self, proof: Proof | None) -> Findings:
        """Return what is found out about the conclusion, what would turn it aside."""
        return Findings(self.case, self.field, self.case.standing(self.goal), proof, (), None, ())


class Stages:
    """Draws cases for conclusions of one rule base; the same from the same random numbers."""

    def __init__(self, space: Space) -> None:
        """Begin from the bare facts and from every scenario."""
        self.space = space
        self._scenes: Sequence[dict[Statement, int]] = [
            {},
            *({a.statement: a.degree for a in s.assumptions} for s in space.rulebase.scenarios),
        ]

    def draw(self, field: Field, random: Random) -> Iterator[Setting]:
        """Go through settings of a conclusion, as many as are asked for."""
        while True:
            made = {s: d for s, d in random.choice(self._scenes).items() if s in field.reach}
            most = random.choice(MOST_MADE)
            for each in random.sample(field.open, min(most, len(field.open))):
                made[each] = self._degree(random, 0.8)
            for each in random.sample(
                field.unsaid, min(random.choice((0, 0, 1)), len(field.unsaid))
            ):
                made[each] = self._degree(random, 1.0)
            for each in (field.goal, *field.rivals):
                made.pop(each, None)
            yield Setting(self.space.case.assume_all(made), field, random)

    def _degree(self, random: Random, yes: float) -> int:
        return self.space.rulebase.scale.top if random.random() < yes else NONE
