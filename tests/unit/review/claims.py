"""Short ways to ask what a check says."""

from __future__ import annotations

from typing import Any

from arguendo.case import Case
from arguendo.review import Check
from arguendo.rulebase import RuleBase
from tests.builders import rulebase


def messages(check: Check, base: RuleBase | None = None, **parts: Any) -> list[str]:
    """Return the messages of a check on a rule base, given or built."""
    case = Case.of(base or rulebase(**parts), editing=True)
    return [problem.message for problem in check(case)]
