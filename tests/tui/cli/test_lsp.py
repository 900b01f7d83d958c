"""`arguendo lsp` as a command; what it serves is tested with the language server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from arguendo_tui.cli.console import Status
from tests.tui.cli.conftest import Command
from tests.tui.town import RULES, write_town


def serve(checkout: Path, spoken: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run the command as an editor would, until all is said."""
    path = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    return subprocess.run(
        [sys.executable, "-c", "from arguendo_tui.cli import main; main()", "lsp"],
        env={**os.environ, "PYTHONPATH": path},
        input=spoken,
        capture_output=True,
        timeout=60,
        check=False,
    )


def message(method: str, number: int | None = None, **params: object) -> bytes:
    said = {"jsonrpc": "2.0", "method": method, "params": params}
    body = json.dumps(said if number is None else {**said, "id": number}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def test_it_ends_when_the_editor_is_gone(checkout: Path) -> None:
    done = serve(checkout, b"")
    assert (done.returncode, done.stdout) == (Status.ANSWERED, b"")


def test_what_it_refuses_is_told_to_the_editor_only(checkout: Path, tmp_path: Path) -> None:
    file = write_town(tmp_path) / "rules" / "town.yaml"
    document = {"uri": file.as_uri()}
    opened = {**document, "languageId": "yaml", "version": 1, "text": RULES}
    column = RULES.split("\n")[1].index("id: ") + len("id: ")
    done = serve(
        checkout,
        message("initialize", 1, capabilities={}, processId=None, rootUri=tmp_path.as_uri())
        + message("initialized")
        + message("textDocument/didOpen", textDocument=opened)
        + message(
            "textDocument/rename",
            2,
            textDocument=document,
            position={"line": 1, "character": column},
            newName="No id",
        )
        + message("shutdown", 3)
        + message("exit"),
    )
    assert b"cannot be an id" in done.stdout
    assert done.stderr == b""


def test_by_hand_it_says_what_it_is_for(arguendo: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    found = arguendo("lsp")
    assert (found.out, found.status) == ("", Status.USAGE)
    assert "started by an editor" in found.err
