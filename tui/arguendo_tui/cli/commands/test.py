"""`arguendo test`: whether scenarios and rule tests come out as they say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from arguendo_tui.cli.console import RuleBaseOption, Stop, chosen_folder, stay
from arguendo_tui.cli.formats import Format, FormatOption
from arguendo_tui.cli.helping import Group
from arguendo_tui.cli.testing import Wanted, run_once

EXAMPLES = """Examples:

  arguendo test

  arguendo test NAME --rule-base ./my-rules

  arguendo test --watch

  arguendo test --coverage --threshold 100

  arguendo test --mutate --threshold 90

  arguendo test --junit results.xml --format json
"""

GROUP = Group.CHECKING


CoverageOption: TypeAlias = Annotated[
    bool,
    typer.Option("--coverage", help="Also tell which rules, grounds and paragraphs are exercised."),
]
MutateOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--mutate", help="Also make small mistakes in the rules, and tell which go unnoticed."
    ),
]
ThresholdOption: TypeAlias = Annotated[
    float | None,
    typer.Option(
        metavar="PERCENT",
        min=0,
        max=100,
        help="Least share of rules covered, and of mutants noticed.",
    ),
]
WatchOption: TypeAlias = Annotated[
    bool, typer.Option("--watch", help="Run again whenever a file changes, until Ctrl-C.")
]
JUnitOption: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Also write the results as JUnit XML.")
]


def run(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Scenarios and tests; all.")
    ] = None,
    coverage: CoverageOption = False,
    mutate: MutateOption = False,
    threshold: ThresholdOption = None,
    watch: WatchOption = False,
    junit: JUnitOption = None,
    form: FormatOption = Format.TEXT,
    rule_base: RuleBaseOption = None,
) -> int:
    """Run the expectations of scenarios and rule tests.

    A rule is covered when it fires in one scenario or test and is silent in another; a ground, when
    a rule applies by it and when it alone keeps the rule from applying. A mutant is a rule base
    with one ground, rebuttal, alternative or rule left out, or one word more or less certain; it is
    noticed when an expectation fails. Those that no assumptions can tell apart are not counted.

    Exit status: 0 all came out as expected, 1 some did not or a threshold is not reached, 3 the
    rule base has errors, 130 watching was ended.
    """
    if threshold is not None and not (coverage or mutate):
        raise Stop("--threshold says how much of what: add --coverage or --mutate")
    folder = chosen_folder(context, rule_base)
    wanted = Wanted(
        folder, tuple(names or ()), coverage, mutate, threshold, form, junit, editing=watch
    )
    if not watch:
        return run_once(wanted)
    from arguendo_tui.cli import watching

    stay()
    return watching.keep_running(lambda: run_once(wanted), watching.changes_in(folder))
