"""`arguendo doctor`: what the program finds on this machine, and how to mend what is wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from arguendo_tui.cli.console import (
    PROGRAM,
    FolderArgument,
    RuleBaseOption,
    Status,
    Stop,
    chosen_folder,
    open_case,
)
from arguendo_tui.cli.counting import contents
from arguendo_tui.cli.helping import Group

EXAMPLES = """Examples:

  arguendo doctor

  arguendo doctor ./my-rules
"""

GROUP = Group.MACHINES

PARTS = (
    *("clingo", "msgspec", "platformdirs", "prompt-toolkit", "pygls", "pyspellchecker", "PyYAML"),
    *("rapidfuzz", "textual", "typer", "watchfiles"),
)
NO_DURABLE_RULES = (3, 13)
"""From this Python on durable-rules does not run, and the native matcher takes its place."""
OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Finding:
    """One thing looked at; `mend` says what to do when it is wrong."""

    name: str
    value: str
    wrong: bool = False
    mend: str = ""


def run(
    context: typer.Context,
    folder: FolderArgument = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Look at what is installed, and say how to mend it.

    Looked at are versions, terminal, rule base and state folder.

    Exit status: 0 all is well, 1 something is wrong.
    """
    from arguendo.problems import printable

    findings = [
        *versions(),
        *terminal(os.environ),
        *rules(chosen_folder(context, rule_base, folder)),
        *state(),
    ]
    wide = max(len(finding.name) for finding in findings)
    for finding in findings:
        mark = "WRONG" if finding.wrong else "ok   "
        print(printable(f"{mark} {finding.name:<{wide}}  {finding.value}"))
        for line in finding.mend.splitlines():
            print(printable(f"      {'':<{wide}}  → {line}"))
    wrong = sum(finding.wrong for finding in findings)
    print(f"\n{wrong or 'nothing'} {'things are' if wrong > 1 else 'is'} wrong")
    return Status.UNANSWERED if wrong else Status.ANSWERED


def versions() -> Iterator[Finding]:
    """Look at Python, the program and what it needs."""
    running = ".".join(map(str, sys.version_info[:3]))
    old = sys.version_info[:2] < OLDEST_PYTHON
    yield Finding("python", running, old, "run it with Python 3.11 or 3.12" if old else "")
    yield _version(PROGRAM, "install it: make venv, or pip install arguendo")
    if sys.version_info[:2] < NO_DURABLE_RULES:
        yield _version("durable-rules", "install it: pip install durable-rules==2.0.28")
    else:
        yield Finding("durable-rules", "does not run on this Python; the native matcher serves")
    for part in PARTS:
        yield _version(part, f"install it: pip install {part}")


def _version(name: str, mend: str) -> Finding:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, "not installed", wrong=True, mend=mend)


def terminal(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Look at what the terminal can do."""
    from shutil import get_terminal_size

    from arguendo_tui.surroundings import has_terminal, is_dumb

    kind = environment.get("TERM", "")
    if not has_terminal():
        yield Finding("terminal", "none: input or output is a pipe or a file", mend=_LINE_MODE)
    elif is_dumb(environment):
        yield Finding("terminal", f"{kind or 'unknown'}: line mode only", mend=_LINE_MODE)
    else:
        size = get_terminal_size()
        yield Finding("terminal", f"{kind}, {size.columns} columns, {size.lines} lines")
    yield Finding("colours", _colours(environment, kind))
    encoding = sys.stdout.encoding or "unknown"
    is_utf8 = encoding.lower().replace("-", "") == "utf8"
    mend = "" if is_utf8 else "set a UTF-8 locale, or PYTHONUTF8=1, to see ¶ and quotation marks"
    yield Finding("encoding", encoding, mend=mend)


_LINE_MODE = "`arguendo chat` and `arguendo ask` work all the same"


def _colours(environment: Mapping[str, str], kind: str) -> str:
    if environment.get("NO_COLOR"):
        return "none, since NO_COLOR is set"
    if environment.get("COLORTERM") in ("truecolor", "24bit"):
        return "16 million"
    if kind in ("", "dumb"):
        return "none"
    return "256" if "256" in kind else "16"


def rules(folder: Path | None) -> Iterator[Finding]:
    """Look at the rule base, and at what matches its rules."""
    from arguendo.content import find_rule_base

    yield Finding("rule base", str(find_rule_base(folder)))
    try:
        case = open_case(folder)
    except Stop as stop:
        first = str(stop).splitlines()[0]
        mend = f"`{PROGRAM} check` lists all its problems" if folder is None else ""
        yield Finding("rules", first, wrong=True, mend=mend or f"{PROGRAM} check {folder}")
        return
    yield Finding("rules", f"{case.rulebase.name}: {contents(case.rulebase)}")
    yield Finding("digest", case.rulebase.digest)
    why = case.grounding.why_this_matcher
    yield Finding("matcher", f"{case.grounding.matcher_name}{f', since {why}' if why else ''}")


def state() -> Iterator[Finding]:
    """Look at the folder for what is remembered between two runs."""
    from arguendo_tui.surroundings import made, state_folder

    folder = state_folder()
    writable = made(folder)
    mend = "" if writable else "make it writable, or set XDG_STATE_HOME to a folder that is"
    value = str(folder) if writable else f"{folder} cannot be written"
    yield Finding("state folder", value, wrong=not writable, mend=mend)
