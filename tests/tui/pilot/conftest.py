from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual._compositor import Compositor

from arguendo_tui.screens.editor import Editor
from arguendo_tui.screens.new_rule import NewRuleScreen
from arguendo_tui.screens.workspace import Workspace
from tests.tui.driving import FRAME
from tests.tui.fair import write_fair


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    """The folder of a small rule base."""
    return write_fair(tmp_path / "fair")


@pytest.fixture(autouse=True)
def _unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay out at once, and paint only what a test reads: most frames nobody would see."""

    def painted(compositor: Compositor, *_: object, **__: object) -> None:
        compositor._dirty_regions.clear()

    async def rest(*_: float) -> None:
        await asyncio.sleep(2 * FRAME)

    monkeypatch.setattr(Compositor, "render_update", painted)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", FRAME)
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", rest)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work everything out without a pause."""
    for screen in (Workspace, Editor, NewRuleScreen):
        monkeypatch.setattr(screen, "PAUSE", 0)
