"""Scenarios and tests, a line each; of what failed: expected, got, why, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from arguendo.problems import printable
from arguendo_tui.cli.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arguendo.scenarios import Scenario
    from arguendo.testing.outcomes import Outcome

    Found = Sequence[tuple[Scenario, Sequence[Outcome]]]


def scenario_lines(scenario: Scenario, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Tell one scenario or test: its line, then its failures."""
    failed = [outcome for outcome in outcomes if not outcome.passed]
    word = "FAIL" if failed else "ok  "
    yield printable(f"{word} {scenario.id}: {counted(len(outcomes), 'expectation')}")
    for outcome in failed:
        yield from (f"       {printable(line)}" for line in _failure_lines(outcome))


def _failure_lines(outcome: Outcome) -> Iterator[str]:
    from arguendo.wording.expectations import failure

    told = failure(outcome)
    yield f"{told.statement}  [{outcome.expectation.statement.key}]"
    if told.span:
        yield f"  at:       {told.span}"
    yield f"  expected: {told.expected}"
    yield f"  got:      {told.got}"
    for number, line in enumerate(told.why):
        yield f"  {'why:' if not number else '':<9} {line}"


def summary_lines(found: Found) -> Iterator[str]:
    """Name what failed, and count."""
    failed = [scenario.id for scenario, outcomes in found if not all(o.passed for o in outcomes)]
    if len(failed) > 1:
        yield printable(f"failed: {', '.join(failed)}")
    expectations = [outcome for _, outcomes in found for outcome in outcomes]
    unmet = sum(not outcome.passed for outcome in expectations)
    inside = f" ({unmet} of {counted(len(expectations), 'expectation')})" if unmet else ""
    count = counted(len(found), "scenario or test", "scenarios and tests")
    yield f"{count}, {len(failed)} failed{inside}"
