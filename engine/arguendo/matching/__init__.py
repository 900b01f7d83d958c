"""Matching: every inference that could ever apply, found by forward chaining.

The port and the one place where a matcher is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeAlias

from arguendo.graph import Matches
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement, Terms

Possible: TypeAlias = Callable[[str], Iterable[Terms]]
"""From a predicate to the arguments for which it was found possible before."""


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


LARGE = 10_000
"""Rules and facts from which on what was matched is kept between runs."""

WHEN_LARGE = f"the rule base has {LARGE:,} rules and facts or more"


def is_large(rulebase: RuleBase) -> bool:
    """Tell whether a rule base is so large that matching it anew each time would be felt."""
    return len(rulebase.rules) + len(rulebase.facts) >= LARGE


def take_up(rulebase: RuleBase, possible: Possible) -> Matcher:
    """Make a matcher that begins where another left off, with what that found possible."""
    return _native(rulebase, WHEN_LARGE, possible)


def make_matcher(rulebase: RuleBase, *, editing: bool = False) -> Matcher:
    """Make the matcher for a rule base.

    It is the one on durable-rules wherever that runs (not on Python 3.13 and later) and the rule
    base keeps within its limits, otherwise the one in plain Python; both find the same matches.
    While a rule base is edited it is the latter too, since each change would compile a network, and
    for one that is large, since what it found can be taken up again by the next run.
    """
    if editing:
        return _native(rulebase, "the rule base is being edited")
    if is_large(rulebase):
        return _native(rulebase, WHEN_LARGE)
    try:
        from arguendo.matching.durable import DurableMatcher

        return DurableMatcher(rulebase)
    except ImportError as error:
        why = f"durable-rules does not run on this Python ({error})"
    except TooLarge as error:
        why = str(error)
    return _native(rulebase, why)


def _native(rulebase: RuleBase, why: str, possible: Possible | None = None) -> Matcher:
    from arguendo.matching.native import NativeMatcher

    matcher = NativeMatcher(rulebase, possible)
    matcher.why = why
    return matcher
