"""`arguendo mcp` as a command; what it serves is tested with the server."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult

from arguendo_tui.cli.commands import mcp
from arguendo_tui.cli.console import Status
from tests.tui.cli.conftest import Command


async def test_a_client_starts_it_asks_assumes_and_asks_again(checkout: Path) -> None:
    path = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    folder = str(checkout / "examples" / "animals")
    program = "from arguendo_tui.cli import main; main()"
    started = StdioServerParameters(
        command=sys.executable,
        args=["-c", program, "mcp", "--rule-base", folder],
        env={**os.environ, "PYTHONPATH": path},
    )
    async with Client(started, read_timeout_seconds=60) as client:

        async def status() -> object:
            found = await client.call_tool("ask", {"question": "Is the animal a mammal?"})
            assert isinstance(found, CallToolResult)
            assert isinstance(found.structured_content, dict)
            assert found.structured_content["certified"]
            return found.structured_content["answer"]["answer"]["status"]

        assert await status() == "not established"
        await client.call_tool("assume", {"assume": {"the animal has hair": True}})
        assert await status() == "holds"


def test_others_are_not_served_without_a_token(
    arguendo: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(mcp.TOKEN, raising=False)
    found = arguendo("mcp", "--http", "--host", "0.0.0.0")
    assert found.status == Status.USAGE
    assert mcp.TOKEN in found.err
    monkeypatch.setenv(mcp.TOKEN, "short")
    assert "at least 16 characters" in arguendo("mcp", "--http", "--host", "0.0.0.0").err


def test_an_address_that_cannot_be_had_is_told(
    arguendo: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(mcp.TOKEN, "a-token-of-some-length")
    found = arguendo("mcp", "--http", "--host", "192.0.2.1", "--port", "0")
    assert found.status == Status.USAGE
    assert "cannot be served" in found.err


def test_what_is_missing_is_told(arguendo: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    found = arguendo("mcp")
    assert found.status == Status.USAGE
    assert "arguendo[mcp]" in found.err


def test_an_unknown_scenario_is_refused(arguendo: Command) -> None:
    assert arguendo("mcp", "--scenario", "nowhere").status == Status.USAGE
