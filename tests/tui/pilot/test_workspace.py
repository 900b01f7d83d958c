from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import DataTable, Input, Select, Static

from arguendo_tui.app import ArguendoApp, passed_through
from arguendo_tui.board import Exchange
from arguendo_tui.composing import compose_rule
from arguendo_tui.desk import Desk
from arguendo_tui.preferences import Preferences
from arguendo_tui.presenters.actions import ANYWHERE, CARD, EDITOR, LEARN, TEXT, of_part
from arguendo_tui.presenters.dialogs import Dialog
from arguendo_tui.presenters.tiling import BOARD, MAP, REPLAY, RULES, SOURCE, WHY
from arguendo_tui.screens import new_rule, working
from arguendo_tui.screens.commands import Commanded
from arguendo_tui.screens.help import HelpScreen
from arguendo_tui.screens.scenarios import CompareScreen
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets import chat
from arguendo_tui.widgets.panes import Panes
from arguendo_tui.widgets.past import Past
from arguendo_tui.widgets.prompt import Line
from arguendo_tui.widgets.replay import ReplayPane
from arguendo_tui.widgets.rules import RuleList
from arguendo_tui.widgets.setting import Prose
from tests.tui.driving import BROAD, NARROW, Driven, program, started

OPENS = "Does the fair open?"
LARGE = (200, 60)


def panes(ui: Driven) -> Panes:
    return ui.app.screen_stack[1].query_one(Panes)


async def test_one_statement_is_the_subject_of_all_panes(fair: Path) -> None:
    async with program(fair, LARGE) as ui:
        await ui.ask(OPENS)
        assert {"chat", "why", "assumptions", "source", "rules", "replay"} <= {*panes(ui).shown}
        await ui.press("f4")
        assert "Weighed for: The fair opens — likely" in ui.text()
        assert "⇄ It rains on the fair" in ui.text()
        assert "yes: not established" in ui.text()
        await ui.press("f3", "down")
        assert "Stratum 1" in ui.text() or "Given" in ui.text()
        await ui.press("alt+s")
        assert ui.focus == "paragraphs"
        await ui.press("alt+b")
        assert ui.focus == "why-tree"
        await ui.press("down", "alt+w")
        assert "Weighed for: The fair has helpers" in ui.text()


async def test_the_map_beside_the_others_is_about_the_last_answer(fair: Path) -> None:
    async with program(fair, LARGE) as ui:
        for question, told in ((OPENS, "the fair opens"), ("Does Ada help?", "Ada helps")):
            await ui.ask(question)
            heading = str(ui.screen.query_one("#map-heading", Static).content)
            assert told in heading


async def test_what_comes_into_sight_is_about_what_was_selected(fair: Path) -> None:
    """Where panes take turns, each is led to the statement that was selected in another."""
    async with program(fair, NARROW) as ui:
        await ui.ask(OPENS)
        await ui.press("f3", "down", "down")
        assert "▾ step 3: The fair has helpers" in ui.text()
        await ui.press("f5")
        rules = ui.screen.query_one(RuleList).highlighted_option
        assert rules
        assert rules.id == "staff"
        await ui.press("f8")
        assert "So the fair has helpers" in ui.text()
        await ui.press("f6")
        assert "▾ Rule: Whoever helps staffs it" in ui.text()
        await ui.press("down", "alt+b", "f3", "down")
        assert "step 4: Ada helps" in ui.text()
        await ui.press("f5")
        rules = ui.screen.query_one(RuleList).highlighted_option
        assert rules
        assert rules.id == "staff"  # rests on it


async def test_panes_are_zoomed_hidden_resized_and_remembered(fair: Path, tmp_path: Path) -> None:
    chosen = Preferences(memory=tmp_path / "state")
    app = ArguendoApp(fair, chosen=chosen)
    async with app.run_test(size=LARGE) as pilot:
        ui = Driven(app, pilot)
        await started(ui)
        await ui.press("f3", "f10")
        assert panes(ui).shown == ("why",)
        await ui.press("f10", "f4")
        before = panes(ui).assumptions.size
        await ui.press("f9", "right", "down", "5", "escape")
        after = panes(ui).assumptions.size
        assert after.width > before.width
        assert after.height > before.height
        assert "source" not in panes(ui).shown
        await ui.press("f6")
        assert ui.focus == "paragraphs"
        await ui.press("f9", "5", "escape")
    again = ArguendoApp(fair, chosen=replace(chosen))
    async with again.run_test(size=LARGE) as pilot:
        ui = Driven(again, pilot)
        await started(ui)
        assert "source" not in panes(ui).shown
        assert panes(ui).assumptions.size.width == after.width


async def test_a_letter_over_each_pane_leads_there(fair: Path) -> None:
    async with program(fair, BROAD) as ui:
        await ui.press("ctrl+g")
        assert "Jump to:" in ui.text()
        await ui.press("d")
        assert ui.focus == "toggles"


async def test_undo_and_redo_by_keys(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.ask(OPENS)
        await ui.press("f4", "plus", "ctrl+z", "ctrl+y")
        assert "Now: not established." in ui.cards[-1].text


async def test_the_replay_is_stepped_through(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.press("f8", "right")
        assert "step 1 of 3" in ui.text()
        assert "So the fair has helpers" in ui.text()
        pane = panes(ui).query_one(ReplayPane)
        await ui.press("plus", "space")
        played = [pane.playing]
        for _ in range(3):
            pane.step()
        await ui.settle()
        assert [*played, pane.playing] == [True, False]
        await ui.press("left")
        assert "step 2 of 3" in ui.text()


async def test_scenarios_are_kept_and_compared(fair: Path, tmp_path: Path) -> None:
    app = ArguendoApp(fair, chosen=Preferences(memory=tmp_path / "state"))
    async with app.run_test(size=BROAD) as pilot:
        ui = Driven(app, pilot)
        await started(ui)
        await ui.ask(OPENS)
        await ui.ask("Assume that Bob helps.")
        await ui.press("ctrl+s")
        ui.screen.query_one(Input).value = "With [b]Bob[/b]"
        await ui.press("enter")
        assert isinstance(ui.screen, Workspace)
        assert [*ui.screen.kept()] == ["With [b]Bob[/b]"]
        await ui.press("ctrl+e")
        assert ui.shows(CompareScreen)
        assert [str(c.label) for c in ui.screen.query_one(DataTable).columns.values()] == [
            *("", "Now = With [b]Bob[/b]", "As planned", "A [bold]wet[/bold] day")
        ]
        await ui.press("escape", "ctrl+z")
        assert "no assumptions" in ui.status
        await ui.press("f4", "shift+tab", "shift+tab", "enter", "end", "enter")
        assert "one assumption" in ui.status
        assert panes(ui).query_one("#scenario", Select).value == "spring"


async def test_the_conversation_is_searched(fair: Path) -> None:
    async with program(fair) as ui:
        first = await ui.ask(OPENS)
        await ui.ask("Does Bob help?")
        await ui.press("ctrl+f", *"fairopens"[:4], "enter")
        assert ui.app.focused is first


@pytest.fixture
def two_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let only two turns have cards."""
    monkeypatch.setattr(chat, "MOST", 2)


async def test_turns_without_a_card_are_drawn_scrolled_searched_and_copied(
    fair: Path, two_cards: None
) -> None:
    async with program(fair, NARROW) as ui:
        for question in (OPENS, "Does Bob help?", "Does it rain on the fair?", "Who is Ada?"):
            await ui.ask(question)
        assert [card.turn for card in ui.cards] == [3, 4]
        assert f"» {OPENS}" not in ui.text()
        for _ in range(4):
            await ui.press("pageup")
        assert f"» {OPENS}" in ui.text()
        assert "Yes, that is likely: the fair opens." in ui.text()
        await ui.press("ctrl+f", *"bob", "enter")
        past = ui.screen.query_one(Past)
        assert (ui.app.focused, past.pointed) == (past, 2)
        assert "▌ » Does Bob help?" in ui.text()
        await ui.press("ctrl+c")
        assert ui.app.clipboard.startswith("That is an open question")
        await ui.press("up", "ctrl+c")
        assert ui.app.clipboard.startswith("Yes, that is likely")
        await ui.press("f2", "shift+tab", "shift+tab", "shift+tab")
        assert ui.app.focused is past
        await ui.press("escape", "pagedown", "pagedown", "pagedown", "pagedown")
        assert "» Who is Ada?" in ui.text()


async def test_text_of_turns_without_a_card_is_selected(fair: Path, two_cards: None) -> None:
    async with program(fair, BROAD) as ui:
        for question in (OPENS, "Does Bob help?", OPENS, OPENS):
            await ui.ask(question)
        past = ui.screen.query_one(Past)
        past.text_select_all()
        await ui.settle()
        lines = (ui.screen.get_selected_text() or "").splitlines()
        assert lines[:3] == ["", f"» {OPENS}", "Yes, that is likely: the fair opens."]
        ui.screen.selections = {past: Selection(Offset(9, 2), Offset(13, 2))}
        await ui.settle()
        assert ui.screen.get_selected_text() == "that"
        await ui.press("ctrl+c")
        assert ui.app.clipboard == "that"


async def test_turns_are_set_anew_where_there_is_less_room(fair: Path, two_cards: None) -> None:
    async with program(fair, BROAD) as ui:
        for _ in range(4):
            await ui.ask(OPENS)
        past = ui.screen.query_one(Past)
        before = past.size.height
        cards = ui.screen.query_one("#cards")
        await ui.press(*["pageup"] * 3)
        for size in ((44, 24), BROAD):
            top = cards.scroll_y - past.virtual_region.y
            turn = past._turn_at(round(top))
            await ui.pilot.resize_terminal(*size)
            await ui.settle()
            assert past.unmeasured == 0
            assert abs(past._turn_at(round(cards.scroll_y) - past.virtual_region.y) - turn) <= 1
            assert (past.size.height > before) == (size != BROAD)


async def test_a_rule_is_written_as_sentences(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.press("ctrl+n")
        for name, text in (("title", "Bob"), ("if", "Ada helps"), ("then", "Bob helps")):
            ui.screen.query_one(f"#rule-{name}", Input).value = text
            await ui.settle()
        assert "Bob helps: not established → " in ui.text()
        await ui.press("ctrl+s")
        await ui.settle()
        assert "then: Bob helps" in (fair / "rules" / "town.yaml").read_text(encoding="utf-8")


async def test_a_rule_that_takes_longer_to_check_says_so(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Event()

    def slow(*given: Any) -> Any:
        held.wait(10)
        return compose_rule(*given)

    monkeypatch.setattr(new_rule, "PATIENCE", 0.01)
    monkeypatch.setattr(new_rule, "compose_rule", slow)
    async with program(fair, BROAD) as ui:
        await ui.press("ctrl+n")
        await ui.pilot.press("a")
        while "Checking …" not in ui.text():
            await ui.pilot.pause(0.01)
        held.set()
        await ui.settle()
        assert "A rule needs to say what follows" in ui.text()
        assert "Checking …" not in ui.text()


async def test_keys_are_those_that_were_chosen(fair: Path) -> None:
    keys = {"zoom": "f11", "reset": "ctrl+b"}
    chosen = Preferences(keys=keys, theme="high contrast", troubles=("Mind this.",))
    app = ArguendoApp(fair, chosen=chosen)
    async with app.run_test(size=BROAD) as pilot:
        ui = Driven(app, pilot)
        await started(ui)
        assert app.theme == "arguendo-high-contrast"
        assert [note.message for note in app._notifications] == ["Mind this."]
        await ui.press("f11")
        assert panes(ui).shown == ("chat",)
        await ui.ask("Assume that Bob helps.")
        await ui.press("ctrl+b")
        assert "no assumptions" in ui.status
        await ui.press("f1")
        help_page = ui.screen.query_one("#help Prose", Prose)
        told = [p.mark.split() for p in help_page.paragraphs]
        assert ["Ctrl+B"] in told


def test_copying_passes_through_tmux() -> None:
    assert passed_through("a") == "\x1bPtmux;\x1b\x1b]52;c;YQ==\a\x1b\\"


async def test_no_cursor_blinks_where_nothing_may_move(fair: Path) -> None:
    app = ArguendoApp(fair, chosen=Preferences(still=True))
    async with app.run_test(size=NARROW) as pilot:
        ui = Driven(app, pilot)
        await started(ui)
        line = ui.screen.query_one(Line)
        assert line.has_focus
        assert not line.cursor_blink


async def test_an_answer_that_takes_longer_is_told_to_be_worked_out(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "PATIENCE", 0.01)
    async with program(fair, BROAD) as ui:
        held, told = Event(), ui.screen.query_one("#how", Static)
        usual = Desk.ask

        def slow(desk: Desk, text: str) -> Exchange:
            held.wait(10)
            return usual(desk, text)

        monkeypatch.setattr(Desk, "ask", slow)
        ui.screen.query_one(Line).value = OPENS
        await ui.pilot.press("escape", "enter")
        while "working" not in str(told.content):
            await ui.pilot.pause(0.01)
        held.set()
        await ui.settle()
        assert "working" not in ui.status
        assert ui.cards[-1].answered


@pytest.mark.parametrize(
    ("keys", "parts"),
    [
        ((), (ANYWHERE, CARD, WHY, BOARD, RULES, SOURCE, MAP, REPLAY)),
        (("f7",), (MAP,)),
        (("ctrl+l",), (LEARN,)),
        (("f5", "alt+e"), (EDITOR, TEXT)),
    ],
)
async def test_all_that_a_key_does_is_in_the_palette(
    fair: Path, keys: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    async with program(fair, NARROW) as ui:
        await ui.ask(OPENS)
        await ui.press(*keys)
        assert isinstance(ui.screen, Commanded)
        commands = {each.name.rpartition(": ")[2]: each for each in ui.screen.commands()}
        wanted = {each.name for part in parts for each in of_part(part) if each.listed}
        assert {each.rpartition(": ")[2] for each in wanted} <= {*commands}


async def test_commands_of_the_palette_do_what_keys_do(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        card = await ui.ask(OPENS)
        assert isinstance(ui.screen, Workspace)
        for name in ("On an answer: Reasoning", "Assumptions: Yes"):
            found = next(each for each in ui.screen.commands() if each.name == name)
            ui.app.run_worker(cast("Coroutine[Any, Any, None]", found.run()))
            await ui.settle()
        assert card.is_unfolded
        assert ui.cards[-1].question == "Assume that it rains on the fair."


@pytest.mark.parametrize(("key", "title"), [("f7", "Map"), ("ctrl+l", "Exercises")])
async def test_help_begins_with_the_screen_where_one_is(fair: Path, key: str, title: str) -> None:
    async with program(fair, NARROW) as ui:
        await ui.press(key, "f1")
        assert title in ui.text().splitlines()[1]
        await ui.press("escape", "escape")
        assert ui.shows(Workspace)


async def test_help_in_a_dialog_is_about_the_dialog(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        for key, dialog in (
            ("ctrl+n", Dialog.NEW_RULE),
            ("ctrl+e", Dialog.COMPARE),
            ("ctrl+f", Dialog.SEARCH),
        ):
            await ui.press(key, "f1")
            assert ui.shows(HelpScreen)
            assert f"│  {dialog.value} " in ui.text()
            await ui.press("escape", "escape")
            assert ui.shows(Workspace)
