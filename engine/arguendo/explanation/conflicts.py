"""What conflicts in a case: what holds together with its contrary, and arguments that give way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.order import reading_order
from arguendo.rules import Rule
from arguendo.statements import Statement


@dataclass(frozen=True)
class GivingWay:
    """An argument all of whose grounds hold and that does not prevail."""

    claim: Statement
    rule: Rule
    blocked_by: tuple[Statement, ...]
    """What holds that rebuts it."""
    overridden_by: tuple[Rule, ...]
    """The rules that take precedence."""


@dataclass(frozen=True)
class Conflicts:
    """All that conflicts in a case, in reading order."""

    contested: tuple[tuple[Statement, Statement], ...]
    """What holds, with a contrary of it that holds as well; each pair once."""
    giving_way: tuple[GivingWay, ...]
    """What would follow but for something else that holds."""


def conflicts(case: Case) -> Conflicts:
    """Find what conflicts in a case."""
    giving_way = {(each.claim, each.rule.id): each for each in _giving_way(case)}
    return Conflicts(tuple(_contested(case)), tuple(giving_way.values()))


def _contested(case: Case) -> Iterator[tuple[Statement, Statement]]:
    graph, valuation = case.graph, case.valuation
    met: set[int] = set()
    for number in reading_order(graph):
        if not valuation.degree(number):
            continue
        met.add(number)
        for other in graph.contraries[number]:
            if other in met and other != number:
                yield graph.statements[other], graph.statements[number]


def _giving_way(case: Case) -> Iterator[GivingWay]:
    graph, valuation = case.graph, case.valuation
    for number in reading_order(graph):
        for inference in (graph.inferences[i] for i in graph.concluding[number]):
            met = all(valuation.degree(ground) for ground in inference.grounds)
            if not met or valuation.degree(number):
                continue
            blocking = valuation.blocking(inference.number)
            literals = [pair for blocker in blocking for pair in blocker.literals]
            held = dict.fromkeys(graph.statements[n] for n, positive in literals if positive)
            before = [graph.inferences[i].rule for i in valuation.overriding(inference.number)]
            rules = {rule.id: rule for rule in before}
            if held or rules:
                claim = graph.statements[number]
                yield GivingWay(claim, inference.rule, tuple(held), tuple(rules.values()))
