"""`arguendo check`: all problems of a rule base, or a summary of what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import RuleBaseOption, Status, Stop, chosen_folder
from arguendo_tui.cli.counting import contents, counted
from arguendo_tui.cli.formats import Format, FormatOption

if TYPE_CHECKING:
    from arguendo.problems import Problems
    from arguendo.rulebase import RuleBase

EXAMPLES = """Examples:

  arguendo check

  arguendo check ./my-rules --format json
"""


def run(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Folder of a rule base.")
    ] = None,
    form: FormatOption = Format.TEXT,
    rule_base: RuleBaseOption = None,
) -> int:
    """Look for problems in a rule base, and list them all.

    Exit status: 0 no errors (warnings may be there), 3 errors.
    """
    from arguendo.library import read

    if folder and rule_base and folder != rule_base:
        raise Stop("DIR and --rule-base name two folders")
    found, problems, texts = read(folder or chosen_folder(context, rule_base))
    if form is Format.JSON:
        from arguendo.export.replies import problem_list
        from arguendo.export.wire import encode

        print(encode(problem_list(problems)))
    else:
        from arguendo.problems import render

        for problem in problems:
            print(render(problem, texts), end="\n\n")
        print(_summary(found, problems))
    return Status.BROKEN_RULE_BASE if found is None else Status.ANSWERED


def _summary(rulebase: RuleBase | None, problems: Problems) -> str:
    from arguendo.problems import Severity, printable

    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    found = f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}"
    if rulebase is None:
        return found
    return f"{printable(rulebase.name)}: {contents(rulebase)}; {found}"
