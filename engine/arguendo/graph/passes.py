"""An order in which a whole graph can be valued once, found by predicates and not by statements.

For one valuation of a large graph that is much less work than ordering all of its inferences.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from arguendo.graph.columns import Batch
from arguendo.graph.reasoning import Graph


class Part(NamedTuple):
    """The inferences of a batch for one of its rule's claims."""

    batch: Batch
    claim: int
    """Which of the claims."""

    @property
    def inferences(self) -> range:
        """Their numbers."""
        return range(self.batch.first + self.claim, self.batch.after, self.batch.recipe.claims)


class Pass(NamedTuple):
    """Inferences for predicates that depend on each other, or for one that depends on no other."""

    parts: list[Part]
    is_circular: bool
    """Whether the grounds of some may be claims of others."""


def passes(graph: Graph) -> Iterator[Pass]:
    """Go through all inferences, those that conclude what others rest on first."""
    order = graph.rulebase.strata.order
    found: dict[int, list[Part]] = {}
    circular: set[int] = set()
    for batch in graph.columns.batches:
        recipe = batch.recipe
        for place, claim in enumerate(recipe.rule.claims):
            number = order.get(claim.predicate, -1)
            found.setdefault(number, []).append(Part(batch, place))
            if any(order.get(ground.predicate, -1) == number for ground in recipe.branch.grounds):
                circular.add(number)
    for number in sorted(found):
        yield Pass(found[number], number in circular)
