"""Scenarios valued one after the other, to compare with all of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import numpy as np

from arguendo.case import Case
from arguendo.statements import Statement
from arguendo.sweeps.blocks import Blocks
from arguendo.sweeps.circuit import Circuit
from arguendo.sweeps.compiling import Supposed, Valued
from arguendo.sweeps.fused import Fused
from arguendo.sweeps.program import Program, schedule
from arguendo.sweeps.sources import packed, unpacked
from arguendo.valuation import Valuation

SCENARIOS = 128
"""Two words, so that a block has more than one."""


class Compared:
    """The degrees of all statements of a case in some scenarios, either way."""

    def __init__(self, case: Case, free: Sequence[Statement], seed: int = 1) -> None:
        case.grounding.admit(free)
        self.graph = case.graph
        self.top = case.rulebase.scale.top
        self.fixed = {case.graph.add(each): degree for each, degree in case.assumptions.items()}
        self.facts = case.grounding.degrees_of_facts(case.as_of)
        self.free = [case.graph.add(each) for each in free]
        dice = Random(seed)
        # Each statement is left alone, denied, or assumed to some degree.
        choices = [None, None, 0, self.top, *range(1, self.top + 1)]
        self.scenarios = [[dice.choice(choices) for _ in self.free] for _ in range(SCENARIOS)]
        self.program = self._program()

    def _program(self) -> Program:
        circuit = Circuit()
        supposed = {}
        for number in self.free:
            levels = tuple(circuit.new_input() for _ in range(self.top))
            supposed[number] = Supposed(levels, circuit.new_input())
        valued = Valued(circuit, self.graph, supposed, self.fixed, self.facts)
        formulas = [formula for level in valued.levels for formula in level]
        return schedule(circuit, formulas, formulas)

    def at_once(self, runner: Blocks | Fused) -> list[list[int]]:
        """Return the degrees by scenario and statement; what is counted must agree."""
        for place, words in enumerate(runner.inputs):
            if words is not None:
                words[:] = packed(np.array([self._bit(each, place) for each in self.scenarios]))
        runner.run()
        kept = [unpacked(row, SCENARIOS) for row in runner.kept]
        assert runner.counts == [int(row.sum()) for row in kept]
        by_level = np.array(kept).reshape(self.top, len(self.graph.statements), SCENARIOS)
        degrees: list[list[int]] = by_level.sum(axis=0).T.tolist()
        return degrees

    def _bit(self, scenario: Sequence[int | None], place: int) -> bool:
        number, level = divmod(place, self.top + 1)
        degree = scenario[number]
        return degree == 0 if level == self.top else degree is not None and degree > level

    def one_by_one(self) -> list[list[int]]:
        """Return the same from one valuation after the other."""
        return [self._valued(scenario).degrees for scenario in self.scenarios]

    def _valued(self, scenario: Sequence[int | None]) -> Valuation:
        pairs = zip(self.free, scenario, strict=True)
        made: Mapping[int, int] = {n: degree for n, degree in pairs if degree is not None}
        return Valuation(self.graph, {**self.fixed, **made}, self.facts)
