"""A case as a certificate: every statement that holds, each with an inference of lower rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from arguendo.case import Case
from arguendo.certificates.certificate import Applied, Certificate, Claim, Holding
from arguendo.graph import Inference
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.valuation import Basis


def certify(case: Case, statements: Iterable[Statement] = ()) -> Certificate:
    """Make the certificate of a case, with claims of how some ground statements stand in it."""
    standings = [(statement, case.standing(statement)) for statement in dict.fromkeys(statements)]
    return Certificate(
        digest=case.rulebase.digest,
        assumptions=dict(case.assumptions),
        holdings=tuple(_holdings(case)),
        claims=tuple(Claim(each, got.status.value, got.degree) for each, got in standings),
        as_of=case.as_of,
    )


def _holdings(case: Case) -> Iterator[Holding]:
    """Go through what holds, grounds before claims, each as near to the leaves as it can be."""
    graph, valuation = case.graph, case.valuation
    held = [number for number, degree in enumerate(valuation.degrees) if degree > NONE]
    ranks = {number: 0 for number in held if valuation.basis(number) is not Basis.RULE}
    yield from (Holding(graph.statements[n], valuation.degrees[n], 0) for n in ranks)
    waiting = [graph.inferences[n] for n in _near(case, ranks)]
    waiting += [inference for inference in graph.inferences if not inference.grounds]
    for rank in count(1):
        new: dict[int, Inference] = {}
        for inference in waiting:
            if inference.claim not in ranks and _gives(case, inference, ranks):
                new.setdefault(inference.claim, inference)
        if not new:
            return
        ranks |= dict.fromkeys(new, rank)
        for claim, inference in new.items():
            applied = Applied(inference.rule.id, inference.branch.number, inference.bindings)
            yield Holding(graph.statements[claim], valuation.degrees[claim], rank, applied)
        waiting = [graph.inferences[n] for n in _near(case, new)]


def _near(case: Case, numbers: Iterable[int]) -> Iterator[int]:
    return (each for number in numbers for each in case.graph.supporting[number])


def _gives(case: Case, inference: Inference, ranks: Iterable[int]) -> bool:
    """Tell whether an inference gives its claim the degree that it has, from what is ranked."""
    degree = case.valuation.degree(inference.claim)
    return (
        degree > NONE
        and all(ground in ranks for ground in inference.grounds)
        and case.valuation.degree_of(inference) == degree
    )
