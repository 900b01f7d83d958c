"""The JSON of two versions of a rule base compared."""

from __future__ import annotations

from msgspec import Struct

from arguendo.authoring.competing import Competition
from arguendo.authoring.difference import Difference, Differing, Shift
from arguendo.authoring.edits import Edit, Versions
from arguendo.export.wire import VERSION, RuleBaseName
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.valuation import Standing


class Stands(Struct, frozen=True):
    """How a statement stands in one version."""

    status: str
    degree: str | None


class EditMade(Struct, frozen=True):
    """One declaration that differs; `parts` says in what, when it was changed."""

    matter: str
    name: str
    deed: str
    parts: tuple[str, ...]


class ShiftMade(Struct, frozen=True):
    """A conclusion that comes out otherwise; `together`: it takes all edits of `because`."""

    statement: str
    before: Stands
    after: Stands
    because: tuple[EditMade, ...]
    together: bool


class ScenarioCompared(Struct, frozen=True):
    """One scenario of both; null for the bare facts."""

    scenario: str | None
    shifts: tuple[ShiftMade, ...]


class VersionsCompared(Struct, frozen=True):
    """The whole comparison."""

    version: int
    differs: bool
    same_scale: bool
    scenarios: tuple[ScenarioCompared, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    idle: tuple[EditMade, ...]


class Competing(Struct, frozen=True):
    """One case under two rule bases: `stands` is how the statement does in each."""

    version: int
    first: RuleBaseName
    second: RuleBaseName
    assumptions: dict[str, bool]
    statement: str | None
    stands: tuple[Stands, Stands] | None
    parts_at: str | None
    shifts: tuple[ShiftMade, ...]
    alike: int


def competing(found: Competition) -> Competing:
    """Put the comparison of two rule bases on one case into its JSON form."""
    versions = found.versions
    ends = ((versions.before, found.first), (versions.after, found.second))
    first, second = (_name(rulebase) for rulebase, _ in ends)
    goal = found.goal
    held = [_stands(rulebase, case.standing(goal)) for rulebase, case in ends if goal]
    return Competing(
        VERSION,
        first,
        second,
        {statement.key: degree > NONE for statement, degree in found.first.assumptions.items()},
        goal.key if goal else None,
        (held[0], held[1]) if goal else None,
        found.parts_at.statement.key if found.parts_at else None,
        tuple(_shift(versions, shift) for shift in found.shifts),
        found.alike,
    )


def _name(rulebase: RuleBase) -> RuleBaseName:
    return RuleBaseName(rulebase.name, rulebase.digest)


def versions_compared(found: Difference) -> VersionsCompared:
    """Put a comparison into its JSON form."""
    return VersionsCompared(
        VERSION,
        found.differs,
        found.same_scale,
        tuple(_scenario(found, each) for each in found.compared),
        tuple(each.id for each in found.only_before),
        tuple(each.id for each in found.only_after),
        tuple(map(_edit, found.idle)),
    )


def _scenario(found: Difference, each: Differing) -> ScenarioCompared:
    name = each.scenario.id if each.scenario else None
    return ScenarioCompared(name, tuple(_shift(found.versions, s) for s in each.shifts))


def _shift(versions: Versions, shift: Shift) -> ShiftMade:
    return ShiftMade(
        shift.statement.key,
        _stands(versions.before, shift.before),
        _stands(versions.after, shift.after),
        tuple(map(_edit, shift.because)),
        shift.together,
    )


def _stands(rulebase: RuleBase, standing: Standing) -> Stands:
    return Stands(standing.status.value, rulebase.scale.word(standing.degree))


def _edit(edit: Edit) -> EditMade:
    return EditMade(edit.matter.value, edit.name, edit.deed.value, edit.parts)
