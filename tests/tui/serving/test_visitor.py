"""The program as a visitor has it: all may be asked, and nothing on the server changes."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest

from arguendo_tui.presenters.labels import Paragraph
from arguendo_tui.screens.help import HelpScreen
from arguendo_tui.serving.begun import Visit, read, written
from arguendo_tui.serving.visitor import VisitorApp, VisitorWorkspace
from arguendo_tui.serving.visits import PROGRAM, surroundings
from arguendo_tui.widgets.prompt import Line
from arguendo_tui.widgets.setting import Prose
from tests.tui.driving import BROAD, Driven, started

BUILDS = "Does the town build a bridge?"


@asynccontextmanager
async def visitor(town: Path, scenario: str = "", ask: str = "") -> AsyncIterator[Driven]:
    app = VisitorApp(Visit(str(town), scenario, ask))
    async with app.run_test(size=BROAD) as pilot:
        driven = Driven(app, pilot)
        await started(driven)
        yield driven


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_the_first_question_is_put_as_if_typed(town: Path) -> None:
    async with visitor(town, "willing", BUILDS) as ui:
        assert [card.question for card in ui.cards] == [BUILDS]
        assert "Yes, that is likely: the town builds a bridge." in ui.text()
        assert "The will is there" in ui.status
        await ui.press("up")
        assert ui.screen.query_one(Line).value == BUILDS


async def test_a_scenario_that_is_gone_is_told(town: Path) -> None:
    async with visitor(town, "nowhere") as ui:
        assert "there is no scenario “nowhere”" in ui.text()


async def test_nothing_is_edited_or_kept(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGUENDO_JOURNAL", str(town / "journal"))
    monkeypatch.setenv("XDG_STATE_HOME", str(town / "state"))
    before = files(town)
    async with visitor(town) as ui:
        screen = cast(VisitorWorkspace, ui.screen)
        await ui.ask(BUILDS)
        await ui.press("f5", "alt+e")
        assert ui.screen is screen
        assert "e Edit" not in ui.text()
        assert "e: edit" not in ui.text()
        await ui.press("ctrl+n", "ctrl+s")
        screen.edit("rules/town.yaml")
        await ui.settle()
        assert ui.screen is screen
        await ui.press("f9", "right", "escape")
        names = [each.name for each in screen.commands()]
        assert "Search the conversation" in names
        assert not [each for each in names if "Edit" in each or each.startswith(("New", "Save"))]
        await ui.press("f1")
        assert "edit" not in "\n".join(paragraph.label.plain for paragraph in _told(ui))
    assert files(town) == before


def _told(ui: Driven) -> tuple[Paragraph, ...]:
    """Return the help."""
    assert isinstance(ui.screen, HelpScreen)
    return ui.screen.query_one(Prose).paragraphs


async def test_a_broken_rule_base_is_not_edited_either(town: Path) -> None:
    rules = town / "rules" / "town.yaml"
    rules.write_text(rules.read_text().replace("then:", "than:"))
    async with visitor(town) as ui:
        first = ui.screen
        await ui.press("alt+e")
        assert type(ui.screen) is type(first)
        assert "than" in ui.text()


async def test_it_ends_with_the_server_however_that_came_about(town: Path, checkout: Path) -> None:
    """Its input ends, as when the server is killed: nobody asks it to leave."""
    roots = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    given = {**os.environ, "PYTHONPATH": roots}
    process = await asyncio.create_subprocess_exec(
        *PROGRAM,
        stdin=PIPE,
        stdout=PIPE,
        env=surroundings(given, Visit(str(town)), 80, 24),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    async with asyncio.timeout(60):
        assert await process.stdout.readline() == b"__GANGLION__\n"
        process.stdin.close()
        await process.stdout.read()
        assert await process.wait() == 0


def test_a_visit_is_handed_over_as_it_is() -> None:
    visit = Visit("a b", "willing", "Why “this” $(id)?\n", True)
    assert read(written(visit)) == visit
    assert sys.executable == PROGRAM[0]
