"""Overrides that can never apply, and overrides that run in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.checks.patterns import apart, can_be_contrary, unify
from arguendo.problems import Problem
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule


def check(rulebase: RuleBase) -> Iterator[Problem]:
    """Report both."""
    for rule in rulebase.rules:
        for other in _overridden(rulebase, rule):
            if other is not rule and not _can_meet(rulebase, rule, other):
                yield Problem(
                    "idle-override",
                    f"“{rule.id}” overrides “{other.id}”, and their claims can be neither equal "
                    "nor contrary",
                    rule.span,
                    f"“{other.id}” concludes: "
                    + "; ".join(rulebase.vocabulary.say(claim) for claim in other.claims),
                )
    yield from _circles(rulebase)


def _overridden(rulebase: RuleBase, rule: Rule) -> list[Rule]:
    return [rulebase.rule[name] for name in rule.overrides if name in rulebase.rule]


def _can_meet(rulebase: RuleBase, rule: Rule, other: Rule) -> bool:
    return any(
        unify([(apart(one, "1"), apart(two, "2"))]) or can_be_contrary(rulebase, one, two)
        for one in rule.claims
        for two in other.claims
    )


def _circles(rulebase: RuleBase) -> Iterator[Problem]:
    """Report each circle once, at its first rule."""
    done: set[str] = set()
    for rule in rulebase.rules:
        path = _way_back(rulebase, rule, done)
        if path:
            done.update(each.id for each in path)
            shown = "\n".join(
                f"“{one.id}” ({one.span}) overrides “{two.id}”"
                for one, two in zip(path, [*path[1:], rule], strict=True)
            )
            yield Problem("override-circle", "these overrides run in a circle", rule.span, shown)


def _way_back(rulebase: RuleBase, start: Rule, done: set[str]) -> list[Rule]:
    """Find the shortest path of overrides from a rule to itself."""
    if start.id in done:
        return []
    paths = [[start]]
    seen: set[str] = set()
    for path in paths:
        for after in _overridden(rulebase, path[-1]):
            if after is start:
                return path
            if after.id not in seen:
                seen.add(after.id)
                paths.append([*path, after])
    return []
