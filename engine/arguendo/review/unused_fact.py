"""A fact on which no rule can rest, and which is not marked as background."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import said, warning
from arguendo.review.possible import Contraries, Patterns, claims, looked_at


def check(case: Case) -> Iterator[Problem]:
    """Report facts that fit no ground, rebuttal or claim, and are contrary to none either."""
    rulebase = case.rulebase
    asked = (question.statement for question in rulebase.questions)
    contraries = Contraries(rulebase)
    patterns = Patterns([*looked_at(rulebase), *claims(rulebase.rules), *asked])
    for fact in rulebase.facts if rulebase.rules else ():
        if not fact.background and not contraries.bear_on(fact.statement, patterns):
            yield warning(
                "unused-fact",
                f"no rule can rest on the fact {said(rulebase, fact.statement)}",
                fact.span,
                "let a rule rest on it, or mark it as context: background: true",
            )
