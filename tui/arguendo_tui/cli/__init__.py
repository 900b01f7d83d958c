"""The command line, a file a command; it owns the standard streams and the exit statuses."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from arguendo_tui.cli.console import (
    PROGRAM,
    RuleBaseOption,
    ScenarioOption,
    Status,
    Stop,
    complain,
    stay,
)
from arguendo_tui.cli.helping import Commands, Group
from arguendo_tui.cli.sitting import (
    NoJournalOption,
    ResumeOption,
    Wish,
    folder_for,
    opened,
    sitting_for,
    with_resume_given,
)

DEBUG = "ARGUENDO_DEBUG"

EXAMPLES = """Examples:

  arguendo

  arguendo ask "What are the open questions?"

  arguendo --rule-base ./my-rules chat

  arguendo --resume
"""

_FOLDER = Path(__file__).parent / "commands"


def main() -> NoReturn:
    """Run the program with the arguments of the process, and end it.

    Garbage is not collected in a process that answers and ends: looking for it while a rule base
    loads, and once more at the end, is a sixth of the time that an answer takes.
    """
    gc.disable()
    status = run(sys.argv[1:])
    gc.freeze()
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status; nothing but a debug run ends in a trace."""
    if arguments[:1] == ["help"]:
        arguments = [*arguments[1:], "--help"]
    _make_streams_safe()
    try:
        status = _guarded(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; the interpreter would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return Status.PIPE_CLOSED
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        said = f"{PROGRAM}: something went wrong that should not: {type(error).__name__}: {error}"
        complain(said, f"{DEBUG}=1 in the environment shows where")
        return Status.BROKEN_PROGRAM
    return status


def _guarded(arguments: Sequence[str]) -> int:
    try:
        return int(
            _application(_needed(arguments))(
                with_resume_given(arguments, command_names()),
                prog_name=PROGRAM,
                standalone_mode=False,
            )
            or 0
        )
    except Stop as stop:
        if stop.output:
            print(stop.output)
        if str(stop):
            lead = f"{PROGRAM}: " if stop.status is Status.USAGE else ""
            complain(f"{lead}{stop}", stop.hint)
        return stop.status
    except typer.TyperException as error:
        return _wrong_usage(error, arguments)
    except typer.Abort:
        return Status.INTERRUPTED
    except SystemExit as ended:
        # Typer ends the process by itself when a pipe is closed.
        if isinstance(ended.__context__, BrokenPipeError):
            raise ended.__context__ from None
        raise


def _wrong_usage(error: typer.TyperException, arguments: Sequence[str]) -> int:
    context = getattr(error, "ctx", None)
    if context is not None:
        complain(context.get_usage())
    command = next((each for each in arguments if each in command_names()), "")
    hint = f"{PROGRAM} {command} --help tells more" if command else f"{PROGRAM} --help lists all"
    if any(" " in argument for argument in arguments[:1]):
        hint = f'to ask a question: {PROGRAM} ask "…"'
    complain(f"{PROGRAM}: {error.format_message()}", hint)
    return Status.USAGE


def command_names() -> list[str]:
    """List the names of all commands: those of the files, with hyphens."""
    files = (file.stem for file in _FOLDER.glob("[!_]*.py"))
    return sorted(name.replace("_", "-") for name in files)


def _needed(arguments: Sequence[str]) -> Iterable[str]:
    """Return the commands that the arguments name, else all: every import costs time."""
    known = command_names()
    return known if arguments[:1] in (["--help"], ["-h"]) else set(arguments) & set(known) or known


def _application(names: Iterable[str]) -> typer.Typer:
    application = typer.Typer(
        cls=Commands,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    application.callback(invoke_without_command=True, epilog=EXAMPLES)(_begin)
    for name in names:
        module = import_module(f"arguendo_tui.cli.commands.{name.replace('-', '_')}")
        group = getattr(module, "GROUP", Group.ASKING)
        application.command(name, epilog=module.EXAMPLES, rich_help_panel=group)(module.run)
    return application


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"{PROGRAM} {version(PROGRAM)}")
        raise typer.Exit


def _begin(
    context: typer.Context,
    rule_base: RuleBaseOption = None,
    scenario: ScenarioOption = None,
    resume: ResumeOption = None,
    no_journal: NoJournalOption = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version."),
    ] = False,
) -> int:
    """Argue both ways: what follows from a rule base, why, and what would change it.

    Without a command it opens in the terminal.
    """
    del version
    if context.invoked_subcommand is not None:
        return Status.ANSWERED
    from arguendo_tui.surroundings import has_terminal, is_dumb

    if not has_terminal():
        raise Stop("the program opens in a terminal only", f"in a pipe: {PROGRAM} chat")
    wish = Wish(folder_for(context, rule_base, resume), scenario, resume, no_journal)
    sitting = sitting_for(wish)
    if is_dumb(os.environ):
        from arguendo_tui.line import talk

        case = opened(sitting, scenario)
        stay()
        return talk(case, sitting)
    from arguendo_tui.app import run as open_app

    stay()
    return open_app(sitting.rule_base, scenario, sitting) or Status.ANSWERED


def _make_streams_safe() -> None:
    """Read and print what the encoding lacks as something else, rather than fail."""
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)
