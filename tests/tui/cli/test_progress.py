"""The line that tells how far long work has come."""

from __future__ import annotations

import io

import pytest

from arguendo_tui.cli import progress
from arguendo_tui.cli.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    return now


def test_a_terminal_sees_a_bar_that_is_gone_at_the_end(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = _Terminal()
    monkeypatch.setattr("sys.stderr", out)
    with Progress("traces") as told:
        clock[0] = 10.0
        told(50, 200, 30)
    drawn, wiped = out.getvalue().split("\r")[1:3]
    assert drawn == "██████" + "░" * 18 + " 50 of 200 (25%) traces, 2 a second, 1:15 left"
    assert wiped == " " * len(drawn)


def test_a_file_is_told_now_and_then(
    clock: list[float], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Progress("scenarios") as told:
        clock[0] = 10.0
        told(100, None)
        clock[0] = 40.0
        told(400, None)
    assert capsys.readouterr().err == "400 scenarios, 10 a second\n"
