"""Assumption set × graph → the degree of every statement, stratum by stratum.

Where the inferences of a stratum can be put in an order, each after all that conclude its grounds,
that order is followed. Where they go in a circle, degrees spread from the strongest statement down
(Knuth's generalisation of Dijkstra's algorithm, 1977, on max–min). Either way each inference is
looked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import chain, repeat
from typing import TYPE_CHECKING

from arguendo.cancelling import heed
from arguendo.graph import Graph, GroundBlocker, Inference, Step
from arguendo.scale import NONE
from arguendo.statements import Statement

if TYPE_CHECKING:
    from arguendo.graph.passes import Part
    from arguendo.graph.recipes import Recipe

LARGE = 5_000
"""Statements of a graph from which on it is not prepared for being valued again and again."""


class Status(Enum):
    """The four answers."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does not hold"
    CONTESTED = "contested"
    NOT_ESTABLISHED = "not established"


class Basis(Enum):
    """What a statement that holds rests on."""

    FACT = "fact"
    ASSUMPTION = "assumption"
    RULE = "rule"


class Reason(Enum):
    """Why a statement is not established."""

    UNSUPPORTED = "unsupported"
    REBUTTED = "rebutted"
    NO_RULE = "no_rule"


@dataclass(frozen=True)
class Standing:
    """How a statement stands under one valuation."""

    status: Status
    degree: int = NONE
    basis: Basis | None = None
    reason: Reason | None = None


class Valuation:
    """The degrees of all statements of a graph under one assumption set.

    Numbers are those of the graph; a statement added to the graph later has no degree here.
    """

    def __init__(
        self,
        graph: Graph,
        assumptions: Mapping[int, int],
        facts: Mapping[int, int],
        degrees: list[int] | None = None,
    ) -> None:
        """Value a graph, unless its degrees are known already.

        `assumptions` and `facts` give degrees to statement numbers; an assumption of degree 0 takes
        its statement to be false, one above it displaces the facts contrary to its statement.
        """
        self.graph = graph
        self.assumptions = assumptions
        self.facts = facts
        self.displaced = displaced(graph, assumptions, facts)
        self.degrees: list[int] = degrees or [NONE] * graph.version[0]
        if degrees is None:
            self._find()
        _ = graph.blockers  # so that all of them are found
        self._seen = graph.version, len(graph.relinked)

    def _find(self) -> None:
        """Find all degrees."""
        graph, assumptions, facts = self.graph, self.assumptions, self.facts
        for number, degree in facts.items():
            if number not in self.displaced:
                self.degrees[number] = degree
        for number, degree in assumptions.items():
            self.degrees[number] = degree
        if graph.version[0] > LARGE:
            self._pass_through()
            return
        follow = graph.straight()
        if follow is not None:
            follow(self.degrees, assumptions)
        else:
            for stratum in graph.flow():
                heed()
                if stratum.steps is None:
                    self._spread(stratum.inferences)
                else:
                    self._follow(stratum.steps)

    def _pass_through(self) -> None:
        """Find the degrees of a large graph, without preparing it for being valued again."""
        from arguendo.graph.passes import passes

        inferences = self.graph.inferences
        for each in passes(self.graph):
            heed()
            if each.is_circular:
                self._spread([inferences[n] for part in each.parts for n in part.inferences])
            else:
                for part in each.parts:
                    self._follow_part(part)

    def _follow_part(self, part: Part) -> None:
        """Give the claims of inferences of one rule their degrees, those of all grounds known."""
        degrees, assumptions, recipe = self.degrees, self.assumptions, part.batch.recipe
        columns = self.graph.columns.columns(part.batch)
        claims = columns[recipe.grounds + part.claim]
        known = [map(degrees.__getitem__, column) for column in columns[: recipe.grounds]]
        found = zip(*known, repeat(recipe.rule.qualifier, len(claims)), strict=True)
        named = zip(*columns[-recipe.named :], strict=True) if recipe.named else repeat(())
        is_plain = recipe.is_definite and not recipe.named
        is_contested = self.graph.is_contested(recipe)
        # All but the last end with the claims.
        for number, claim, degree, row in zip(part.inferences, claims, map(min, found), named):  # noqa: B905
            if (
                degree > degrees[claim]
                and claim not in assumptions
                and (is_plain or not self._is_blocked(number, recipe, row))
                and not (is_contested and self.overriding(number))
            ):
                degrees[claim] = degree

    def _is_blocked(self, inference: int, recipe: Recipe, named: Sequence[int]) -> bool:
        """Tell whether an inference is blocked; `named` is what its rebuttals name."""
        if not recipe.is_definite:
            return bool(self.blocking(inference))
        numbers = iter(named)
        degrees = self.degrees
        for signs in recipe.signs:
            holds = [degrees[next(numbers)] > NONE for _ in signs]
            if holds == signs:
                return True
        return False

    def after(self, assumptions: Mapping[int, int]) -> Valuation:
        """Value the graph, which may have grown, under other assumptions and the same facts.

        Only what may have changed is valued anew, stratum by stratum, so that one assumption costs
        what follows from it and not what the graph holds.
        """
        new = copy(self)
        vars(new).pop("contested", None)
        new.assumptions = assumptions
        new.displaced = displaced(self.graph, assumptions, self.facts)
        missing = len(self.graph.statements) - len(self.degrees)
        new.degrees = self.degrees + [NONE] * missing
        new._revalue(new._changed_since(self))
        new._seen = self.graph.version, len(self.graph.relinked)
        return new

    def _changed_since(self, old: Valuation) -> set[int]:
        """Return the statements of which something other than their grounds has changed."""
        graph = self.graph
        _ = graph.blockers  # so that all of them are found
        (_, inferences), relinked = old._seen
        found = {number for number, _ in self.assumptions.items() ^ old.assumptions.items()}
        found |= self.displaced ^ old.displaced
        touched = chain(range(inferences, len(graph.inferences)), graph.relinked[relinked:])
        return found.union(*map(self._ruled_by, touched))

    def _ruled_by(self, inference: int) -> Iterator[int]:
        """Go through the claims for which an inference counts: its own, and what it overrides."""
        graph = self.graph
        claim = graph.inferences[inference].claim
        yield claim
        for other in graph.contraries[claim]:
            if any(inference in graph.overridden_by[n] for n in graph.concluding[other]):
                yield other

    def _revalue(self, changed: Iterable[int]) -> None:
        """Value some statements anew and all that hangs on them, lowest stratum first."""
        graph, strata = self.graph, self.graph.rulebase.strata
        waiting: dict[int, set[int]] = {}

        def wait(number: int) -> None:
            waiting.setdefault(strata[graph.predicate(number)], set()).add(number)

        for number in changed:
            wait(number)
        while waiting:
            heed()
            stratum = min(waiting)
            cone = self._within(waiting.pop(stratum), stratum)
            before = {number: self.degrees[number] for number in cone}
            for number in cone:
                self.degrees[number] = self._given(number)
            concluding = chain.from_iterable(graph.concluding[number] for number in cone)
            self._spread([graph.inferences[each] for each in concluding])
            for number, degree in before.items():
                if self.degrees[number] != degree:
                    for each in chain(graph.supporting[number], graph.blocked_by(number)):
                        for claim in self._ruled_by(each):
                            if claim not in cone:
                                wait(claim)

    def _within(self, numbers: set[int], stratum: int) -> set[int]:
        """Return some statements of a stratum, and those in it that hang on them."""
        graph, strata = self.graph, self.graph.rulebase.strata
        found, waiting = set(numbers), list(numbers)
        while waiting:
            for each in graph.supporting[waiting.pop()]:
                claim = graph.inferences[each].claim
                if claim not in found and strata[graph.predicate(claim)] == stratum:
                    found.add(claim)
                    waiting.append(claim)
        return found

    def _given(self, number: int) -> int:
        """Return the degree that a statement has without any inference."""
        if number in self.assumptions:
            return self.assumptions[number]
        return NONE if number in self.displaced else self.facts.get(number, NONE)

    def degree(self, number: int) -> int:
        """Return a statement's degree."""
        return self.degrees[number] if number < len(self.degrees) else NONE

    def degree_of(self, inference: Inference) -> int:
        """Return the degree an inference gives its claim: its weakest part, 0 when blocked."""
        if self.blocking(inference.number) or self.overriding(inference.number):
            return NONE
        return self.strength(inference)

    def strength(self, inference: Inference) -> int:
        """Return the least of an inference's qualifier and grounds, rebuttals aside."""
        degrees = (self.degree(ground) for ground in inference.grounds)
        return min(inference.rule.qualifier, *degrees, self.graph.rulebase.scale.top)

    def blocking(self, inference: int) -> list[GroundBlocker]:
        """List the rebuttals and absences that block an inference."""
        return [each for each in self.graph.blockers[inference] if self._blocks(each)]

    def overriding(self, inference: int) -> list[int]:
        """List the inferences that apply and set this one aside."""
        return [each for each in self.graph.overridden_by[inference] if self._applies(each)]

    def applying(self, claim: int) -> list[Inference]:
        """List the inferences that support a statement, strongest first, then in rule order."""
        inferences = [self.graph.inferences[n] for n in self.graph.concluding[claim]]
        supports = [(self.degree_of(inference), inference) for inference in inferences]
        supports = [pair for pair in supports if pair[0] > NONE]
        supports.sort(key=lambda pair: (-pair[0], pair[1].rule.position, pair[1].number))
        return [inference for _, inference in supports]

    def standing(self, statement: Statement) -> Standing:
        """Tell how a statement stands; one that the graph does not have is not established."""
        number = self.graph.number(statement)
        if number is None:
            return Standing(Status.NOT_ESTABLISHED, reason=self._no_support(statement, None))
        degree = self.degree(number)
        opposed = any(self.degree(other) > NONE for other in self.graph.contraries[number])
        if degree > NONE:
            status = Status.CONTESTED if opposed else Status.HOLDS
            return Standing(status, degree, self.basis(number))
        if opposed or self.assumptions.get(number) == NONE:
            return Standing(Status.DOES_NOT_HOLD)
        return Standing(Status.NOT_ESTABLISHED, reason=self._no_support(statement, number))

    def basis(self, number: int) -> Basis | None:
        """Tell what a statement's degree rests on; a fact counts before a rule as strong as it."""
        if number in self.assumptions:
            return Basis.ASSUMPTION if self.assumptions[number] > NONE else None
        if self.degree(number) == NONE:
            return None
        is_fact = number in self.facts and number not in self.displaced
        return Basis.FACT if is_fact and self.facts[number] == self.degree(number) else Basis.RULE

    @cached_property
    def contested(self) -> frozenset[int]:
        """The statements that hold and have a contrary that holds."""
        contraries, degrees = self.graph.contraries, self.degrees
        opposed = (n for n in self.graph.opposed() if n < len(degrees) and degrees[n])
        return frozenset(n for n in opposed if any(map(self.degree, contraries[n])))

    def _no_support(self, statement: Statement, number: int | None) -> Reason:
        if number is not None:
            for inference in self.graph.concluding[number]:
                if self.strength(self.graph.inferences[inference]) > NONE:
                    return Reason.REBUTTED
        concluded = any(True for _ in self.graph.rulebase.concluders(statement))
        return Reason.UNSUPPORTED if concluded else Reason.NO_RULE

    def _blocks(self, blocker: GroundBlocker) -> bool:
        for number, positive in blocker.literals:
            if (self.degree(number) > NONE) != positive:
                return False
        return True

    def _follow(self, steps: Iterable[Step]) -> None:
        """Give the claims of one stratum their degrees, where each step comes after its grounds."""
        degrees, assumptions = self.degrees, self.assumptions
        for qualifier, claim, grounds, blockers, rivals in steps:
            degree = qualifier
            for ground in grounds:
                if degrees[ground] < degree:  # noqa: PLR1730 - a call of `min` would cost more
                    degree = degrees[ground]
            if (
                degree > degrees[claim]
                and claim not in assumptions
                and not (blockers and any(map(self._blocks, blockers)))
                and not (rivals and any(map(self._applies, rivals)))
            ):
                degrees[claim] = degree

    def _applies(self, inference: int) -> bool:
        """Tell whether an inference has its grounds and no rebuttal."""
        has_grounds = self.strength(self.graph.inferences[inference]) > NONE
        return has_grounds and not self.blocking(inference)

    def _spread(self, layer: Iterable[Inference]) -> None:
        """Give the claims of one stratum their degrees."""
        top = self.graph.rulebase.scale.top
        waiting: dict[int, list[Inference]] = {}
        missing: dict[int, int] = {}
        buckets: list[list[int]] = [[] for _ in range(top + 1)]
        own = {inference.claim for inference in layer}
        for inference in layer:
            if self.blocking(inference.number) or self.overriding(inference.number):
                continue
            inner = [ground for ground in dict.fromkeys(inference.grounds) if ground in own]
            missing[inference.number] = len(inner)
            for ground in inner:
                waiting.setdefault(ground, []).append(inference)
            if not inner:
                self._support(inference, buckets)
        for number in own:
            if self.degrees[number]:
                buckets[self.degrees[number]].append(number)
        settled: set[int] = set()
        for degree in range(top, NONE, -1):
            for number in buckets[degree]:
                if number in settled:
                    continue
                settled.add(number)
                for inference in waiting.get(number, ()):
                    missing[inference.number] -= 1
                    if not missing[inference.number]:
                        self._support(inference, buckets)

    def _support(self, inference: Inference, buckets: list[list[int]]) -> None:
        """Raise an inference's claim to the degree that the inference gives it."""
        claim = inference.claim
        if claim in self.assumptions:
            return
        degree = self.strength(inference)
        if degree > self.degrees[claim]:
            self.degrees[claim] = degree
            buckets[degree].append(claim)


def displaced(
    graph: Graph, assumptions: Mapping[int, int], facts: Mapping[int, int]
) -> frozenset[int]:
    """Return the facts that assumptions set aside: those contrary to a statement assumed true."""
    return frozenset(
        other
        for number, degree in assumptions.items()
        if degree > NONE
        for other in graph.contraries[number]
        if other in facts and other not in assumptions
    )
