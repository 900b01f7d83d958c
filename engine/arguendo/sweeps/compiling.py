"""Graph × what may be assumed → the degree of every statement, as formulas of a circuit.

Degrees are evaluated as yes or no, level by level: the weakest level first; each higher level takes
its grounds from itself and its rebuttals from the weakest. Within a level strata come in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from arguendo.graph import Graph, Inference
from arguendo.scale import NONE
from arguendo.strata import components
from arguendo.sweeps.circuit import FALSE, TRUE, Circuit


@dataclass(frozen=True)
class Supposed:
    """In which scenarios something is assumed about a statement, as formulas."""

    levels: tuple[int, ...]
    """By level: that it is assumed to hold at least so surely."""
    denied: int = FALSE
    """That it is assumed not to hold."""

    @property
    def true(self) -> int:
        """That it is assumed to hold at all."""
        return self.levels[0]


class Valued:
    """The degrees of all statements of a graph as formulas over what is supposed.

    `assumptions` and `facts` are in force in all scenarios, as in a `Valuation`; nothing of the
    assumptions may be supposed otherwise.
    """

    def __init__(
        self,
        circuit: Circuit,
        graph: Graph,
        supposed: Mapping[int, Supposed],
        assumptions: Mapping[int, int],
        facts: Mapping[int, int],
    ) -> None:
        """Write the formulas."""
        self.circuit = circuit
        self.graph = graph
        self.supposed = supposed
        self.assumptions = assumptions
        self._facts = {number: degree for number, degree in facts.items() if degree > NONE}
        self._in_force = {number: self._fact_in_force(number) for number in self._facts}
        self._open: list[int] = [TRUE] * len(graph.inferences)
        self._concluding = _concluding(graph, assumptions)
        self._circles = [_circles(layer) for layer in graph.layers()]
        self.levels: list[list[int]] = []
        """By level, weakest first, and statement: that it holds at least so surely."""
        for level in range(1, graph.rulebase.scale.top + 1):
            self.levels.append([])
            self._write(level)

    def opposed(self, number: int) -> int:
        """Return that a contrary of a statement holds."""
        return self.circuit.any_of(self.levels[0][other] for other in self.graph.contraries[number])

    def denied(self, number: int) -> int:
        """Return that a statement is assumed not to hold."""
        if number in self.assumptions:
            return TRUE if self.assumptions[number] == NONE else FALSE
        return self.supposed[number].denied if number in self.supposed else FALSE

    def admitted(self) -> int:
        """Return that no two contraries are assumed."""
        clashes = []
        for number, one in self.supposed.items():
            for other in self.graph.contraries[number]:
                if self.assumptions.get(other, NONE) > NONE:
                    clashes.append(one.true)
                elif other in self.supposed:
                    clashes.append(self.circuit.both(one.true, self.supposed[other].true))
        return self.circuit.negation(self.circuit.any_of(clashes))

    def _fact_in_force(self, number: int) -> int:
        """Return that no assumption displaces a fact."""
        displacing = [
            TRUE if self.assumptions.get(other, NONE) > NONE else self.supposed[other].true
            for other in self.graph.contraries[number]
            if other in self.supposed or self.assumptions.get(other, NONE) > NONE
        ]
        return self.circuit.negation(self.circuit.any_of(displacing))

    def _write(self, level: int) -> None:
        held = self.levels[-1]
        held.extend(self._value(number, level, ()) for number in range(len(self.graph.statements)))
        for layer, circles in zip(self.graph.layers(), self._circles, strict=True):
            if level == 1:
                for inference in layer:
                    self._open[inference.number] = self._unhindered(inference.number)
            for circle in circles:
                self._write_circle(circle, level)

    def _write_circle(self, circle: Sequence[int], level: int) -> None:
        """Give the statements of one circle their degrees; most are circles of one."""
        held = self.levels[-1]
        early = self._early(circle, level)
        variables = self.circuit.new_variables(len(early)) if early else []
        held_alone = dict(zip(early, variables, strict=True))
        for number, variable in held_alone.items():
            held[number] = variable
        for number in circle:
            if len(circle) == 1:
                held[number] = FALSE  # what supports itself only does not hold
            held[number] = self._value(number, level, self._supports(number, level))
        if early:
            self.circuit.close(variables, [held[number] for number in early])

    def _early(self, circle: Sequence[int], level: int) -> list[int]:
        """List the statements that are grounds for one before them, or for themselves."""
        if len(circle) == 1:
            return []
        place = {number: i for i, number in enumerate(circle)}
        found = {
            ground
            for number in circle
            for inference in self._relevant(number, level)
            for ground in inference.grounds
            if place.get(ground, -1) >= place[number]
        }
        return sorted(found)

    def _relevant(self, number: int, level: int) -> Iterable[Inference]:
        return (each for each in self._concluding[number] if each.rule.qualifier >= level)

    def _supports(self, number: int, level: int) -> list[int]:
        held, both = self.levels[-1], self.circuit.all_of
        return [
            both([*(held[ground] for ground in each.grounds), self._open[each.number]])
            for each in self._relevant(number, level)
        ]

    def _value(self, number: int, level: int, supports: Sequence[int]) -> int:
        """Return that a statement holds at a level: by assumption, else by a fact or by rules."""
        circuit = self.circuit
        if number in self.assumptions:
            return TRUE if self.assumptions[number] >= level else FALSE
        known = self._in_force[number] if self._facts.get(number, NONE) >= level else FALSE
        support = circuit.any_of([*supports, known])
        one = self.supposed.get(number)
        if one is None:
            return support
        assumed = one.levels[level - 1]
        set_aside = one.denied if assumed == one.true else circuit.either(one.true, one.denied)
        return circuit.either(assumed, circuit.without(support, set_aside))

    def _unhindered(self, inference: int) -> int:
        """Return that nothing blocks an inference and nothing overrides it."""
        weakest = self.levels[0]
        hindering = [self._blocked(inference)]
        for other in self.graph.overridden_by[inference]:
            grounds = self.circuit.all_of(weakest[n] for n in self.graph.inferences[other].grounds)
            hindering.append(self.circuit.without(grounds, self._blocked(other)))
        return self.circuit.negation(self.circuit.any_of(hindering))

    def _blocked(self, inference: int) -> int:
        weakest, circuit = self.levels[0], self.circuit
        return circuit.any_of(
            circuit.all_of(
                weakest[number] if positive else circuit.negation(weakest[number])
                for number, positive in blocker.literals
            )
            for blocker in self.graph.blockers[inference]
        )


def _concluding(graph: Graph, assumptions: Mapping[int, int]) -> list[list[Inference]]:
    """Return by statement the inferences that count; none for what is assumed throughout."""
    return [
        [] if number in assumptions else [graph.inferences[each] for each in inferences]
        for number, inferences in enumerate(graph.concluding)
    ]


def _circles(layer: Sequence[Inference]) -> list[list[int]]:
    """Part the claims of a stratum into circles, what a circle rests on before it."""
    rests_on: dict[int, dict[int, None]] = {}
    for inference in layer:
        rests_on.setdefault(inference.claim, {})
    for inference in layer:
        own = (ground for ground in inference.grounds if ground in rests_on)
        rests_on[inference.claim].update(dict.fromkeys(own))
    found: dict[int, list[int]] = {}
    for number, circle in components(rests_on).items():
        found.setdefault(circle, []).append(number)
    return [found[circle] for circle in sorted(found)]
