"""Every key acts from everywhere, and letters write wherever one is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Input

from arguendo_tui.app import ArguendoApp
from arguendo_tui.preferences import Preferences
from arguendo_tui.presenters.actions import ACTIONS, LEARN
from arguendo_tui.presenters.help import WRITING
from arguendo_tui.presenters.tiling import BOARD, CHAT, MAP, REPLAY, RULES, SOURCE, WHY
from arguendo_tui.screens.arranging import ArrangeScreen, JumpScreen
from arguendo_tui.screens.editor import Editor
from arguendo_tui.screens.learn import LearnScreen
from arguendo_tui.screens.new_rule import NewRuleScreen
from arguendo_tui.screens.scenarios import CompareScreen, NameScreen
from arguendo_tui.screens.searching import SearchScreen
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets.assumptions import Toggles
from arguendo_tui.widgets.panes import Panes
from arguendo_tui.widgets.prompt import Line
from tests.tui.driving import BROAD, NARROW, Driven, program, started

OPENS = "Does the fair open?"


def pane_in_front(ui: Driven) -> str:
    """Name the pane where one is, or the screen over the panes."""
    if isinstance(ui.screen, Workspace):
        return ui.screen.query_one(Panes).current
    return {"MapScreen": MAP}.get(type(ui.screen).__name__, type(ui.screen).__name__)


def all_pairs(keys: Sequence[str]) -> Iterator[str]:
    """Go through keys so that each follows each once (a sequence of de Bruijn)."""
    for place, key in enumerate(keys):
        yield key
        for later in keys[place + 1 :]:
            yield from (key, later)
    yield keys[0]


LEADS = {
    "f1": "HelpScreen",
    "f2": CHAT,
    "f3": WHY,
    "f4": BOARD,
    "f5": RULES,
    "f6": SOURCE,
    "f7": MAP,
    "f8": REPLAY,
}


async def walk(ui: Driven, keys: Iterable[str]) -> None:
    """Press keys one after the other, each of which has to lead where it leads."""
    await ui.ask(OPENS)
    before = CHAT
    for key in keys:
        # Help and the map are put away by the key that leads there.
        away = before == LEADS[key] and before in ("HelpScreen", MAP)
        await ui.pilot.press(key)
        for _ in range(20):
            now = pane_in_front(ui)
            reached = now != before if away else now == LEADS[key]
            if reached:
                break
            await ui.pilot.pause()
        assert reached, (before, key)
        before = now


async def test_each_place_is_reached(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await walk(ui, [*LEADS, "f7", "f1", "f3"])


@pytest.mark.evidence
@pytest.mark.parametrize("size", [NARROW, BROAD])
async def test_each_place_is_reached_from_each(fair: Path, size: tuple[int, int]) -> None:
    async with program(fair, size) as ui:
        await walk(ui, all_pairs([*LEADS]))


KINDS: dict[str, type[Screen[Any]]] = {
    "f9": ArrangeScreen,
    "ctrl+l": LearnScreen,
    "ctrl+g": JumpScreen,
    "ctrl+f": SearchScreen,
    "ctrl+s": NameScreen,
    "ctrl+e": CompareScreen,
    "ctrl+n": NewRuleScreen,
}


VIEWS: tuple[tuple[str, ...], ...] = (("f5", "slash"), ("f7",), ("f7", "f1"), ("ctrl+l",))
"""Where one may be: in a filter, on the map, in the help over it, at the exercises."""


@asynccontextmanager
async def with_a_memory(fair: Path, memory: Path, size: tuple[int, int]) -> AsyncIterator[Driven]:
    app = ArguendoApp(fair, chosen=Preferences(memory=memory))
    async with app.run_test(size=size) as pilot:
        ui = Driven(app, pilot)
        await started(ui)
        yield ui


async def act(ui: Driven, views: Sequence[tuple[tuple[str, ...], str]]) -> None:
    """Do, from views, what leads to a screen of its own."""
    await ui.ask(OPENS)
    await ui.ask("Assume that Bob helps.")
    for view, key in views:
        if (key,) != view:
            await ui.pilot.press(*view, key)
            await ui.settle()
            assert ui.shows(KINDS[key]), (view, key)
            await ui.pilot.press("escape", "escape")


async def test_what_can_be_done_anywhere_is(fair: Path, tmp_path: Path) -> None:
    async with with_a_memory(fair, tmp_path / "state", NARROW) as ui:
        await act(ui, [*zip(VIEWS, ("f9", "ctrl+l", "ctrl+f", "ctrl+n"), strict=True)])
        await ui.press("f7", "ctrl+o")
        assert ui.cards[-1].is_unfolded
        await ui.press("f7", "f1", "ctrl+z")
        assert ui.cards[-1].question.startswith(("Undo", "Take the last"))


@pytest.mark.evidence
@pytest.mark.parametrize("size", [NARROW, BROAD])
@pytest.mark.parametrize("view", VIEWS)
async def test_what_can_be_done_anywhere_is_from_each_view(
    fair: Path, tmp_path: Path, view: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with with_a_memory(fair, tmp_path / "state", size) as ui:
        await act(ui, [(view, key) for key in KINDS])
        await ui.press(*view, "f10")
        assert isinstance(ui.screen, Workspace)
        assert len(ui.screen.query_one(Panes).shown) == 1
        await ui.press(*view, "ctrl+o")
        assert ui.cards[-1].is_unfolded
        await ui.press(*view, "ctrl+z")
        assert ui.cards[-1].question.startswith(("Undo", "Take the last"))


SAID = {"space": " ", "minus": "-", "question_mark": "?"}


async def at_once(ui: Driven, *keys: str) -> None:
    """Press keys of which none waits for the one before, as a slow program gets them."""
    for key in keys:
        ui.app.post_message(events.Key(key, SAID.get(key, key if len(key) == 1 else None)))
    await ui.settle()


@pytest.mark.parametrize("size", [NARROW, pytest.param(BROAD, marks=pytest.mark.evidence)])
async def test_a_sentence_is_written_wherever_one_begins_it(
    fair: Path, size: tuple[int, int]
) -> None:
    async with program(fair, size) as ui:
        await ui.ask(OPENS)
        turns = len(ui.cards)
        for place, letter in zip(
            ("f3", "f4", "f5", "f6", "f7", "f8", "f1"), "eysgx7q", strict=True
        ):
            await ui.pilot.press(place)
            await ui.pilot.pause()
            await at_once(ui, letter, "m", "space", "E")
            line = ui.screen.query_one(Line)
            assert (line.value, ui.focus) == (f"{letter}m E", "line"), place
            line.value = ""
        await ui.settle()
        assert len(ui.cards) == turns
        assert isinstance(ui.screen, Workspace)


@pytest.mark.parametrize("place", ["f3", "f7"])
async def test_keys_that_come_all_at_once_are_all_written(fair: Path, place: str) -> None:
    async with program(fair, NARROW) as ui:
        await ui.ask(OPENS)
        turns = len(ui.cards)
        await ui.press(place)
        await at_once(ui, "e", "minus", "space", "B", "x", "space")
        assert (ui.screen.query_one(Line).value, len(ui.cards)) == ("e- Bx ", turns)


async def test_lines_typed_all_at_once_are_entered_one_by_one(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await at_once(ui, *"help", "enter", *"why", "enter", "m", "f4", "minus", "n")
        assert [card.question for card in ui.cards][:2] == ["help", "why"]
        assert ui.screen.query_one(Line).value == "mn"
        row = ui.screen.query_one(Toggles).pointed
        assert row
        assert row.mark == "[no]  "


async def test_what_was_begun_is_gone_on_with(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await at_once(ui, *"Does", "f4", *"xy")
        assert ui.screen.query_one(Line).value == "Doesxy"
        await ui.press("f3")
        ui.app.post_message(events.Paste(" it\nrain?"))
        await ui.settle()
        assert ui.screen.query_one(Line).value == "Doesxyit rain?"
        ui.app.post_message(events.Paste("\nDoes Ada\r\nhelp \x1b[31mus?\n"))
        await ui.settle()
        assert ui.screen.query_one(Line).value == "Doesxyit rain?Does Ada help us?"


async def test_a_letter_that_was_chosen_acts(fair: Path) -> None:
    app = ArguendoApp(fair, chosen=Preferences(keys={"row_yes": "y"}))
    async with app.run_test(size=NARROW) as pilot:
        ui = Driven(app, pilot)
        await started(ui)
        await ui.ask(OPENS)
        await ui.press("f4", "y")
        assert ui.cards[-1].question == "Assume that it rains on the fair."
        assert "Ctrl+Z takes it back" in " ".join(ui.text().split())


def test_no_letter_acts_unless_it_is_chosen() -> None:
    letters = [
        (action.id, key)
        for action in ACTIONS
        if action.part != LEARN
        for key in action.keys.split(",")
        if len(key) == 1
    ]
    assert letters == []
    assert "etters write" in WRITING


async def test_nothing_is_selected_by_a_key_that_leads_elsewhere(fair: Path) -> None:
    """In a text area F6 and F7 select a line and everything, unless they are kept from it."""
    async with program(fair, NARROW) as ui:
        await ui.press("f5", "alt+e")
        assert isinstance(ui.screen, Editor)
        await ui.press("f6", "f7")
        assert ui.screen.query_one("#text").selected_text == ""  # type: ignore[attr-defined]


async def test_typing_in_a_filter_stays_there(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.press("f5", "slash", *"ey")
        assert ui.screen.query_one("#rules-filter", Input).value == "ey"


async def test_without_assumptions_there_is_nothing_to_keep(fair: Path, tmp_path: Path) -> None:
    async with with_a_memory(fair, tmp_path / "state", NARROW) as ui:
        await ui.press("ctrl+s")
        assert isinstance(ui.screen, Workspace)
        assert "There is nothing to keep" in [*ui.app._notifications][-1].message


async def test_keys_pressed_while_the_rule_base_is_opened_are_not_lost(fair: Path) -> None:
    app = ArguendoApp(fair)
    async with app.run_test(size=NARROW) as pilot:
        for key in (*"help", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        ui = Driven(app, pilot)
        await started(ui)
        assert [card.question for card in ui.cards] == ["help"]
