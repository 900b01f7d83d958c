"""All combinations of some open questions valued at once, one bit a combination.

Degrees are evaluated as yes or no, level by level (α-cuts): the weakest level first; each higher
level takes its grounds from itself and its rebuttals from the weakest. A set of combinations is
one Python integer: bit c belongs to the combination in which question i is true exactly when bit
i of c is set. The result agrees with a `Valuation` of every single combination.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import combinations as choices
from operator import and_

from arguendo.cancelling import heed
from arguendo.graph import Graph, Inference
from arguendo.sampling import Sample
from arguendo.scale import NONE


class Sweep:
    """The degrees of all statements in every combination of some statements.

    `free` are the statement numbers that are assumed true or left alone, `denied` those of them
    that may be assumed false as well, which comes to more than leaving them alone where facts or
    rules support them; a bit says that, after those of `free`. `assumptions` and `facts` are in
    force in all combinations, as in a `Valuation`.
    """

    def __init__(  # noqa: PLR0913 - what few give has a default
        self,
        graph: Graph,
        free: Sequence[int],
        assumptions: Mapping[int, int],
        facts: Mapping[int, int],
        sample: Sample | None = None,
        denied: Sequence[int] = (),
        *,
        within: Collection[int] | None = None,
    ) -> None:
        """Value all `2 ** (len(free) + len(denied))` combinations, or those of a sample of `free`.

        A sample denies nothing. `within` is for when only some statements matter: these, and all
        that they depend on; the others are not valued.
        """
        self.graph = graph
        self._layers = graph.layers() if within is None else graph.layers_for(within)
        if within is not None:
            facts = {number: facts[number] for number in within if number in facts}
        self.free = tuple(free)
        self.assumptions = assumptions
        self.size = sample.size if sample else 1 << len(self.free) + len(denied)
        """The number of combinations, admitted or not."""
        self.all = (1 << self.size) - 1
        patterns = sample.bits if sample else map(self._pattern, range(len(self.free)))
        self.chosen = dict(zip(self.free, patterns, strict=True))
        """By free statement: the combinations in which it is assumed true."""
        self.denied = {n: self._pattern(i) for i, n in enumerate(denied, len(self.free))}
        """By free statement that may be denied: the combinations in which it is assumed false."""
        self.admitted = self._admitted()
        """The combinations that assume no two contraries, and nothing both true and false."""
        top = graph.rulebase.scale.top
        self._leaves = self._leaf_levels(facts, top)
        self._levels: list[list[int]] = []
        for level in range(1, top + 1):
            self._levels.append(self._level(level))

    def at_least(self, number: int, degree: int = 1) -> int:
        """Return the combinations in which a statement has at least a degree, as bits."""
        return self._levels[degree - 1][number]

    def uncontested(self, number: int, degree: int = 1) -> int:
        """Return the combinations in which it holds so and no contrary of it holds."""
        found = self.at_least(number, degree)
        for other in self.graph.contraries[number]:
            found &= ~self.at_least(other)
        return found & self.all

    def degree(self, number: int, combination: int) -> int:
        """Return a statement's degree in one combination."""
        return sum(level[number] >> combination & 1 for level in self._levels)

    def smallest(self, wanted: int, most: int) -> Iterator[tuple[int, ...]]:
        """Go through the subset-minimal sets of free statements in some admitted combinations.

        They have from one to `most` statements, smallest first, each told by its place among the
        free ones; no sample has them.
        """
        left = wanted & self.admitted
        patterns = tuple(self.chosen.values())
        for size in range(1, most + 1):
            for places in choices(range(len(patterns)), size) if left else ():
                if left >> sum(1 << place for place in places) & 1:
                    yield places
                    left &= ~reduce(and_, (patterns[place] for place in places))

    @cached_property
    def admitted_count(self) -> int:
        """How many combinations assume no two contraries."""
        return self.admitted.bit_count()

    def _pattern(self, index: int) -> int:
        """The bits of all combinations in which question `index` is true: 0101…, 00110011…."""
        run = 1 << index
        block = ((1 << run) - 1) << run
        width = 2 * run
        while width < self.size:
            block |= block << width
            width *= 2
        return block

    def _admitted(self) -> int:
        clash = 0
        for number, combinations in self.denied.items():
            clash |= self.chosen[number] & combinations
        for number in self.free:
            for other in self.graph.contraries[number]:
                if self.assumptions.get(other, NONE) > NONE:
                    clash |= self.chosen[number]
                elif other in self.chosen:
                    clash |= self.chosen[number] & self.chosen[other]
        return self.all & ~clash

    def _leaf_levels(self, facts: Mapping[int, int], top: int) -> list[dict[int, int]]:
        """By level: the combinations in which a fact or an assumption alone gives a degree."""
        levels: list[dict[int, int]] = [{} for _ in range(top)]

        def give(number: int, degree: int, combinations: int) -> None:
            for level in levels[:degree]:
                level[number] = level.get(number, 0) | combinations

        for number, degree in facts.items():
            if number not in self.assumptions:
                give(number, degree, self.all & ~self._displacing(number))
        for number, degree in self.assumptions.items():
            give(number, degree, self.all)
        for number, combinations in self.chosen.items():
            give(number, top, combinations)
        return levels

    def _displacing(self, fact: int) -> int:
        """Return the combinations that assume a contrary of a fact and not the fact itself."""
        found = 0
        for other in self.graph.contraries[fact]:
            if self.assumptions.get(other, NONE) > NONE:
                return self.all
            found |= self.chosen.get(other, 0)
        return found & ~self.chosen.get(fact, 0)

    def _level(self, level: int) -> list[int]:
        held = [NONE] * self.graph.version[0]
        for number, combinations in self._leaves[level - 1].items():
            held[number] = combinations & ~self.denied.get(number, NONE)
        for layer in self._layers:
            rules = [
                (inference, self._open(inference.number, held))
                for inference in layer
                if inference.rule.qualifier >= level and inference.claim not in self.assumptions
            ]
            changed = True
            while changed:
                heed()
                changed = False
                for inference, combinations in rules:
                    supported = self._meet(inference, combinations, held)
                    supported &= ~self.denied.get(inference.claim, NONE)
                    now = held[inference.claim] | supported
                    if now != held[inference.claim]:
                        held[inference.claim] = now
                        changed = True
        return held

    def _meet(self, inference: Inference, combinations: int, held: Sequence[int]) -> int:
        for ground in inference.grounds:
            combinations &= held[ground]
        return combinations

    def _open(self, inference: int, held: Sequence[int]) -> int:
        """Return the combinations in which nothing blocks an inference."""
        weakest = self._levels[0] if self._levels else held
        combinations = self.all & ~self._blocked(inference, weakest)
        for other in self.graph.overridden_by[inference]:
            applies = self.all & ~self._blocked(other, weakest)
            combinations &= ~self._meet(self.graph.inferences[other], applies, weakest)
        return combinations

    def _blocked(self, inference: int, weakest: Sequence[int]) -> int:
        found = 0
        for blocker in self.graph.blockers[inference]:
            blocks = self.all
            for number, positive in blocker.literals:
                blocks &= weakest[number] if positive else ~weakest[number]
            found |= blocks
        return found & self.all
