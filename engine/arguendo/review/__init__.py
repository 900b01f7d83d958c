"""What a reviewer would ask about a sound rule base: one check a file, in one tuple.

What makes a rule base unusable is found by `arguendo.checks`; the checks here find what is doubtful
in how it argues. To add one, write `check(case) -> Iterator[Problem]` in a file of its own, named
like the code of its problems, and enter it here. Checks never import each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from arguendo.case import Case
from arguendo.problems import Problem

Check: TypeAlias = Callable[[Case], Iterator[Problem]]
"""Takes a case on the bare facts; yields warnings or notes in the author's terms."""

ALL: tuple[Check, ...] = ()
