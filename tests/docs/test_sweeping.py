"""The page about sweeps: its commands print what it shows."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from arguendo_tui.cli import run
from tests.docs.pages import Block, blocks, commands, files, matches, write


@pytest.fixture
def page(checkout: Path) -> list[Block]:
    return blocks((checkout / "docs/sweeping.md").read_text(encoding="utf-8"))


def test_commands_print_what_is_shown(
    page: list[Block],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(files(each for each in page if each.sort == "yaml"), tmp_path)
    for each in page:
        if each.sort == "csv":
            (tmp_path / each.remark).write_text(each.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    sessions = [
        session for each in page if each.sort == "console" for session in commands(each.text)
    ]
    assert len(sessions) == 3
    for command, shown in sessions:
        assert run(shlex.split(command)[1:]) == 0
        printed = capsys.readouterr().out
        assert matches(shown, printed), printed
    assert (tmp_path / "results.csv").is_file()
