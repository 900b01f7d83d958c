"""Contraries that can never meet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from arguendo.checks.patterns import impossible_variable
from arguendo.problems import Problem
from arguendo.rulebase import RuleBase


def check(rulebase: RuleBase) -> Iterator[Problem]:
    """Report pairs whose shared variable fits no kind, and statements contrary to themselves."""
    for (one, other), span in zip_longest(rulebase.contraries, rulebase.contrary_spans):
        pair = f"{one} and {other}"
        if one == other:
            yield Problem("idle-contrary", f"{one} is declared contrary to itself", span)
            continue
        variable = impossible_variable(rulebase.vocabulary, (one, other))
        if variable:
            message = f"the contraries {pair} can never meet: nothing can be {variable} in both"
            yield Problem("idle-contrary", message, span, "the kinds of their slots differ")
