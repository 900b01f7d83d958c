"""Two rules that say the same."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import place, warning
from arguendo.review.subsumption import Coverage
from arguendo.rules import Rule


def check(case: Case) -> Iterator[Problem]:
    """Report each rule that says what an earlier one says, apart from names and order."""
    coverage = Coverage(case.rulebase)
    for rule in case.rulebase.rules:
        same = (each for each in coverage.of(rule) if _before(coverage, each, rule))
        first = next(same, None)
        if first:
            yield warning(
                "redundant-rule",
                f"“{rule.id}” says the same as {place(first)}, in other words or another order",
                rule.span,
                "keep one of the two, with the sources and warrants of both",
            )


def _before(coverage: Coverage, first: Rule, second: Rule) -> bool:
    """Tell whether the first, which covers the second, comes before it and says no more."""
    return (
        first.position < second.position
        and first.qualifier == second.qualifier
        and coverage.covers(second, first)
    )
