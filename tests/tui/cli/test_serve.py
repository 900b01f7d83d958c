"""`arguendo serve` as a command; what it serves is tested with the server."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from arguendo_tui.cli.commands import serve
from arguendo_tui.cli.console import Status
from tests.tui.cli.conftest import Command


def test_others_are_not_served_without_a_token(
    arguendo: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(serve.TOKEN, raising=False)
    found = arguendo("serve", "--host", "0.0.0.0")
    assert found.status == Status.USAGE
    assert "others can reach 0.0.0.0" in found.err
    assert serve.TOKEN in found.err
    monkeypatch.setenv(serve.TOKEN, "short")
    assert "at least 16 characters" in arguendo("serve").err


def test_what_cannot_be_served_is_told(
    arguendo: Command, monkeypatch: pytest.MonkeyPatch, town: Path
) -> None:
    monkeypatch.setenv(serve.TOKEN, "a-token-of-some-length")
    found = arguendo("serve", "--host", "192.0.2.1", "--port", "0")
    assert found.status == Status.USAGE
    assert "cannot be served" in found.err
    found = arguendo("serve", "--origin", "argue.example.org")
    assert found.status == Status.USAGE
    assert "not an address such as" in found.err
    found = arguendo("serve", "--rule-base", town, "--scenario", "wiling")
    assert found.status == Status.USAGE
    assert "willing" in found.err


def test_what_is_missing_is_named(arguendo: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    found = arguendo("serve")
    assert found.status == Status.USAGE
    assert "pip install 'arguendo[serve]'" in found.err
