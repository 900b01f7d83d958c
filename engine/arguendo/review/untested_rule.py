"""A rule that applies in no scenario and no test."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.graph import Inference
from arguendo.problems import Problem
from arguendo.review.findings import note
from arguendo.review.possible import possible
from arguendo.scale import NONE


def check(case: Case) -> Iterator[Problem]:
    """Report rules that could apply and do not; all in one where nothing is expected anywhere."""
    rulebase = case.rulebase
    if rulebase.rules and not any(
        each.expectations for each in (*rulebase.scenarios, *rulebase.tests)
    ):
        count = len(rulebase.rules)
        of_what = "the rule" if count == 1 else f"the {count} rules"
        message = f"no scenario or test says what should come of {of_what}"
        hint = "add scenarios with “expect”, or tests in knowledge/tests/"
        yield note("untested-rule", message, rulebase.rules[0].span, hint)
        return
    waiting = {inference.rule.id: inference.rule for inference in possible(case).inferences}
    for staged in _staged(case):
        fired = {each.rule.id for each in _firing(staged, set(waiting))}
        waiting = {name: rule for name, rule in waiting.items() if name not in fired}
        if not waiting:
            return
    for rule in sorted(waiting.values(), key=lambda rule: rule.position):
        yield note(
            "untested-rule",
            f"“{rule.id}” applies in no scenario and no test",
            rule.span,
            "add a test in which it does, and say what must come of it",
        )


def _staged(case: Case) -> Iterator[Case]:
    """Make the case of each scenario and test that expects something."""
    bare = Case(case.grounding)
    for each in (*case.rulebase.scenarios, *case.rulebase.tests):
        if each.expectations:
            yield bare.lay(each.assumptions)


def _firing(case: Case, names: set[str]) -> Iterator[Inference]:
    """Go through the inferences of some rules that apply."""
    valuation = case.valuation
    for inference in case.graph.inferences:
        if inference.rule.id in names and valuation.degree_of(inference) > NONE:
            yield inference
