"""What all commands share: the rule base they open, how they print, how they give up."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.library import RuleBaseError
    from arguendo.rulebase import RuleBase

PROGRAM = "arguendo"


class Status(IntEnum):
    """Exit statuses."""

    ANSWERED = 0
    UNANSWERED = 1
    """Out of scope, or needs clarifying; of `test` and `doctor`: something is wrong."""
    USAGE = 2
    BROKEN_RULE_BASE = 3
    BROKEN_PROGRAM = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class Stop(Exception):
    """A command cannot go on: what is wrong, what to do about it, and the exit status.

    What belongs on the standard output all the same, such as JSON, is in `output`.
    """

    def __init__(
        self, message: str, hint: str = "", status: Status = Status.USAGE, output: str = ""
    ) -> None:
        """Say what is wrong; an empty message prints nothing."""
        self.hint = hint
        self.status = status
        self.output = output
        super().__init__(message)


RuleBaseOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--rule-base",
        metavar="DIR",
        help="Folder of a rule base; default: the current folder if it is one, else the article.",
    ),
]
Sentences: TypeAlias = list[str] | None
AssumeOption: TypeAlias = Annotated[
    Sentences, typer.Option("--assume", metavar="SENTENCE", help="Assume this; may be repeated.")
]
SupposeAwayOption: TypeAlias = Annotated[
    Sentences,
    typer.Option(
        "--suppose-away", metavar="SENTENCE", help="Take this not to be so; may be repeated."
    ),
]
OutOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write it there; default: standard output."),
]
ScenarioOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--scenario", metavar="NAME", help="Scenario to begin with."),
]


FolderArgument: TypeAlias = Annotated[
    Path | None, typer.Argument(metavar="DIR", help="The same as --rule-base DIR.")
]


def named_folder(context: typer.Context, given: Path | None) -> Path | None:
    """Return the folder given to a command, else the one given before its name."""
    before = context.find_root().params.get("rule_base")
    return given or (Path(before) if before else None)


def chosen_folder(
    context: typer.Context, given: Path | None, argument: Path | None = None
) -> Path | None:
    """Return the folder named, else the one stood in if it is a rule base; None is the article's.

    Raises `Stop` when argument and option name two.
    """
    if argument and given and argument != given:
        raise Stop("DIR and --rule-base name two folders")
    return named_folder(context, argument or given) or _folder_stood_in()


def _folder_stood_in() -> Path | None:
    from arguendo.content import find_rule_base, is_rule_base

    here = Path()
    is_own = is_rule_base(here) and here.resolve() != find_rule_base().resolve()
    return here if is_own else None


def open_case(
    folder: Path | None,
    scenario: str | None = None,
    *,
    as_json: bool = False,
    editing: bool = False,
) -> Case:
    """Open a case. Raises `Stop` with all problems of the rule base, or the nearest scenario.

    `editing` is for one of many versions of a rule base, each of which is opened once.
    """
    from arguendo.case import Case

    rulebase = open_rule_base(folder, as_json=as_json)
    if scenario and scenario not in rulebase.scenario:
        raise unknown("scenario", scenario, rulebase.scenario)
    return Case.of(rulebase, scenario, editing=editing)


def open_rule_base(folder: Path | None, *, as_json: bool = False) -> RuleBase:
    """Load a rule base. Raises `Stop` with all of its problems."""
    from arguendo.library import RuleBaseError, load

    try:
        return load(folder)
    except RuleBaseError as error:
        raise _refused(error, as_json) from error


def stay() -> None:
    """Collect garbage from here on: the process lives on, and what it has loaded stays."""
    gc.freeze()
    gc.enable()


def unknown(what: str, name: str, known: Iterable[str]) -> Stop:
    """Refuse a name that nothing has, with the nearest one that something has."""
    from arguendo.content import is_rule_base
    from arguendo.problems import did_you_mean

    if is_rule_base(Path(name)):
        raise Stop(f"there is no {what} “{name}”", f"for the folder: --rule-base {quote(name)}")
    names = list(known)
    hint = did_you_mean(name, names) or f"one of: {', '.join(names)}"
    return Stop(f"there is no {what} “{name}”", hint if names else "")


def _refused(error: RuleBaseError, as_json: bool) -> Stop:
    """Tell the problems of a rule base: as JSON for programs, with excerpts for people."""
    if as_json:
        from arguendo.export.replies import problem_list
        from arguendo.export.wire import encode

        listed = encode(problem_list(error.problems))
        return Stop("", status=Status.BROKEN_RULE_BASE, output=listed)
    return Stop(str(error), status=Status.BROKEN_RULE_BASE)


def width() -> int | None:
    """Return the columns to wrap text to, None when it goes into a pipe or a file."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


def complain(text: str, hint: str = "") -> None:
    """Print a complaint, which may have several lines, on the standard error."""
    from arguendo.problems import clipped, printable

    lines = [*text.splitlines(), *(f"  hint: {line}" for line in hint.splitlines())]
    print("\n".join(printable(clipped(line)) for line in lines), file=sys.stderr)
