"""How `arguendo check` prints what it found: for people, for programs, for code hosts."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from arguendo_tui.cli.counting import contents, counted

if TYPE_CHECKING:
    from arguendo.review.examination import Report
    from arguendo.review.mending import Mended


class Format(StrEnum):
    """In which form problems are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


def print_report(report: Report, form: Format, folder: Path, *, silenced: bool) -> None:
    """Print all problems; `silenced` lists those as well that authors have silenced."""
    if form is Format.TEXT:
        _print_text(report, silenced=silenced)
    else:
        _PRINTERS[form](report, _lead(folder))


def _print_text(report: Report, *, silenced: bool) -> None:
    from arguendo.problems import printable, render

    colored = has_colors(os.environ)
    for problem in report.problems:
        print(render(problem, report.texts, colored=colored), end="\n\n")
    for each in report.silenced if silenced else ():
        print(render(each.problem, report.texts, colored=colored))
        print(f"  silenced: {printable(each.reason)}", end="\n\n")
    print(_summary(report))


def _print_json(report: Report, _: str) -> None:
    from arguendo.export.replies import problem_list
    from arguendo.export.wire import encode

    print(encode(problem_list(report.problems)))


def _print_sarif(report: Report, lead: str) -> None:
    from importlib.metadata import version

    from arguendo.export.sarif import sarif
    from arguendo.export.wire import encode

    print(encode(sarif(report.problems, report.silenced, version("arguendo"), lead)))


def _print_github(report: Report, lead: str) -> None:
    from arguendo.export.workflow import command

    for problem in report.problems:
        print(command(problem, lead))


_PRINTERS: Mapping[Format, Callable[[Report, str], None]] = {
    Format.JSON: _print_json,
    Format.SARIF: _print_sarif,
    Format.GITHUB: _print_github,
}


def _lead(folder: Path) -> str:
    """Return the way from here to a rule base; empty when it is here, or does not lie below."""
    here, there = Path.cwd().resolve(), folder.resolve()
    if there == here or not there.is_relative_to(here):
        return ""
    return there.relative_to(here).as_posix()


def has_colors(environment: Mapping[str, str]) -> bool:
    """Tell whether output goes to a terminal that shows colors, and colors are welcome."""
    from arguendo_tui.surroundings import is_dumb

    return sys.stdout.isatty() and not environment.get("NO_COLOR") and not is_dumb(environment)


def _summary(report: Report) -> str:
    from arguendo.problems import Severity, printable

    errors, warnings, notes = (report.count(each) for each in Severity)
    found = [counted(errors, "error"), counted(warnings, "warning")]
    if notes:
        found.append(counted(notes, "note"))
    if report.silenced:
        found.append(f"{len(report.silenced)} silenced")
    if report.rulebase is None:
        lead = ""
    else:
        lead = f"{printable(report.rulebase.name)}: {contents(report.rulebase)}; "
    mendable = sum(bool(problem.fix) for problem in report.problems)
    hint = f" (--fix mends {mendable})" if mendable else ""
    return f"{lead}{', '.join(found)}{hint}"


def print_difference(mended: Mended) -> None:
    """Print what mending would change, as a unified diff."""
    from arguendo.problems import printable
    from arguendo.review.mending import difference

    for file, (before, after) in mended.changed.items():
        for line in difference(before, after, file).splitlines():
            print(printable(line))
