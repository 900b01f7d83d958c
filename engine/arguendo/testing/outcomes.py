"""Whether scenarios and rule tests come out as they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from arguendo.case import Case
from arguendo.explanation.why_not import WhyNot, why_not
from arguendo.scenarios import Expectation, Scenario
from arguendo.statements import Statement
from arguendo.valuation import Standing


class Fault(Enum):
    """In what an outcome is not as expected."""

    STATUS = "status"
    DEGREE = "degree"
    BECAUSE = "because"
    MISSING = "missing"


@dataclass(frozen=True)
class Reason:
    """Where an outcome parts from what was expected, and what it rests on instead."""

    faults: tuple[Fault, ...]
    rules: tuple[str, ...] = ()
    """Ids of the rules that do conclude the statement."""
    unnamed: tuple[Statement, ...] = ()
    """Statements that were expected to be missing, and are not."""


@dataclass(frozen=True)
class Outcome:
    """What became of one expectation."""

    scenario: Scenario
    expectation: Expectation
    case: Case
    """The case that the scenario makes."""
    got: Standing
    reason: Reason | None = None
    """None when it passed."""

    @property
    def passed(self) -> bool:
        """Whether it came out as expected."""
        return self.reason is None


def expected_of(case: Case) -> tuple[Scenario, ...]:
    """List all scenarios and rule tests of a case's rule base."""
    return (*case.rulebase.scenarios, *case.rulebase.tests)


def stage(case: Case, scenario: Scenario) -> Case:
    """Make the case of a scenario or test: its assumptions on top of the bare facts."""
    if case.rulebase.scenario.get(scenario.id) is scenario:
        return case.choose(scenario.id)
    return Case(case.grounding).lay(scenario.assumptions)


def outcomes(case: Case, scenario: Scenario) -> Iterator[Outcome]:
    """Go through the outcomes of one scenario's expectations, in their order."""
    made = stage(case, scenario)
    for expectation in scenario.expectations:
        got = made.standing(expectation.statement)
        yield Outcome(scenario, expectation, made, got, _reason(made, expectation, got))


def _reason(case: Case, expected: Expectation, got: Standing) -> Reason | None:
    rules = _concluding(case, expected.statement)
    unnamed = _unnamed(case, expected)
    faults = {
        Fault.STATUS: expected.status not in (None, got.status.value),
        Fault.DEGREE: expected.degree not in (None, got.degree),
        Fault.BECAUSE: expected.because not in (None, *rules),
        Fault.MISSING: bool(unnamed),
    }
    found = tuple(fault for fault, is_so in faults.items() if is_so)
    return Reason(found, rules, unnamed) if found else None


def _concluding(case: Case, statement: Statement) -> tuple[str, ...]:
    applying = case.valuation.applying(case.graph.add(statement))
    return tuple(dict.fromkeys(inference.rule.id for inference in applying))


def _unnamed(case: Case, expected: Expectation) -> tuple[Statement, ...]:
    if not expected.missing:
        return ()
    named = set(_missing(why_not(case, expected.statement)))
    return tuple(statement for statement in expected.missing if statement not in named)


def _missing(report: WhyNot) -> Iterable[Statement]:
    yield from report.leaves
    for attempt in report.all_attempts:
        yield from attempt.missing
