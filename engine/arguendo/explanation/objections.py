"""What speaks against a statement that holds, and what keeps that from prevailing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.why import Proof, Step
from arguendo.rules import Rule
from arguendo.statements import Statement


@dataclass(frozen=True)
class Objection:
    """An argument for the contrary of a step, all of whose grounds hold."""

    claim: Statement
    rule: Rule
    grounds: tuple[Statement, ...]
    overridden_by: tuple[Rule, ...] = ()
    """The rules that take precedence; without any it prevails as much as what it speaks against."""


@dataclass(frozen=True)
class Exemption:
    """What would keep a step from being drawn, and is not shown."""

    step: Step
    statement: Statement


def objections(case: Case, proof: Proof) -> tuple[Objection, ...]:
    """List the arguments against the steps of a proof, in the order of its steps."""
    found = (each for step in _drawn(proof) for each in _against(case, step.claim))
    return tuple(dict.fromkeys(found))


def exemptions(proof: Proof) -> tuple[Exemption, ...]:
    """List what the steps of a proof would give way to, in their order."""
    return tuple(Exemption(step, each) for step in _drawn(proof) for each in step.unless)


def _drawn(proof: Proof) -> Iterator[Step]:
    return (step for step in proof.steps[: proof.main] if step.rule is not None)


def _against(case: Case, claim: Statement) -> Iterator[Objection]:
    graph, valuation = case.graph, case.valuation
    for rival in case.contraries(claim):
        for number in graph.concluding[graph.add(rival)]:
            inference = graph.inferences[number]
            met = all(valuation.degree(ground) for ground in inference.grounds)
            before = [graph.inferences[n] for n in valuation.overriding(number)]
            again = any(each.claim == inference.claim for each in before)  # which is told itself
            if met and not again and not valuation.blocking(number):
                yield Objection(
                    rival,
                    inference.rule,
                    tuple(graph.statements[n] for n in dict.fromkeys(inference.grounds)),
                    tuple(each.rule for each in before),
                )
