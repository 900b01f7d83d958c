"""One run of a rule base's scenarios and tests, with all that was asked for about it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from arguendo_tui.cli.console import Status, Stop, open_case, unknown
from arguendo_tui.cli.formats import Format

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.scenarios import Scenario
    from arguendo.testing.coverage import Report
    from arguendo.testing.mutation import Trial
    from arguendo.testing.outcomes import Outcome


@dataclass(frozen=True)
class Wanted:
    """What a run is asked for."""

    folder: Path | None
    names: tuple[str, ...] = ()
    """Ids of scenarios and tests; none means all."""
    coverage: bool = False
    mutate: bool = False
    threshold: float | None = None
    """Percent that coverage of rules and the mutation score must reach."""
    form: Format = Format.TEXT
    junit: Path | None = None
    editing: bool = False
    """Whether it is one of many runs while files change."""

    @property
    def as_json(self) -> bool:
        """Whether the results are for programs."""
        return self.form is Format.JSON


@dataclass(frozen=True)
class Results:
    """What a run found."""

    case: Case
    found: tuple[tuple[Scenario, tuple[Outcome, ...]], ...]
    coverage: Report | None = None
    trials: tuple[Trial, ...] | None = None

    @property
    def passed(self) -> bool:
        """Whether every expectation is met."""
        return all(outcome.passed for _, outcomes in self.found for outcome in outcomes)


def run_once(wanted: Wanted) -> int:
    """Run, print, write what is to be written, and return the exit status. Raises `Stop`."""
    results = _results(wanted)
    if wanted.junit:
        _write_junit(results, wanted.junit)
    if wanted.as_json:
        _print_json(results)
    else:
        _print_text(results)
    short = list(_short_of(wanted, results))
    for line in short:
        print(line, file=sys.stderr)
    return Status.ANSWERED if results.passed and not short else Status.UNANSWERED


def _results(wanted: Wanted) -> Results:
    from arguendo.testing.outcomes import outcomes

    case = open_case(wanted.folder, "", as_json=wanted.as_json, editing=wanted.editing)
    chosen = _chosen(case, wanted.names)
    found = tuple((scenario, tuple(outcomes(case, scenario))) for scenario in chosen)
    return Results(
        case,
        found,
        _coverage(case, chosen) if wanted.coverage else None,
        tuple(_trials(case, chosen)) if wanted.mutate else None,
    )


def _chosen(case: Case, names: Sequence[str]) -> Sequence[Scenario]:
    from arguendo.testing.outcomes import expected_of

    known = expected_of(case)
    ids = [scenario.id for scenario in known]
    for name in names:
        if name not in ids:
            raise unknown("scenario or test", name, ids)
    return [scenario for scenario in known if not names or scenario.id in names]


def _coverage(case: Case, scenarios: Sequence[Scenario]) -> Report:
    from arguendo.testing.coverage import report

    return report(case, scenarios)


def _trials(case: Case, scenarios: Sequence[Scenario]) -> Iterator[Trial]:
    """Try all mutants; on a terminal the standard error counts them."""
    from arguendo.testing.mutation import Experiment

    experiment = Experiment(case.rulebase, scenarios)
    shown = sys.stderr.isatty()
    total = len(experiment.mutants)
    for number, trial in enumerate(experiment.trials(), 1):
        if shown:
            print(f"\r{number} of {total} mutants", end="", file=sys.stderr, flush=True)
        yield trial
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _write_junit(results: Results, file: Path) -> None:
    from arguendo.export.junit import junit

    try:
        file.write_bytes(junit(results.case, results.found))
    except OSError as error:
        raise Stop(f"“{file}” cannot be written: {error.strerror or error}") from error


def _print_json(results: Results) -> None:
    from arguendo.export.testing import run_object
    from arguendo.export.wire import encode

    print(encode(run_object(results.case, results.found, results.coverage, results.trials)))


def _print_text(results: Results) -> None:
    from arguendo_tui.cli.reports.coverage import coverage_lines
    from arguendo_tui.cli.reports.mutation import mutation_lines
    from arguendo_tui.cli.reports.outcomes import scenario_lines, summary_lines

    rulebase = results.case.rulebase
    for scenario, outcomes in results.found:
        print("\n".join(scenario_lines(scenario, outcomes)))
    if results.coverage:
        print("\n".join(("", *coverage_lines(rulebase, results.coverage))))
    if results.trials is not None:
        lines = mutation_lines(rulebase, results.trials, passed=results.passed)
        print("\n".join(("", *lines)))
    print("\n".join(("", *summary_lines(results.found))))


def _short_of(wanted: Wanted, results: Results) -> Iterator[str]:
    """Say what does not reach the threshold."""
    from arguendo.testing.mutation import score
    from arguendo_tui.cli.reports.coverage import percent

    least = wanted.threshold
    if least is None:
        return
    report, trials = results.coverage, results.trials
    if report and report.share * 100 < least:
        missing = ", ".join(row.rule.id for row in report.rules if not row.covered)
        yield f"coverage of rules is {percent(report.share)}, below {least:g} %: {missing}"
    if trials is not None and score(trials).share * 100 < least:
        yield f"the mutation score is {percent(score(trials).share)}, below {least:g} %"
