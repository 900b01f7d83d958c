"""A conclusion that is less than certain, and of which nothing says how it could fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.case import Case
from arguendo.graph import Graph
from arguendo.problems import Problem
from arguendo.review.findings import note, said
from arguendo.review.possible import Contraries, possible
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule


def check(case: Case) -> Iterator[Problem]:
    """Report conclusions drawn from facts alone that no answer to an open question could change.

    Once a rule, and only where all of its conclusions are so. A rule that claims full certainty
    says what words mean, and needs nothing to oppose it; what follows from an unopposed conclusion
    is as sure as that one and is not told again.
    """
    rulebase, graph = case.rulebase, possible(case)
    opposed = _opposed(rulebase, graph)
    found: dict[str, list[int]] = {}
    silent = {rule.id for rule in rulebase.rules if rule.qualifier == rulebase.scale.top}
    for inference in graph.inferences:
        found.setdefault(inference.rule.id, []).append(inference.claim)
        if inference.claim in opposed or any(map(graph.concluding.__getitem__, inference.grounds)):
            silent.add(inference.rule.id)
    told: set[int] = set()
    for name, claims in found.items():
        if name not in silent and told.isdisjoint(claims):
            told.update(claims)
            yield _problem(rulebase, graph, rulebase.rule[name], claims)


def _problem(rulebase: RuleBase, graph: Graph, rule: Rule, claims: Sequence[int]) -> Problem:
    more = len(set(claims)) - 1
    others = f" (and {more} more like it)" if more else ""
    return note(
        "unopposed-conclusion",
        f"{said(rulebase, graph.statements[claims[0]])}{others} is only "
        f"“{rulebase.scale.word(rule.qualifier)}”, yet nothing says what would make it fail",
        rule.span,
        "name what would speak against it: a rebuttal under “unless”, a contrary, or an open "
        "question among its grounds",
    )


def _opposed(rulebase: RuleBase, graph: Graph) -> set[int]:
    """Return the statements that are open, contrary to something, or may fail, and what follows."""
    known, contraries = set(rulebase.fact), Contraries(rulebase)
    found = [
        number
        for number, statement in enumerate(graph.statements)
        if statement in rulebase.question
        or (statement not in known and not graph.concluding[number])
        or next(contraries.of(statement), None)
    ]
    overridden = {victim for rule in rulebase.rules for victim in rule.overrides}
    found += [
        inference.claim
        for inference in graph.inferences
        if inference.branch.blockers or inference.rule.id in overridden
    ]
    opposed: set[int] = set()
    for number in found:
        if number not in opposed:
            opposed.add(number)
            found.extend(graph.inferences[each].claim for each in graph.supporting[number])
    return opposed
