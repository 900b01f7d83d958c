"""The program in a real terminal: tmux, by keyboard alone, with and without colours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.fair import write_fair

pytestmark = [
    pytest.mark.evidence,
    pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not here"),
]

_PATIENCE = 30.0


class Terminal:
    """A terminal of 80 columns and 24 lines."""

    def __init__(self, socket: Path, command: str, term: str) -> None:
        self._tmux = ["tmux", "-S", str(socket), "-f", os.devnull]
        self._do("new-session", "-d", "-x", "80", "-y", "24", f"env TERM={term} {command}")

    def type(self, *keys: str) -> None:
        self._do("send-keys", *keys)

    def shows(self, text: str) -> bool:
        """Tell whether a text comes to be on the screen."""
        return self.comes(lambda: text in self._do("capture-pane", "-p"))

    def comes(self, holds: Callable[[], bool]) -> bool:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if holds():
                return True
            time.sleep(0.1)
        return False

    def close(self) -> None:
        self._do("kill-server")

    def _do(self, *words: str) -> str:
        ran = subprocess.run([*self._tmux, *words], capture_output=True, text=True, check=False)
        return ran.stdout


@pytest.mark.parametrize(
    ("term", "more"), [("screen-256color", ""), ("linux", ""), ("linux", "NO_COLOR=1")]
)
def test_one_works_by_keyboard_alone(tmp_path: Path, checkout: Path, term: str, more: str) -> None:
    fair = write_fair(tmp_path / "fair")
    paths = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    settings = f"PYTHONPATH={paths} XDG_STATE_HOME={tmp_path} ARGUENDO_CONFIG=off {more}"
    code = f"from pathlib import Path; from arguendo_tui.app import run; run(Path({str(fair)!r}))"
    terminal = Terminal(tmp_path / "tmux", f'{settings} {sys.executable} -c "{code}"', term)
    try:
        assert terminal.shows("in your own words")
        terminal.type("Does the fair open?", "Enter")
        assert terminal.shows("Yes, that is likely")
        terminal.type("F4")
        assert terminal.shows("Weighed for: The fair opens")
        terminal.type("+")
        assert terminal.shows("[yes]")
        terminal.type("F3")
        assert terminal.shows("stands in the way")
        terminal.type("F9")
        assert terminal.shows("arrows resize")
        terminal.type("Escape")
        terminal.type("F1")
        assert terminal.shows("ask about it")
    finally:
        terminal.close()
