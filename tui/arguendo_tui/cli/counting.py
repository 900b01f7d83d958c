"""Numbers and what they count, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arguendo.rulebase import RuleBase


def contents(rulebase: RuleBase) -> str:
    """Count what a rule base holds."""
    vocabulary = rulebase.vocabulary
    counts = (
        (len(vocabulary.entities), "entity", "entities"),
        (len(vocabulary.predicates), "statement", ""),
        (len(rulebase.facts), "fact", ""),
        (len(rulebase.questions), "open question", ""),
        (len(rulebase.rules), "rule", ""),
        (len(rulebase.scenarios), "scenario", ""),
        (len(rulebase.tests), "test", ""),
    )
    return ", ".join(counted(*each) for each in counts)


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number and what it counts: `1 fact`, `2 facts`."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
