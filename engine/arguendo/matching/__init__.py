"""Matching: every inference that could ever apply, found by forward chaining.

The port and the one place where a matcher is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from arguendo.graph import Matches
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement


class TooLarge(Exception):
    """A rule base goes beyond what a matcher can take; says which limit, and where."""


class Matcher(Protocol):
    """Finds the rule applications that a growing set of possible statements allows."""

    @property
    def name(self) -> str:
        """What the matcher is called, for people."""

    @property
    def why(self) -> str:
        """Why it was chosen instead of the usual one; empty for the usual one."""

    def post(self, statements: Iterable[Statement]) -> list[Matches]:
        """Take ground statements to be possible, with all that follows by rules from them.

        Returns the matches that this makes, each once in the matcher's life, by branch: in the
        order of rules, branches and bindings. Rebuttals and absences are ignored.
        """


def make_matcher(rulebase: RuleBase, *, editing: bool = False) -> Matcher:
    """Make the matcher for a rule base.

    It is the one on durable-rules wherever that runs (not on Python 3.13 and later) and the rule
    base keeps within its limits, otherwise the one in plain Python; both find the same matches.
    While a rule base is edited it is the latter too, since each change would compile a network.
    """
    if editing:
        return _native(rulebase, "the rule base is being edited")
    try:
        from arguendo.matching.durable import DurableMatcher

        return DurableMatcher(rulebase)
    except ImportError as error:
        why = f"durable-rules does not run on this Python ({error})"
    except TooLarge as error:
        why = str(error)
    return _native(rulebase, why)


def _native(rulebase: RuleBase, why: str) -> Matcher:
    from arguendo.matching.native import NativeMatcher

    matcher = NativeMatcher(rulebase)
    matcher.why = why
    return matcher
