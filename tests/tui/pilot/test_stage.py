from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from arguendo_tui.screens.news import Answered
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets.assumptions import Toggles
from tests.tui.driving import BROAD, NARROW, Driven, program

OPENS = "Does the fair open?"


async def point_at(ui: Driven, row: str) -> None:
    """Go to a row of the Assumptions tab."""
    await ui.press("f4", "home")
    for _ in ui.lines("#toggles"):
        toggles = ui.screen.query_one("#toggles")
        place = getattr(toggles, "highlighted", 0) or 0
        if row in ui.lines("#toggles")[place]:
            return
        await ui.press("down")
    raise AssertionError(f"no row {row}")


def state_of(ui: Driven, row: str) -> str:
    """Return the state of a row as it is written."""
    return next(line[:6].strip() for line in ui.lines("#toggles") if row in line)


@pytest.mark.parametrize("size", [NARROW, BROAD])
async def test_a_toggle_asks_the_last_question_again(fair: Path, size: tuple[int, int]) -> None:
    async with program(fair, size) as ui:
        await ui.ask(OPENS)
        await point_at(ui, "It rains on the fair")
        await ui.press("space")
        card = ui.cards[-1]
        assert card.question == "Assume that it rains on the fair."
        assert card.text.startswith(
            f"With that: {OPENS}\nBefore: likely. Now: not established.\n"
            "On these facts it is not established that the fair opens."
        )
        assert "The fair pays for itself (likely before)." in card.text
        assert state_of(ui, "It rains on the fair") == "[yes]"
        assert "one assumption" in ui.status
        assert f"“{OPENS}” — Before: likely." in ui.text()
        assert any("stands in the way" in line for line in ui.lines("#why-tree"))


async def test_an_answer_overtaken_by_a_toggle_does_not_turn_its_row_back(fair: Path) -> None:
    async with program(fair) as ui:
        card = await ui.ask(OPENS)
        await point_at(ui, "It rains on the fair")
        screen = ui.screen
        assert isinstance(screen, Workspace)
        overtaken = screen._desk.ask(OPENS)
        screen.query_one(Toggles).action_set("yes")
        screen._show(overtaken.board)
        assert state_of(ui, "It rains on the fair") == "[yes]"
        await ui.settle()
        screen.post_message(Answered(card, overtaken))
        await ui.settle()
        assert state_of(ui, "It rains on the fair") == "[yes]"
        assert "one assumption" in ui.status
        await ui.press("minus")
        assert state_of(ui, "It rains on the fair") == "[no]"


async def test_space_goes_round_and_letters_set(fair: Path) -> None:
    async with program(fair) as ui:
        await point_at(ui, "Bob helps")

        def mark() -> str:
            return next(line[:5] for line in ui.lines("#toggles") if "Bob helps" in line)

        seen = [mark()]
        for key in ("space", "space", "space", "minus", "plus", "delete"):
            await ui.press(key)
            seen.append(mark())
        assert seen == ["[ ? ]", "[yes]", "[no] ", "[ ? ]", "[no] ", "[yes]", "[ ? ]"]


async def test_a_fact_is_supposed_away_and_back(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await point_at(ui, "Ada helps")
        await ui.press("minus")
        assert state_of(ui, "Ada helps") == "[away]"
        assert "Now: not established." in ui.cards[-1].text
        await ui.press("space")
        assert state_of(ui, "Ada helps") == "[fact]"
        assert "Now: likely." in ui.cards[-1].text


async def test_a_fact_set_aside_says_so(fair: Path) -> None:
    async with program(fair) as ui:
        await point_at(ui, "It rains on the fair")
        await ui.press("plus")
        dry = next(line for line in ui.lines("#toggles") if "It stays dry" in line)
        assert "set aside by what is assumed" in dry


async def test_what_the_chat_assumes_stands_in_the_tab(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask("Assume that the fair opens.")
        rows = ui.lines("#toggles")
        assert rows[0] == "Assumed besides"
        assert rows[1].startswith("[yes]  The fair opens")


async def test_undo_goes_back_from_anywhere(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await point_at(ui, "It rains on the fair")
        await ui.press("plus", "f2", "ctrl+z")
        assert ui.cards[-1].question == "Undo the last step."
        assert "Before: not established. Now: likely." in ui.cards[-1].text
        assert "no assumptions" in ui.status
        await ui.press("ctrl+z")
        assert "nothing to undo" in ui.cards[-1].text


async def test_reset_is_a_command(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask("Assume that Bob helps.")
        await ui.press("ctrl+p", *"reset")
        await ui.pilot.pause(0.3)
        await ui.press("enter")
        assert "no assumptions" in ui.status


async def test_a_scenario_is_picked_from_the_keyboard(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.ask(OPENS)
        await ui.press("f4", "shift+tab", "shift+tab")
        assert ui.focus == "scenario"
        await ui.press("enter", "down", "enter")
        assert "A [bold]wet[/bold] day" in ui.status
        assert "Before: likely. Now: not established." in ui.cards[-1].text


async def test_the_filter_narrows_the_rows(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.press("f4", "slash")
        assert ui.focus == "assumptions-filter"
        await ui.press(*"helps")
        assert [line[7:16] for line in ui.lines("#toggles") if line.startswith("[")] == [
            "Bob helps",
            "Ada helps",
        ]
        assert "2 of 6 shown" in ui.text()
        await ui.press("enter", "space")
        assert ui.focus == "toggles"
        assert "one assumption" in ui.status
        assert ui.screen.query_one("#assumptions-filter", Input).value == "helps"
        await ui.press("slash", *"zz")
        assert "None of 6 has these words" in ui.text()
        await ui.press("escape")
        assert ui.screen.query_one("#assumptions-filter", Input).value == ""
        assert "these words" not in ui.text()


async def test_rules_are_browsed_searched_and_checked(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.press("f5", "slash", *"rains", "enter")
        assert len(ui.lines("#rule-list")) == 1
        assert "unless it rains on the fair" in ui.text()
        await ui.press("enter")
        assert "✓ Applies: The fair opens (likely)." in ui.text()


async def test_a_rule_checked_is_checked_anew_when_an_assumption_changes(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.press("f5", "down", "enter")
        assert "✓ Applies: The fair opens (likely)." in ui.text()
        await ui.ask("Assume that it rains on the fair.")
        assert "⊘ Blocked: It rains on the fair." in ui.text()
        await ui.press("f5", "down", "enter")
        assert "✗ Missing: The fair opens." in ui.text()


async def test_a_search_without_finds_says_so(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.press("f5", "slash", *"zebra")
        assert ui.lines("#rule-list") == []
        assert "None of 3 has these words" in ui.text()
