"""An open question whose answer changes no conclusion."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import warning
from arguendo.review.possible import Contraries, Patterns, claims, looked_at


def check(case: Case) -> Iterator[Problem]:
    """Report questions that fit no ground, rebuttal or claim, and are contrary to none either."""
    rulebase = case.rulebase
    contraries = Contraries(rulebase)
    patterns = Patterns([*looked_at(rulebase), *claims(rulebase.rules)])
    for question in rulebase.questions if rulebase.rules else ():
        if not contraries.bear_on(question.statement, patterns):
            yield warning(
                "idle-question",
                f"no conclusion depends on whether {rulebase.vocabulary.say(question.statement)}",
                question.span,
                "let a rule rest on it or fail by it, or do not ask",
            )
