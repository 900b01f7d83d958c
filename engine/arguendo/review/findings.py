"""How checks put what they find; itself no check."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.problems import Problem, Severity
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.span import Span
from arguendo.statements import Statement


def warning(code: str, message: str, span: Span | None, hint: str) -> Problem:
    """Make a problem that is probably a mistake."""
    return Problem(code, message, span, hint, Severity.WARNING)


def note(code: str, message: str, span: Span | None, hint: str) -> Problem:
    """Make a problem that may well be meant."""
    return Problem(code, message, span, hint, Severity.NOTE)


def said(rulebase: RuleBase, statement: Statement) -> str:
    """Quote a statement or pattern in words."""
    return f"“{rulebase.vocabulary.say(statement)}”"


def some(words: Sequence[str], most: int = 3) -> str:
    """List a few words, and tell how many more there are."""
    shown = ", ".join(words[:most])
    return f"{shown} and {len(words) - most} more" if len(words) > most else shown


def place(rule: Rule) -> str:
    """Name a rule and where it stands."""
    return f"“{rule.id}” ({rule.span})" if rule.span else f"“{rule.id}”"
