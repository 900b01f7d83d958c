from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from arguendo_tui.screens.workspace import Workspace
from tests.tui.driving import BROAD, NARROW, Driven, program

pytest.importorskip("netext")

from arguendo_tui.screens.map import MapScreen
from arguendo_tui.widgets.map_canvas import MapCanvas
from arguendo_tui.widgets.map_sheet import Sheet

OPENS = "Does the fair open?"


async def open_map(ui: Driven, question: str = OPENS) -> MapCanvas:
    if question:
        await ui.ask(question)
    await ui.press("f7")
    await quiet(ui)
    return ui.screen.query_one(MapCanvas)


async def quiet(ui: Driven) -> None:
    """Wait for a chart, its layout, and what that is followed by."""
    for _ in range(2):
        await ui.settle()


async def jump(ui: Driven, words: str) -> None:
    """Go to a statement as one would by pasting its words."""
    await ui.press("slash")
    ui.screen.query_one("#jump-line", Input).value = words
    await ui.press("enter")
    await quiet(ui)


def said(ui: Driven) -> str:
    return str(ui.screen.query_one("#map-heading", Static).content)


@pytest.mark.parametrize("size", [NARROW, BROAD])
async def test_the_argument_around_the_last_answer(fair: Path, size: tuple[int, int]) -> None:
    async with program(fair, size) as ui:
        canvas = await open_map(ui)
        assert ui.focus == "map-canvas"
        assert said(ui).startswith("It is likely that the fair opens.")
        assert canvas.cursor == "opens(fair)"
        # Where there is little room, boxes begin short; what is pointed at is told below.
        assert ("✓ likely" in ui.text()) == (size == BROAD)
        assert "The fair opens: likely" in ui.text()
        await ui.press("escape")
        assert ui.shows(Workspace)


async def test_enter_puts_the_next_statement_in_the_middle(fair: Path) -> None:
    async with program(fair) as ui:
        canvas = await open_map(ui)
        before = canvas.cursor
        await ui.press("tab")
        pointed = canvas.cursor
        assert pointed != before
        await ui.press("shift+tab")
        assert canvas.cursor == before
        await ui.press("tab", "enter")
        await quiet(ui)
        assert isinstance(ui.screen, MapScreen)
        chart = ui.screen.query_one("#map").chart  # type: ignore[attr-defined]
        assert chart.view.focus.key == pointed


async def test_an_assumption_changes_the_picture_and_moves_nothing(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[Sheet] = []
    real = Sheet.__init__

    def counted(self: Sheet, *given: object) -> None:
        laid.append(self)
        real(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Sheet, "__init__", counted)
    async with program(fair) as ui:
        await open_map(ui)
        places = {key: laid[0].region(key) for key in laid[0].keys}
        await jump(ui, "rains")
        await ui.press("alt+y")
        await quiet(ui)
        assert said(ui).startswith("It is not established that the fair opens.")
        assert "◆ assumed" in ui.text()
        assert len(laid) == 1
        assert {key: laid[0].region(key) for key in laid[0].keys} == places
        await ui.press("delete")
        await quiet(ui)
        assert said(ui).startswith("It is likely that the fair opens.")
        await ui.press("escape")
        assert [card.question for card in ui.cards][1:] == [
            "Assume that it rains on the fair.",
            "No longer assume that it rains on the fair.",
        ]


async def test_it_widens_and_narrows(fair: Path) -> None:
    async with program(fair) as ui:
        await open_map(ui, "Does Bob help?")
        assert "Five statements, three more left out." in said(ui)
        await ui.press("greater_than_sign")
        await quiet(ui)
        assert "Seven statements, one more left out." in said(ui)
        await ui.press("less_than_sign", "less_than_sign")
        await quiet(ui)
        assert "Two statements, six more left out." in said(ui)


async def test_zooming_writes_more_or_less_and_arrows_move(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        canvas = await open_map(ui)
        await ui.press("plus", "plus")
        await quiet(ui)
        full = canvas.virtual_size
        await ui.press("minus")
        await quiet(ui)
        assert canvas.virtual_size.height < full.height
        await ui.press("plus", "plus")
        await quiet(ui)
        assert canvas.virtual_size.width > full.width
        canvas.scroll_home(animate=False)
        await ui.press("right", "down")
        assert canvas.scroll_offset == (8, 3)


async def test_home_leads_to_the_same_place_from_everywhere(fair: Path) -> None:
    async with program(fair, (60, 18)) as ui:
        canvas = await open_map(ui)
        await ui.press("plus", "plus")
        await quiet(ui)
        found = set()
        for corner in ((0, 0), (canvas.max_scroll_x, canvas.max_scroll_y)):
            canvas.scroll_to(*corner, animate=False)
            await ui.press("home")
            found.add(canvas.scroll_offset)
        assert len(found) == 1


async def test_one_jumps_to_what_is_not_on_the_map(fair: Path) -> None:
    async with program(fair) as ui:
        canvas = await open_map(ui, "Does Bob help?")
        await jump(ui, "pays")
        assert canvas.cursor == "pays(fair)"
        assert ui.focus == "map-canvas"
        await ui.press("slash", "escape")
        assert ui.focus == "map-canvas"
        assert isinstance(ui.screen, MapScreen)


async def test_what_cannot_be_laid_out_is_told_in_lines(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, is_broken = Sheet.__init__, True

    def fail(self: Sheet, *given: object) -> None:
        if is_broken:
            raise RuntimeError("no way")
        real(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Sheet, "__init__", fail)
    async with program(fair, NARROW) as ui:
        canvas = await open_map(ui)
        assert "cannot be laid out" in said(ui)
        assert "< narrows it, > widens it" in said(ui)
        assert str(canvas.failure) == "no way"
        assert ui.focus == "map-lines"
        assert "✓ The fair opens: likely" in ui.text()
        await ui.press("less_than_sign")
        await quiet(ui)
        assert "✓ The fair opens: likely" in ui.text()
        is_broken = False
        await ui.press("greater_than_sign")
        await quiet(ui)
        assert ui.focus == "map-canvas"
        assert said(ui).startswith("It is likely that the fair opens.")


async def test_without_netext_it_is_told_what_to_do(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "arguendo_tui.screens.map", None)
    async with program(fair, NARROW) as ui:
        await ui.press("f7")
        assert ui.shows(Workspace)
        [note] = ui.app._notifications
        assert "pip install netext" in note.message
