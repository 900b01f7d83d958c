"""Assumptions of one scenario that cannot stand together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from arguendo.checks.patterns import both_ways
from arguendo.problems import Problem
from arguendo.rulebase import RuleBase
from arguendo.scenarios import Assumption
from arguendo.statements import Statement


def check(rulebase: RuleBase) -> Iterator[Problem]:
    """Report what a scenario both assumes and denies, and assumptions contrary to each other."""
    for scenario in (*rulebase.scenarios, *rulebase.tests):
        for one, other in combinations(scenario.assumptions, 2):
            why = _clash(rulebase, one, other)
            if why:
                said = rulebase.vocabulary.say(other.statement)
                first = f" (in line {one.span.line})" if one.span else ""
                yield Problem(
                    "clashing-assumptions",
                    f"“{said}” {why} an earlier assumption{first}",
                    other.span,
                    "keep one of the two",
                )


def _clash(rulebase: RuleBase, one: Assumption, other: Assumption) -> str:
    if one.statement == other.statement:
        return "takes back" if one.degree != other.degree else ""
    if one.degree and other.degree and _contrary(rulebase, one.statement, other.statement):
        return "is contrary to"
    return ""


def _contrary(rulebase: RuleBase, one: Statement, other: Statement) -> bool:
    for left, right in both_ways(rulebase):
        bindings = left.match(one)
        if bindings is not None and right.bind(bindings).match(other) is not None:
            return True
    return False
