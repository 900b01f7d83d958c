"""What can only be seen in a whole rule base: one check a file, in one tuple.

To add a check, write `check(rulebase) -> Iterator[Problem]` in a file of its own and enter it here.
Checks never import each other; they also run on a rule base that could be read in part only, so
none may complain of what is not there: references are checked by the readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from arguendo.checks import (
    circular_rebuttals,
    clashing_assumptions,
    clashing_templates,
    idle_contraries,
    idle_overrides,
    impossible_variables,
    several_values,
    shared_names,
    unsafe_variables,
)
from arguendo.problems import Problem
from arguendo.rulebase import RuleBase

Check: TypeAlias = Callable[[RuleBase], Iterator[Problem]]

ALL: tuple[Check, ...] = (
    shared_names.check,
    clashing_templates.check,
    idle_contraries.check,
    unsafe_variables.check,
    impossible_variables.check,
    idle_overrides.check,
    circular_rebuttals.check,
    clashing_assumptions.check,
    several_values.check,
)
