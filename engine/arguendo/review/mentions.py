"""Where statements and entities are named, for the checks that need it; itself no check."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.review.possible import claims, looked_at
from arguendo.rulebase import RuleBase
from arguendo.rules import Blocker, Branch
from arguendo.statements import Statement, Term


def statements(rulebase: RuleBase) -> Iterator[Statement]:
    """Go through all statements and patterns in a rule base, as often as they stand there."""
    yield from (fact.statement for fact in rulebase.facts)
    yield from (question.statement for question in rulebase.questions)
    yield from looked_at(rulebase)
    yield from claims(rulebase.rules)
    for pair in rulebase.contraries:
        yield from pair
    for scenario in (*rulebase.scenarios, *rulebase.tests):
        yield from (assumption.statement for assumption in scenario.assumptions)
        for expectation in scenario.expectations:
            yield expectation.statement
            yield from expectation.missing
    for phrasing in rulebase.phrasings:
        if isinstance(phrasing.target, Statement):
            yield phrasing.target
    yield from (association.statement for association in rulebase.associations)


def terms(rulebase: RuleBase) -> Iterator[Term]:
    """Go through what is named outside of statements: in comparisons, and who decides what."""
    yield from (question.by for question in rulebase.questions if question.by)
    for rule in rulebase.rules:
        for branch in rule.branches:
            parts: list[Branch | Blocker] = [branch, *branch.blockers]
            for part in parts:
                for each in part.comparisons:
                    yield from (each.left, each.right)
