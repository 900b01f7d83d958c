"""The order in which rules fire: forward chaining as a record, to be stepped through.

Rules fire stratum by stratum (Apt, Blair and Walker, Towards a Theory of Declarative Knowledge,
1988), and in a stratum round by round: in each round every rule fires whose grounds were there
before it. That is the order of the semantics; a matcher may find the same in another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.graph import Inference
from arguendo.rules import Rule
from arguendo.scale import NONE
from arguendo.statements import Literal, Statement
from arguendo.valuation import Basis, Valuation


@dataclass(frozen=True)
class Firing:
    """A rule that fires, or that has its grounds and is kept from firing."""

    stratum: int
    """Which stratum, counted from 1: rebuttals are settled in lower ones."""
    round: int
    """How many rules one after the other it takes to get here."""
    rule: Rule
    claim: Statement
    grounds: tuple[Statement, ...]
    degree: int
    """What it gives its claim; 0 when it is kept from firing, or its claim is supposed away."""
    adds: bool = False
    """Whether its claim becomes true by it: no other rule, fact or assumption said so before."""
    blocked_by: tuple[Literal, ...] = ()
    """What keeps it from firing."""
    set_aside_by: tuple[Rule, ...] = ()
    """The rules that override it."""

    @property
    def fires(self) -> bool:
        """Whether it fires at all."""
        return self.degree > NONE


@dataclass(frozen=True)
class Replay:
    """What is there at first, and the rules that fire on it, in order."""

    leaves: tuple[Statement, ...]
    """Facts in force and what is assumed, in the order of the graph."""
    firings: tuple[Firing, ...]

    def after(self, steps: int) -> tuple[Statement, ...]:
        """List what is true after so many steps, in the order in which it became so."""
        return (*self.leaves, *(each.claim for each in self.firings[:steps] if each.adds))


def replay(case: Case) -> Replay:
    """Record the forward chaining of a case."""
    graph, valuation = case.graph, case.valuation
    held = [number for number, degree in enumerate(valuation.degrees) if degree > NONE]
    leaves = [n for n in held if valuation.basis(n) is not Basis.RULE or _is_given(valuation, n)]
    rounds = _rounds(case, leaves)
    known = set(leaves)
    firings = []
    for stratum, inference in _in_order(case, rounds):
        is_denied = valuation.degree(inference.claim) == NONE
        degree = NONE if is_denied else valuation.degree_of(inference)
        adds = degree > NONE and inference.claim not in known
        if adds:
            known.add(inference.claim)
        firings.append(_firing(case, inference, (stratum, rounds), degree, adds))
    return Replay(tuple(graph.statements[n] for n in leaves), tuple(firings))


def _firing(
    case: Case,
    inference: Inference,
    when: tuple[int, Mapping[int, int]],
    degree: int,
    adds: bool,
) -> Firing:
    graph, valuation = case.graph, case.valuation
    stratum, rounds = when
    literals = (pair for each in valuation.blocking(inference.number) for pair in each.literals)
    rivals = (graph.inferences[n].rule for n in valuation.overriding(inference.number))
    return Firing(
        stratum,
        _round(inference, rounds),
        inference.rule,
        graph.statements[inference.claim],
        tuple(graph.statements[n] for n in dict.fromkeys(inference.grounds)),
        degree,
        adds,
        tuple(Literal(graph.statements[n], positive) for n, positive in dict.fromkeys(literals)),
        tuple({rule.id: rule for rule in rivals}.values()),
    )


def _round(inference: Inference, rounds: Mapping[int, int]) -> int:
    """Return the round in which an inference has its grounds."""
    return 1 + max((rounds[ground] for ground in inference.grounds), default=0)


def _is_given(valuation: Valuation, number: int) -> bool:
    """Tell whether a statement is a fact in force that a rule makes surer."""
    return number in valuation.facts and number not in valuation.displaced


def _rounds(case: Case, leaves: list[int]) -> Mapping[int, int]:
    """Return for every statement that holds after how many rounds it does."""
    graph, valuation = case.graph, case.valuation
    firing = [
        each
        for each in graph.inferences
        if valuation.degree(each.claim) > NONE and valuation.degree_of(each) > NONE
    ]
    rounds = dict.fromkeys(leaves, 0)
    new: Mapping[int, int] = rounds
    while new:
        count = 1 + max(new.values())
        new = {
            each.claim: count
            for each in firing
            if each.claim not in rounds and all(ground in rounds for ground in each.grounds)
        }
        rounds = {**rounds, **new}
    return rounds


def _in_order(case: Case, rounds: Mapping[int, int]) -> Iterator[tuple[int, Inference]]:
    """Go through the inferences that have their grounds, by stratum, round and rule."""
    valuation = case.valuation
    for number, layer in enumerate(case.graph.layers(), 1):
        ready = [each for each in layer if valuation.strength(each) > NONE]
        ready.sort(key=lambda each: (_round(each, rounds), each.rule.position, each.number))
        yield from ((number, each) for each in ready)
