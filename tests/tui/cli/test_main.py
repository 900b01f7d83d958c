"""Statuses, streams and guards that all commands share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from arguendo_tui import cli
from arguendo_tui.cli.helping import Group
from tests.tui.cli.conftest import Command

COMMANDS = (
    *("ask", "chat", "check", "test", "doctor"),
    *("fmt", "new", "read-back", "trace-source"),
)


def start(
    checkout: Path, *arguments: str, given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    roots = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    code = "from arguendo_tui.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        input=given,
        env={**os.environ, "PYTHONPATH": roots, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(arguendo: Command, command: str) -> None:
    found = arguendo(command, "--help")
    assert found.status == 0
    assert f"\n  arguendo {command}" in found.out
    assert "--rule-base DIR" in found.out


def test_help_lists_the_commands(arguendo: Command) -> None:
    found = arguendo("--help")
    assert found.status == 0
    assert all(f"\n  {command} " in found.out for command in COMMANDS)


def test_help_groups_the_commands_and_cuts_no_line(
    arguendo: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    told = arguendo("--help").out
    heads = [told.index(f"\n{group}:\n") for group in Group]
    assert heads == sorted(heads)
    listed = told[heads[0] : told.index("Examples:")]
    lines = [
        line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line.strip()
    ]
    assert sorted(lines) == cli.command_names()
    assert "..." not in listed


@pytest.mark.parametrize("arguments", [("help", "check"), ("check", "-h")])
def test_help_is_found_however_it_is_asked_for(arguendo: Command, arguments: Sequence[str]) -> None:
    assert arguendo(*arguments) == arguendo("check", "--help")


def test_wrong_usage_of_a_command_leads_to_its_own_help(arguendo: Command) -> None:
    found = arguendo("check", "--explain")
    assert (found.status, found.out) == (2, "")
    assert "hint: arguendo check --help tells more" in found.err


@pytest.mark.parametrize("command", [("check",), ("test",), ("ask", "What are the facts?")])
def test_commands_take_the_rule_base_that_one_stands_in(
    arguendo: Command, town: Path, monkeypatch: pytest.MonkeyPatch, command: Sequence[str]
) -> None:
    named = arguendo(*command, "--rule-base", town)
    monkeypatch.chdir(town)
    assert arguendo(*command) == named
    monkeypatch.chdir(town.parent)
    assert arguendo(*command) != named


def test_a_folder_in_place_of_a_name_is_told_where_it_goes(arguendo: Command, town: Path) -> None:
    for command in ("test", "read-back"):
        found = arguendo(command, town)
        assert (found.status, found.out) == (2, "")
        assert f"hint: for the folder: --rule-base {town}" in found.err


def test_the_version_is_printed(arguendo: Command) -> None:
    found = arguendo("--version")
    assert (found.status, found.out.split()[0]) == (0, "arguendo")


def test_an_unknown_command_gets_the_nearest(arguendo: Command) -> None:
    found = arguendo("chekc")
    assert (found.status, found.out) == (2, "")
    assert "'check'" in found.err


def test_a_question_in_place_of_a_command_is_told_how_to_ask(arguendo: Command) -> None:
    found = arguendo("What are the rules?")
    assert found.status == 2
    assert "arguendo ask" in found.err


def test_complaints_are_safe_to_print(arguendo: Command) -> None:
    found = arguendo("\x1b]0;x\x07")
    assert found.status == 2
    assert "\x1b" not in found.err


def test_without_a_terminal_the_program_does_not_open(arguendo: Command) -> None:
    found = arguendo()
    assert found.status == 2
    assert "arguendo chat" in found.err


@pytest.mark.parametrize(
    ("raised", "status"),
    [(KeyboardInterrupt(), 130), (RuntimeError("the \x1b roof"), 70)],
)
def test_nothing_ends_in_a_trace(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    raised: BaseException,
    status: int,
) -> None:
    def fail(_: Sequence[str]) -> int:
        raise raised

    monkeypatch.setattr(cli, "_guarded", fail)
    assert cli.run([]) == status
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert "\x1b" not in told
    if isinstance(raised, RuntimeError):
        assert "RuntimeError" in told
        monkeypatch.setenv(cli.DEBUG, "1")
        with pytest.raises(RuntimeError):
            cli.run([])


HEAVY = ("textual", "prompt_toolkit", "rich", "asyncio", "numpy", "scipy", "sklearn", "netext")
MAKING = ("yaml", "tomllib")
"""What is only loaded to make what is kept from then on."""


def test_asking_loads_only_what_it_needs(checkout: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from arguendo_tui.cli import run; run(['ask', 'Why?']);"
        f"print(sorted({{*{HEAVY + MAKING}}} & set(sys.modules)))"
    )
    roots = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    loaded = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": roots, "ARGUENDO_CACHE": str(tmp_path)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=True,
        )
        loaded.append(done.stdout.splitlines()[-1])
    assert loaded == [str(sorted(MAKING)), "[]"]


def test_a_dialogue_through_a_pipe(checkout: Path) -> None:
    done = start(checkout, "ask", "--dialogue", "-", given="Why?\n\nWhat are the rules?\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 2


def test_the_exit_status_is_that_of_the_process(checkout: Path) -> None:
    assert start(checkout, "ask").returncode == 2


def test_an_encoding_that_lacks_a_sign_is_no_error(checkout: Path) -> None:
    done = start(checkout, "ask", "What are the facts?", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_goes_away_is_no_error(checkout: Path) -> None:
    roots = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    code = "from arguendo_tui.cli import main; main()"
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-c", code, "check"],
            env={**os.environ, "PYTHONPATH": roots},
            stdout=closed,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (141, b"")
