"""Which paragraphs an answer cites, and in what order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from arguendo.explanation.why import Proof


def cited(proof: Proof | None) -> tuple[str, ...]:
    """List the paragraphs that the best argument of a proof cites, in order."""
    if proof is None:
        return ()
    marks = once(step.source for step in proof.steps[: proof.main])
    return tuple(sorted(marks, key=_mark_order))


def _mark_order(mark: str) -> list[tuple[int, str]]:
    """Sort marks by the numbers in them: `§1(3)`, `§1(12)`, `§50(2)`."""
    parts = re.findall(r"\d+|\D+", mark)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def once(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """List marks in order, each once."""
    return tuple(dict.fromkeys(mark for group in groups for mark in group))


def used(proof: Proof) -> tuple[str, ...]:
    """List the paragraphs of the best argument: its last rule's, the other rules', the facts'."""
    last, *others = proof.steps[: proof.main]
    rules = once(step.source for step in others if step.rule is not None)
    facts = once(step.source for step in others if step.rule is None)
    return once([last.source, *(sorted(marks, key=_mark_order) for marks in (rules, facts))])
