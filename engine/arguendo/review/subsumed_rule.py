"""A rule that asks for more than another one does and gives no more for it."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import place, warning
from arguendo.review.subsumption import Coverage
from arguendo.rules import Rule


def check(case: Case) -> Iterator[Problem]:
    """Report each such rule with the first one that does as much.

    Rules that say the very same are left to another check.
    """
    coverage, word = Coverage(case.rulebase), case.rulebase.scale.word
    for rule in case.rulebase.rules:
        stronger = (each for each in coverage.of(rule) if _adds_more(coverage, each, rule))
        general = next(stronger, None)
        if general:
            yield warning(
                "subsumed-rule",
                f"“{rule.id}” can never add anything: {place(general)} needs no more and gives "
                f"“{word(general.qualifier)}”, this one “{word(rule.qualifier)}”",
                rule.span,
                "leave it out, or give it a stronger qualifier, other grounds or fewer rebuttals",
            )


def _adds_more(coverage: Coverage, general: Rule, specific: Rule) -> bool:
    """Tell whether a rule that covers another is as strong, and stronger if it asks for as much."""
    if general.qualifier == specific.qualifier:
        return not coverage.covers(specific, general)
    return general.qualifier > specific.qualifier
