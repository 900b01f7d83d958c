"""`arguendo check`: all problems of a rule base, or a summary of what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import (
    FolderArgument,
    RuleBaseOption,
    Status,
    Stop,
    chosen_folder,
    complain,
    unknown,
)
from arguendo_tui.cli.counting import counted
from arguendo_tui.cli.findings import Format, print_difference, print_report
from arguendo_tui.cli.helping import Group

if TYPE_CHECKING:
    from arguendo.review.examination import Report, Selection

EXAMPLES = """Examples:

  arguendo check

  arguendo check ./my-rules --strict --format github

  arguendo check ./my-rules --fix --dry-run

  arguendo check --explain unread-sentence
"""

GROUP = Group.CHECKING

Codes = list[str]

Form = Annotated[
    Format, typer.Option("--format", help="For people, for programs, or for code hosts.")
]
Only = Annotated[
    Codes | None, typer.Option("--only", metavar="CODE", help="These findings, and errors.")
]
Ignore = Annotated[
    Codes | None, typer.Option("--ignore", metavar="CODE", help="Not these findings.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when there are warnings.")]
Listed = Annotated[
    bool, typer.Option("--silenced", help="List what is silenced in the files, and why.")
]
Fix = Annotated[bool, typer.Option("--fix", help="Mend what needs no person to decide.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", "--diff", help="With --fix: only show what would change.")
]
Explain = Annotated[
    str | None, typer.Option("--explain", metavar="CODE", help="Print the page about a code.")
]


def run(
    context: typer.Context,
    folder: FolderArgument = None,
    form: Form = Format.TEXT,
    only: Only = None,
    ignore: Ignore = None,
    strict: Strict = False,
    silenced: Listed = False,
    fix: Fix = False,
    dry_run: DryRun = False,
    explain: Explain = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Look for problems in a rule base, and list them all.

    Told is what is wrong; when nothing is, what a reviewer would doubt.

    A finding is silenced in its file, above what it is about, with the reason: # silence CODE:
    REASON. The file arguendo.yaml in the rule base's folder says how grave findings are.

    Exit status: 0 no errors (warnings may be there), 1 warnings with --strict, 3 errors.
    """
    if explain is not None:
        return _explain(explain)
    if dry_run and not fix:
        raise Stop("--dry-run goes with --fix")
    selection = _selection(only or [], ignore or [])
    chosen = chosen_folder(context, rule_base, folder)
    if dry_run:
        return _show_fixes(chosen, selection, strict)

    from arguendo.content import find_rule_base
    from arguendo.review.examination import examine

    report = _mend(chosen, selection) if fix else examine(chosen, selection=selection)
    print_report(report, form, find_rule_base(chosen), silenced=silenced)
    return _status(report, strict)


def _status(report: Report, strict: bool) -> Status:
    from arguendo.problems import Severity

    if report.count(Severity.ERROR):
        return Status.BROKEN_RULE_BASE
    wanting = strict and report.count(Severity.WARNING)
    return Status.UNANSWERED if wanting else Status.ANSWERED


def _explain(code: str) -> int:
    from arguendo.review.examination import codes, page

    found = page(code)
    if found is None:
        raise unknown("code", code, codes())
    print(found.text, end="")
    return Status.ANSWERED


def _selection(only: Codes, ignore: Codes) -> Selection:
    """Read which findings are wanted. Raises `Stop` for a code that there is not."""
    from arguendo.problems import Severity
    from arguendo.review.examination import Selection, codes, page

    for code in (*only, *ignore):
        known = page(code)
        if known is None:
            raise unknown("code", code, codes())
        if code in ignore and known.severity is Severity.ERROR:
            raise Stop(f"“{code}” is an error, and errors are always told")
    return Selection(frozenset(only), frozenset(ignore))


def _show_fixes(folder: Path | None, selection: Selection, strict: bool) -> int:
    from arguendo.review.mending import mend

    mended = mend(folder, selection)
    print_difference(mended)
    complain(f"{counted(len(mended.done), 'problem')} would be mended; nothing was written")
    return _status(mended.before, strict)


def _mend(folder: Path | None, selection: Selection) -> Report:
    """Mend and write what can be mended, and say what was done."""
    from arguendo.library import NotSaved, save
    from arguendo.review.examination import examine
    from arguendo.review.mending import mend

    mended = mend(folder, selection)
    unsaved: set[str] = set()
    for file, (before, after) in mended.changed.items():
        try:
            save(folder, file, before, after)
        except NotSaved as error:
            complain(f"{file} was not mended: {error}")
            unsaved.add(file)
    done = [each for each in mended.done if not any(e.span.file in unsaved for e in each.fix)]
    for problem in done:
        complain(f"mended {problem.span}: {problem.message} [{problem.code}]")
    complain(f"{counted(len(done), 'problem')} mended")
    return examine(folder, selection=selection) if unsaved else mended.after
