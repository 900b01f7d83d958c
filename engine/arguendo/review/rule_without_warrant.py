"""A rule that does not say why its grounds speak for its claim."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import said, warning


def check(case: Case) -> Iterator[Problem]:
    """Report each such rule."""
    for rule in case.rulebase.rules:
        if not rule.because.strip():
            claim = said(case.rulebase, rule.claims[0])
            yield warning(
                "rule-without-warrant",
                f"“{rule.id}” does not say why its grounds speak for {claim}",
                rule.span,
                "give the reason in a sentence of your own: because: …",
            )
