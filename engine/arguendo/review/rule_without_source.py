"""A rule that does not say what it is drawn from."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import warning


def check(case: Case) -> Iterator[Problem]:
    """Report each such rule; all in one where the rule base declares no sources at all."""
    rules = [rule for rule in case.rulebase.rules if not rule.source]
    if rules and not case.rulebase.sources:
        which = (
            "the rule names no" if len(rules) == 1 else f"none of the {len(rules)} rules names a"
        )
        message = f"{which} source, and none is declared"
        hint = "declare what the rules are drawn from under “sources”, and name it in each rule"
        yield warning("rule-without-source", message, rules[0].span, hint)
        return
    for rule in rules:
        yield warning(
            "rule-without-source",
            f"“{rule.id}” does not say what it is drawn from",
            rule.span,
            "name the paragraphs that bear it out: source: "
            + ", ".join(list(case.rulebase.paragraphs)[:1] or [case.rulebase.sources[0].id]),
        )
