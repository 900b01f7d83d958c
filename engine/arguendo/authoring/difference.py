"""What two versions of a rule base conclude differently on their scenarios, and why.

Whether an edit is responsible is not guessed from texts but tried: the edit alone is made to the
first version, and the conclusion looked at. Where none is enough alone, edits are taken back from
the second version one by one as long as the conclusion stays: what is left is needed together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from arguendo.authoring.edits import Deed, Edit, Matter, Versions
from arguendo.case import Case
from arguendo.explanation.editions import revised
from arguendo.rulebase import RuleBase
from arguendo.scenarios import Scenario
from arguendo.statements import Statement, parse_statement
from arguendo.strata import foundations, reached
from arguendo.valuation import Standing

MOST_EDITS = 100
"""Edits that bear on one conclusion, beyond which they are not tried one by one."""


@dataclass(frozen=True)
class Shift:
    """A conclusion that comes out otherwise."""

    statement: Statement
    before: Standing
    after: Standing
    because: tuple[Edit, ...] = ()
    """The edits responsible."""
    together: bool = False
    """Whether it takes all of them; otherwise each is enough alone."""


@dataclass(frozen=True)
class Differing:
    """What comes out otherwise in one scenario."""

    scenario: Scenario | None
    """None for the bare facts."""
    shifts: tuple[Shift, ...]


@dataclass(frozen=True)
class Difference:
    """Two versions of a rule base, compared."""

    versions: Versions
    compared: tuple[Differing, ...]
    """Every scenario of both, those included in which nothing differs."""
    only_before: tuple[Scenario, ...]
    only_after: tuple[Scenario, ...]
    idle: tuple[Edit, ...]
    """Edits to which no shift is due."""

    @property
    def differs(self) -> bool:
        """Whether any conclusion comes out otherwise."""
        return any(each.shifts for each in self.compared)

    @property
    def same_scale(self) -> bool:
        """Whether degrees mean the same; without that no edit can be named."""
        return self.versions.before.scale == self.versions.after.scale


def difference(before: RuleBase, after: RuleBase) -> Difference:
    """Compare two versions of a rule base."""
    versions = Versions(before, after)
    trials = Trials(versions)
    shared = [before.scenario[name] for name in before.scenario if name in after.scenario]
    is_bare = any(not (s.assumptions or after.scenario[s.id].assumptions) for s in shared)
    scenarios: list[Scenario | None] = [*([] if is_bare else [None]), *shared]
    compared = tuple(Differing(s, tuple(trials.shifts(s.id if s else ""))) for s in scenarios)
    due = {edit for each in compared for shift in each.shifts for edit in shift.because}
    return Difference(
        versions,
        compared,
        tuple(s for s in before.scenarios if s.id not in after.scenario),
        tuple(s for s in after.scenarios if s.id not in before.scenario),
        tuple(edit for edit in versions.edits if edit not in due and not _is_told_apart(edit)),
    )


def _is_told_apart(edit: Edit) -> bool:
    """Tell whether an edit is a scenario that only one version has."""
    return edit.matter is Matter.SCENARIO and edit.deed is not Deed.CHANGED


class Trials:
    """Values versions in between, each once."""

    def __init__(self, versions: Versions) -> None:
        """Take the two versions."""
        self.versions = versions
        self.scale = versions.before.scale
        self.counting = frozenset(edit for edit in versions.edits if edit.counts)
        self.case = lru_cache(maxsize=None)(self._case)
        self.ends = lru_cache(maxsize=1)(self._ends)
        self.staged = lru_cache(maxsize=4_096)(self._staged)
        self.upstream = _upstream(versions)

    def shifts(self, scenario: str) -> Iterator[Shift]:
        """Go through what comes out otherwise in a scenario (empty: on the bare facts)."""
        old, new = self.ends(scenario)
        concluded = {*old.rulebase.rules_for, *new.rulebase.rules_for}
        for change in revised(old, new):
            if change.statement.predicate in concluded:
                because, together = self._because(change.statement, scenario, change.after)
                yield Shift(change.statement, change.before, change.after, because, together)

    def _ends(self, scenario: str) -> tuple[Case, Case]:
        """Return the two versions themselves, in a scenario (empty: on the bare facts)."""
        before, after = self.versions.before, self.versions.after
        return self._end(before, scenario), self._end(after, scenario)

    def _end(self, rulebase: RuleBase, scenario: str) -> Case:
        """Return one of the two versions themselves, in a scenario."""
        bare = Case.of(rulebase, "", editing=True)
        return bare.choose(scenario) if scenario else bare

    def _because(
        self, statement: Statement, scenario: str, wanted: Standing
    ) -> tuple[tuple[Edit, ...], bool]:
        if self.versions.before.scale != self.versions.after.scale:
            return (), False
        bearing = [
            e for e in self.versions.edits if e.counts and self._bears(e, statement, scenario)
        ]

        def makes(made: frozenset[Edit]) -> bool:
            case = self.staged(made, scenario)
            found = case.standing(statement) if case else None
            return found is not None and (found.status, found.degree) == (
                wanted.status,
                wanted.degree,
            )

        if len(bearing) > MOST_EDITS:
            return tuple(bearing), True
        alone = tuple(edit for edit in bearing if makes(frozenset({edit})))
        if alone:
            return alone, False
        needed = frozenset(bearing) if makes(frozenset(bearing)) else self.counting
        for edit in self.versions.edits:
            if edit in needed and makes(needed - {edit}):
                needed -= {edit}
        return tuple(edit for edit in self.versions.edits if edit in needed), True

    def _bears(self, edit: Edit, statement: Statement, scenario: str) -> bool:
        """Tell whether an edit can matter to a conclusion at all."""
        if edit.matter is Matter.SCENARIO:
            return edit.name == scenario
        return bool(_touched(edit, self.versions) & self.upstream.get(statement.predicate, set()))

    def _case(self, made: frozenset[Edit]) -> Case | None:
        """Open the version with some edits made; None where its rebuttals run in a circle."""
        rulebase = self.versions.with_edits(made)
        return None if rulebase.strata.circles else Case.of(rulebase, "", editing=True)

    def _staged(self, made: frozenset[Edit], scenario: str) -> Case | None:
        case = self.case(frozenset(edit for edit in made if edit.matter is not Matter.SCENARIO))
        if case is None or not scenario:
            return case
        return case.lay(self.versions.scenario(scenario, made).assumptions)


def _touched(edit: Edit, versions: Versions) -> set[str]:
    """Return the predicates that an edit speaks of as concluded or given."""
    both = (versions.before, versions.after)
    match edit.matter:
        case Matter.RULE:
            rules = [each.rule[edit.name] for each in both if edit.name in each.rule]
            return {claim.predicate for rule in rules for claim in rule.claims}
        case Matter.CONTRARY:
            halves = map(parse_statement, edit.name.split(" against "))
            return {half.predicate for half in halves if half}
        case _:
            statement = parse_statement(edit.name)
            return {statement.predicate} if statement else set()


def _upstream(versions: Versions) -> dict[str, set[str]]:
    """Return for each predicate all that its standing can depend on, itself included."""
    below: dict[str, set[str]] = {}
    for rulebase in (versions.before, versions.after):
        claimed = {claim.predicate: set[str]() for rule in rulebase.rules for claim in rule.claims}
        direct = claimed | foundations(rulebase.rules, rulebase.excluding)
        for predicate, on in direct.items():
            below.setdefault(predicate, set()).update(on)
    return {each: reached([each], lambda on: below.get(on, ())) for each in below}
