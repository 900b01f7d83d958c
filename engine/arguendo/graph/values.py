"""The values that the reasoning graph is read and filled by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from arguendo.rules import Branch, Rule
from arguendo.statements import Term, Terms


class Matches(NamedTuple):
    """What a matcher finds: when all grounds of a branch are possible, rebuttals aside."""

    rule: Rule
    branch: Branch
    variables: tuple[str, ...]
    """In the order of their names."""
    values: Sequence[Terms]
    """For each match the variables' ground terms."""


class Inference(NamedTuple):
    """One rule with its variables bound (AIF: a rule application), for one of its claims."""

    number: int
    rule: Rule
    branch: Branch
    bindings: tuple[tuple[str, Term], ...]
    claim: int
    grounds: tuple[int, ...]


class Step(NamedTuple):
    """What a valuation needs of an inference, in one piece."""

    qualifier: int
    claim: int
    grounds: tuple[int, ...]
    blockers: Sequence[GroundBlocker]
    rivals: Sequence[int]
    """The inferences that set it aside when they apply."""


class Stratum(NamedTuple):
    """The inferences for one stratum of claims."""

    inferences: list[Inference]
    steps: tuple[Step, ...] | None
    """The same, each after all that conclude its grounds; None where they go in a circle."""


class GroundBlocker(NamedTuple):
    """A rebuttal (or an absence asked for) with its variables bound: blocks when all are so."""

    literals: tuple[tuple[int, bool], ...]
    """Statement number, and whether it must hold (True) or not hold (False)."""
    absence: bool
