"""The program ends with its terminal."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from arguendo_tui.app import HUNG_UP
from tests.tui.fair import write_fair

pty = pytest.importorskip("pty")

PATIENCE = 30.0


def test_a_program_whose_terminal_is_gone_ends(tmp_path: Path, checkout: Path) -> None:
    paths = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    surroundings = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": paths, "TERM": "xterm"}
    fair = write_fair(tmp_path / "fair")
    opened = f"run(Path({str(fair)!r}))"
    code = f"from pathlib import Path; from arguendo_tui.app import run; exit({opened})"
    ours, its = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=its,
        stdout=its,
        stderr=its,
        env=surroundings,
        start_new_session=True,
    )
    os.close(its)
    try:
        _await(ours, b"Ask")
        os.close(ours)
        assert program.wait(PATIENCE) == HUNG_UP
    finally:
        program.kill()


def _await(terminal: int, text: bytes) -> None:
    """Read what the program writes until a text is among it."""
    seen, until = b"", time.monotonic() + PATIENCE
    while text not in seen:
        assert time.monotonic() < until, seen
        seen += os.read(terminal, 4096)
