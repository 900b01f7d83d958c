"""`arguendo lsp` as a command; what it serves is tested with the language server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from arguendo_tui.cli.console import Status
from tests.tui.cli.conftest import Command


def test_it_ends_when_the_editor_is_gone(checkout: Path) -> None:
    path = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    done = subprocess.run(
        [sys.executable, "-c", "from arguendo_tui.cli import main; main()", "lsp"],
        env={**os.environ, "PYTHONPATH": path},
        input=b"",
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (Status.ANSWERED, b"")


def test_by_hand_it_says_what_it_is_for(arguendo: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    found = arguendo("lsp")
    assert (found.out, found.status) == ("", Status.USAGE)
    assert "started by an editor" in found.err
