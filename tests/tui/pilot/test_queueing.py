"""Keys keep their order through dialogs, pastes and resizes, and none is held for good."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size
from textual.widgets import Input

from arguendo_tui import queueing
from arguendo_tui.screens.help import HelpScreen
from arguendo_tui.screens.problems import ProblemsScreen
from arguendo_tui.screens.searching import SearchScreen
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets.prompt import Line
from tests.tui.driving import BROAD, NARROW, Driven, program, started
from tests.tui.fair import RULES, write_fair


def key(name: str) -> events.Key:
    return events.Key(name, name if len(name) == 1 else None)


async def at_once(ui: Driven, *some: events.Event | str) -> None:
    """Let things happen of which none waits for the one before."""
    for each in some:
        ui.app.post_message(key(each) if isinstance(each, str) else each)
    await ui.settle()


def resized(to: tuple[int, int]) -> events.Resize:
    return events.Resize(Size(*to), Size(*to))


@pytest.fixture
def soon_impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queueing, "TICK", 0.0)


async def hung(ui: Driven, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Let the screen wait, with a question, for something that may never come."""
    freed = asyncio.Event()
    begun = asyncio.Event()

    async def wait(self: Workspace, text: str) -> None:
        begun.set()
        await freed.wait()

    ui.app.set_timer(5, freed.set)  # so that a test that fails comes to its end
    monkeypatch.setattr(Workspace, "_ask", wait)
    ui.app.post_message(key("x"))
    ui.app.post_message(key("enter"))
    await begun.wait()
    return freed


async def until(ui: Driven, end: asyncio.Event) -> None:
    async with asyncio.timeout(5):
        await end.wait()


async def test_what_is_typed_after_a_dialog_is_called_is_written_there(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await at_once(ui, "ctrl+f", *"rain")
        assert ui.shows(SearchScreen)
        assert ui.screen.query_one(Input).value == "rain"
        await at_once(ui, "escape", *"why", "ctrl+f", "escape", *"not")
        assert ui.shows(Workspace)
        assert ui.screen.query_one(Line).value == "whynot"


async def test_a_paste_keeps_its_place_among_keys(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await at_once(ui, *"help", "enter", events.Paste("why "), "n", "left", "o", "enter", "x")
        assert [card.question for card in ui.cards] == ["help", "why on"]
        assert ui.screen.query_one(Line).value == "x"


async def test_a_resize_amid_keys_loses_none(fair: Path) -> None:
    async with program(fair, BROAD) as ui:
        some = ["f4", resized(NARROW), *"he", resized(BROAD), *"lp", "enter", resized(NARROW), "w"]
        await at_once(ui, *some)
        assert [card.question for card in ui.cards] == ["help"]
        assert ui.screen.query_one(Line).value == "w"


async def test_what_is_typed_while_mended_rules_are_read_again_is_not_lost(tmp_path: Path) -> None:
    folder = write_fair(tmp_path / "fair", rules=RULES.replace("then:", "than:"))
    async with program(folder, NARROW) as ui:
        assert ui.shows(ProblemsScreen)
        write_fair(folder)
        await at_once(ui, "ctrl+r", *"help", "enter")
        await started(ui)
        assert [card.question for card in ui.cards] == ["help"]


@pytest.mark.parametrize("held", [(), ("tab", "f4", *"help")])
@pytest.mark.usefixtures("soon_impatient")
async def test_the_program_is_left_though_a_screen_hangs(
    fair: Path, monkeypatch: pytest.MonkeyPatch, held: Sequence[str]
) -> None:
    async with program(fair, NARROW) as ui:
        left = asyncio.Event()
        monkeypatch.setattr(ui.app, "_quit", left.set)
        freed = await hung(ui, monkeypatch)
        for name in (*held, "ctrl+q"):
            ui.app.post_message(key(name))
        await until(ui, left)
        freed.set()


@pytest.mark.usefixtures("soon_impatient")
async def test_keys_keep_their_order_again_once_a_screen_that_hung_goes_on(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(fair, NARROW) as ui:
        asked = Workspace._ask
        freed = await hung(ui, monkeypatch)
        monkeypatch.setattr(Workspace, "_ask", asked)
        for name in "ab":
            ui.app.post_message(key(name))
        for _ in range(3 * queueing.PATIENCE):
            await asyncio.sleep(0)
        freed.set()
        await ui.settle()
        await at_once(ui, "ctrl+u", *"help", "enter", *"why", "enter", "m", "f1")
        assert ui.shows(HelpScreen)
        assert [card.question for card in ui.cards] == ["help", "why"]


@pytest.mark.usefixtures("soon_impatient")
async def test_a_way_that_is_lost_holds_no_key(fair: Path) -> None:
    """What is closed the moment that it is waited for may never come to its turn."""
    async with program(fair, NARROW) as ui:
        queue = ui.app._queue
        queue._way = queueing._Way(0)
        queue._handed += 1
        await at_once(ui, *"help", "enter")
        assert [card.question for card in ui.cards] == ["help"]
        await at_once(ui, *"why", "enter", "x")
        assert [card.question for card in ui.cards] == ["help", "why"]
