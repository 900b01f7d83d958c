"""Run commands in this process, with what they print and their exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from arguendo_tui.cli import run


class Result(NamedTuple):
    """What a command printed, and its exit status."""

    out: str
    err: str
    status: int

    @property
    def json(self) -> Any:
        """The one object printed."""
        return json.loads(self.out)

    @property
    def jsons(self) -> list[Any]:
        """The objects printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Result]


@pytest.fixture
def arguendo(capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line."""

    def call(*arguments: object) -> Result:
        status = run([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Result(captured.out, captured.err, status)

    return call
