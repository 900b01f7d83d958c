"""What came of scenarios and tests, what they cover and which mutants they notice, as objects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from arguendo.case import Case
from arguendo.export.wire import VERSION, RuleBaseName
from arguendo.problems import printable
from arguendo.rules import Rule
from arguendo.scale import Scale
from arguendo.scenarios import Scenario
from arguendo.span import Span
from arguendo.testing.coverage import Part, Report
from arguendo.testing.mutation import Fate, Trial, score
from arguendo.testing.outcomes import Outcome
from arguendo.wording.expectations import failure
from arguendo.wording.mutants import change, noticed_by


class Place(Struct, frozen=True):
    """Where something stands."""

    file: str
    line: int
    column: int


class Stands(Struct, frozen=True):
    """What was expected of a statement, or what came out; null where nothing is said."""

    status: str | None
    degree: str | None
    because: tuple[str, ...]
    """Ids of rules."""
    missing: tuple[str, ...]
    """Keys; of what came out: those that were expected to be missing and are not."""


class ExpectationOf(Struct, frozen=True):
    """One expectation and what became of it."""

    statement: str
    passed: bool
    place: Place | None
    expected: Stands
    got: Stands
    faults: tuple[str, ...]
    why: tuple[str, ...]


class ScenarioOf(Struct, frozen=True):
    """A scenario or test and its expectations."""

    id: str
    title: str
    passed: bool
    place: Place | None
    expectations: tuple[ExpectationOf, ...]


class RuleCoverage(Struct, frozen=True):
    """In which scenarios and tests a rule fires and is silent."""

    rule: str
    covered: bool
    place: Place | None
    fires: tuple[str, ...]
    silent: tuple[str, ...]


class PartCoverage(Struct, frozen=True):
    """Where a ground, absence or rebuttal of one branch makes the difference."""

    rule: str
    branch: int
    role: str
    statements: tuple[str, ...]
    covered: bool
    place: Place | None
    applies: tuple[str, ...]
    stops: tuple[str, ...]


class ItemCoverage(Struct, frozen=True):
    """A rule (by id) or a fact or question (by key) drawn from a paragraph."""

    item: str
    exercised: bool
    place: Place | None


class ParagraphCoverage(Struct, frozen=True):
    """A paragraph and what is drawn from it."""

    paragraph: str
    covered: bool
    items: tuple[ItemCoverage, ...]


class CoverageOf(Struct, frozen=True):
    """Shares from 0 to 1, and what they are made of."""

    rules: float
    parts: float
    by_rule: tuple[RuleCoverage, ...]
    by_part: tuple[PartCoverage, ...]
    by_paragraph: tuple[ParagraphCoverage, ...]


class MutantOf(Struct, frozen=True):
    """One mutant and what became of it."""

    rule: str
    kind: str
    change: str
    place: Place | None
    fate: str
    noticed_in: str | None
    would_notice: tuple[str, ...]
    assume: dict[str, bool]


class MutationOf(Struct, frozen=True):
    """The score from 0 to 1 and every mutant."""

    score: float
    killed: int
    survived: int
    undecided: int
    equivalent: int
    mutants: tuple[MutantOf, ...]


class Run(Struct, frozen=True):
    """All that one run of the tests found."""

    version: int
    rule_base: RuleBaseName
    passed: int
    failed: int
    scenarios: tuple[ScenarioOf, ...]
    coverage: CoverageOf | None = None
    mutation: MutationOf | None = None


def run_object(
    case: Case,
    found: Sequence[tuple[Scenario, Sequence[Outcome]]],
    covered: Report | None = None,
    trials: Sequence[Trial] | None = None,
) -> Run:
    """Make the object for a run; `passed` and `failed` count scenarios and tests."""
    scenarios = tuple(_scenario(scenario, results) for scenario, results in found)
    passed = sum(each.passed for each in scenarios)
    return Run(
        VERSION,
        RuleBaseName(case.rulebase.name, case.rulebase.digest),
        passed,
        len(scenarios) - passed,
        scenarios,
        _coverage(covered) if covered else None,
        _mutation(case, trials) if trials is not None else None,
    )


def _scenario(scenario: Scenario, found: Iterable[Outcome]) -> ScenarioOf:
    expectations = tuple(map(_expectation, found))
    passed = all(each.passed for each in expectations)
    place = _place(scenario.span)
    return ScenarioOf(scenario.id, printable(scenario.title), passed, place, expectations)


def _expectation(outcome: Outcome) -> ExpectationOf:
    expected, reason = outcome.expectation, outcome.reason
    scale: Scale = outcome.case.rulebase.scale
    return ExpectationOf(
        expected.statement.key,
        outcome.passed,
        _place(expected.span),
        Stands(
            expected.status,
            scale.word(expected.degree) if expected.degree else None,
            (expected.because,) if expected.because else (),
            tuple(each.key for each in expected.missing),
        ),
        Stands(
            outcome.got.status.value,
            scale.word(outcome.got.degree),
            reason.rules if reason else (),
            tuple(each.key for each in reason.unnamed) if reason else (),
        ),
        tuple(fault.value for fault in reason.faults) if reason else (),
        tuple(map(printable, failure(outcome).why)) if reason else (),
    )


def _coverage(report: Report) -> CoverageOf:
    return CoverageOf(
        report.share,
        report.share_of_parts,
        tuple(
            RuleCoverage(row.rule.id, row.covered, _place(row.rule.span), row.fires, row.silent)
            for row in report.rules
        ),
        tuple(map(_part, report.parts)),
        tuple(
            ParagraphCoverage(
                paragraph.mark,
                paragraph.covered,
                tuple(
                    ItemCoverage(
                        item.what.id if isinstance(item.what, Rule) else item.what.key,
                        item.exercised,
                        _place(item.span),
                    )
                    for item in paragraph.items
                ),
            )
            for paragraph in report.paragraphs
        ),
    )


def _part(part: Part) -> PartCoverage:
    return PartCoverage(
        part.rule.id,
        part.branch,
        part.role.value,
        tuple(literal.statement.key for literal in part.literals),
        part.covered,
        _place(part.span),
        part.applies,
        part.stops,
    )


def _mutation(case: Case, trials: Sequence[Trial]) -> MutationOf:
    found = score(trials)
    counts = found.counts
    return MutationOf(
        found.share,
        counts[Fate.KILLED],
        counts[Fate.SURVIVED],
        counts[Fate.UNDECIDED],
        counts[Fate.EQUIVALENT],
        tuple(_mutant(case, trial) for trial in trials),
    )


def _mutant(case: Case, trial: Trial) -> MutantOf:
    mutant, witness = trial.mutant, trial.witness
    return MutantOf(
        mutant.rule.id,
        mutant.kind.value,
        printable(change(case.rulebase, mutant)),
        _place(mutant.span),
        trial.fate.value,
        trial.noticed_in.id if trial.noticed_in else None,
        tuple(map(printable, noticed_by(witness))) if witness else (),
        {each.key: positive for each, positive in witness.assumptions.items()} if witness else {},
    )


def _place(span: Span | None) -> Place | None:
    return Place(printable(span.file), span.line, span.column) if span else None
