"""AbductionRules: the one fact that is missing for a goal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from arguendo.explanation.requirements import Also, Scope, apply, requirements
from arguendo.statements import Literal
from tests.external.programs import Proven, opened, sound
from tests.external.suites import Case, Count
from tests.external.theories import affirmed, closed_world

SUITE = "ruletaker-proofwriter-abduction.jsonl"

ONE = Scope(also=frozenset({Also.ANY}), most=1)


def missing(cases: Iterable[Case], folder: Path) -> Count:
    """Ask what it would take; that it does not hold before and does after is certified."""
    count = Count("AbductionRules, missing facts")
    for theory in cases:
        case = opened(sound(closed_world(theory), folder))
        for goal in theory["goals"]:
            wanted = affirmed(goal["lit"])
            ours = [each.changes for each in requirements(case, wanted, scope=ONE).found]
            theirs = [(Literal(affirmed(goal["missing"])),)]
            before = Proven.of(case, [wanted])
            after = Proven.of(apply(case, theirs[0]), [wanted])
            flaw = before.flaw or after.flaw
            if (before.status(wanted), after.status(wanted)) != ("not established", "holds"):
                flaw = flaw or "the goal does not depend on it"
            count.answer(f"{theory['id']}: {goal['text']}", ours, theirs, flaw)
    return count
