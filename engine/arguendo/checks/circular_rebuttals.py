"""Rules that run in a circle through what must not hold, so that they have no clear meaning."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.problems import Problem
from arguendo.rulebase import RuleBase
from arguendo.strata import Dependency


def check(rulebase: RuleBase) -> Iterator[Problem]:
    """Report each circle, rule by rule."""
    for circle in rulebase.strata.circles:
        rules = list(dict.fromkeys(edge.rule.id for edge in circle))
        message = (
            f"“{rules[0]}” rests on its own claim not holding"
            if len(rules) == 1
            else f"these rules run in a circle through “unless” or “not”: {', '.join(rules)}"
        )
        shown = "\n".join(_step(edge) for edge in circle)
        yield Problem(
            "circular-rebuttal",
            message,
            circle[0].rule.span,
            f"{shown}\nbreak it in one of these places",
        )


def _step(edge: Dependency) -> str:
    how = "unless" if edge.negative else "from"
    return f"“{edge.rule.id}” ({edge.rule.span}) concludes {edge.claim} {how} {edge.on}"
