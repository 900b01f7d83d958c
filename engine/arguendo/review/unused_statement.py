"""A declared statement that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import note
from arguendo.review.mentions import statements


def check(case: Case) -> Iterator[Problem]:
    """Report statements that stand in no fact, question, rule, contrary, scenario or test."""
    used = {statement.predicate for statement in statements(case.rulebase)}
    predicates = case.rulebase.vocabulary.predicates.values()
    for predicate in predicates if case.rulebase.rules else ():
        if predicate.id not in used:
            yield note(
                "unused-statement",
                f"nothing uses {predicate.id}, “{predicate.says}”",
                predicate.span,
                "use it in a fact, a question or a rule, or leave it out",
            )
