"""Problems as workflow commands, which GitHub Actions shows beside the lines of a change."""

from __future__ import annotations

from arguendo.problems import Problem, Severity, printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def command(problem: Problem, folder: str = "") -> str:
    """Write one problem; `folder` is what leads from the repository's root to the rule base."""
    span = problem.span
    places: dict[str, str | int] = {}
    if span:
        file = f"{folder}/{span.file}" if folder else span.file
        places = {
            "file": file,
            "line": span.line,
            "endLine": span.end_line,
            "col": span.column,
        }
        if span.line == span.end_line:
            places["endColumn"] = span.end_column
    places["title"] = problem.code
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    lines = [problem.message, *problem.hint.splitlines()]
    said = _data("\n".join(printable(line) for line in lines))
    return f"::{_COMMANDS[problem.severity]} {shown}::{said}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
