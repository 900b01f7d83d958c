"""Facts that give several values to what has but one."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.facts import Fact
from arguendo.problems import Problem
from arguendo.rulebase import RuleBase
from arguendo.statements import Term


def check(rulebase: RuleBase) -> Iterator[Problem]:
    """Report each fact that differs from an earlier one only where there is but one value."""
    first: dict[tuple[str, tuple[Term, ...]], Fact] = {}
    predicates = rulebase.vocabulary.predicates
    for fact in rulebase.facts:
        predicate = predicates.get(fact.statement.predicate)
        if predicate is None or not predicate.one:
            continue
        known = first.setdefault((predicate.id, predicate.fixed(fact.statement)), fact)
        if known.statement != fact.statement:
            say = rulebase.vocabulary.say
            there = f" ({known.span})" if known.span else ""
            slots = " and ".join(f"“{name}”" for name in predicate.one)
            yield Problem(
                "several-values",
                f"“{say(fact.statement)}” and “{say(known.statement)}”{there} cannot both be so: "
                f"“{predicate.id}” has one value of {slots}",
                fact.span,
                f"keep one of the two, or take {slots} from “one” of the statement",
            )
