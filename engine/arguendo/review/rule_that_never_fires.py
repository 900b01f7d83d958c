"""A rule whose own conditions contradict one another."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.contradictions import Contradiction, contradiction
from arguendo.review.findings import said, warning
from arguendo.rulebase import RuleBase


def check(case: Case) -> Iterator[Problem]:
    """Report each rule with a contradiction in every one of its alternatives."""
    for rule in case.rulebase.rules:
        found = [contradiction(branch) for branch in rule.branches]
        first = found[0] if found else None
        if first and all(found):
            where = " in each of its alternatives, as when" if len(found) > 1 else ":"
            yield warning(
                "rule-that-never-fires",
                f"“{rule.id}” contradicts itself{where} {_why(case.rulebase, first)}",
                rule.span,
                _hint(first),
            )


def _why(rulebase: RuleBase, found: Contradiction) -> str:
    if not found.statement:
        shown = " and ".join(
            f"“{each.left} {each.operator} {each.right}”" for each in found.comparisons
        )
        return f"{shown} cannot be met" + (" together" if len(found.comparisons) > 1 else "")
    statement = said(rulebase, found.statement)
    if not found.is_ground:
        return f"both {statement} and its absence keep the rule from applying"
    return f"{statement} must hold, and stands under “{'not' if found.absence else 'unless'}”"


def _hint(found: Contradiction) -> str:
    if found.statement:
        return "take it out of one of the two places"
    return "correct one of the comparisons" if len(found.comparisons) > 1 else "correct it"
