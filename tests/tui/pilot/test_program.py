from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Size
from textual.widgets import Input, Static

from arguendo_tui.app import ArguendoApp, prefers_light, run
from arguendo_tui.presenters.actions import ACTIONS
from arguendo_tui.screens.editor import Editor
from arguendo_tui.screens.help import HelpScreen
from arguendo_tui.screens.problems import ProblemsScreen
from arguendo_tui.screens.workspace import Workspace
from tests.tui.driving import BROAD, NARROW, Driven, program
from tests.tui.fair import RULES, write_fair

OPENS = "Does the fair open?"
BROKEN = RULES.replace("then:", "than:", 1)


def shown(ui: Driven) -> list[str]:
    """Return which panes are on the screen."""
    names = ("chat", "why", "assumptions", "rules")
    panes = [ui.screen.query_one(f"#{name}") for name in names]
    return [str(pane.id) for pane in panes if pane.region.area and pane.is_on_screen]


async def test_where_there_is_no_room_one_pane_is_shown(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        assert shown(ui) == ["chat"]
        for key, name, focus in (
            ("f4", "assumptions", "toggles"),
            ("f5", "rules", "rule-list"),
            ("f3", "why", "nav"),
            ("f2", "chat", "line"),
        ):
            await ui.press(key)
            assert (shown(ui), ui.focus) == ([name], focus)
        await ui.press("f5", "escape")
        assert (shown(ui), ui.focus) == (["chat"], "line")


async def test_where_there_is_room_the_chat_stays(fair: Path) -> None:
    async with program(fair, BROAD) as ui:
        assert shown(ui) == ["chat", "why", "assumptions"]
        await ui.press("f5")
        assert shown(ui) == ["chat", "assumptions", "rules"]
        await ui.press("f2")
        assert (shown(ui), ui.focus) == (["chat", "assumptions", "rules"], "line")


async def test_the_tabs_are_reached_without_function_keys(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.press("tab")
        assert ui.focus == "nav"
        await ui.press("right", "right")
        assert shown(ui) == ["assumptions"]


async def test_a_window_that_shrinks_keeps_what_one_works_at(fair: Path) -> None:
    async with program(fair, BROAD) as ui:
        await ui.press("f5")
        await ui.pilot.resize_terminal(*NARROW)
        await ui.settle()
        assert shown(ui) == ["rules"]
        await ui.press("f2")
        assert shown(ui) == ["chat"]
        await ui.pilot.resize_terminal(*BROAD)
        await ui.settle()
        assert shown(ui) == ["chat", "assumptions", "rules"]
        await ui.pilot.resize_terminal(*NARROW)
        await ui.settle()
        assert shown(ui) == ["chat"]


@pytest.mark.parametrize("size", [NARROW, BROAD])
async def test_nothing_is_cut_off_at_the_side(fair: Path, size: tuple[int, int]) -> None:
    async with program(fair, size) as ui:
        await ui.ask("Does the fair pay for itself?")
        await ui.press("ctrl+o")
        for key in ("f2", "f3", "f4", "f5"):
            await ui.press(key)
            for widget in ui.screen.query("Prose, OptionList, Input"):
                if widget.is_on_screen and widget.region.area:
                    assert widget.region.right <= size[0], widget
                    assert widget.virtual_size.width <= max(widget.size.width, 1), widget
            assert "^z Undo" in ui.text()


async def test_without_colour_there_is_none(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await ui.press("f4")
        assert_without_colour(ui)
        await ui.press("f5", "alt+e")
        assert ui.shows(Editor)
        assert_without_colour(ui)


def assert_without_colour(ui: Driven) -> None:
    """Fail for any colour on the screen."""
    assert ui.app.size == Size(*BROAD)
    strips = ui.screen._compositor.render_strips()
    for segment in (segment for strip in strips for segment in strip):
        segments = [segment]
        for line_filter in ui.app._filters:
            segments = line_filter.apply(segments, ui.screen.styles.background)
        for filtered in segments:
            style = filtered.style
            for color in (style.color, style.bgcolor) if style else ():
                assert color is None or color.is_default


async def test_a_broken_rule_base_shows_its_problems_until_mended(tmp_path: Path) -> None:
    folder = write_fair(tmp_path, rules=BROKEN)
    async with program(folder, NARROW) as ui:
        assert ui.shows(ProblemsScreen)
        assert "than" in ui.text()
        assert "did you mean “then”?" in ui.text()
        assert "Traceback" not in ui.text()
        await ui.press("escape", "ctrl+r")
        assert ui.shows(ProblemsScreen)
        write_fair(tmp_path)
        await ui.press("ctrl+r")
        await ui.settle()
        assert ui.shows(Workspace)


async def test_leaving_a_broken_rule_base_says_so_to_the_shell(tmp_path: Path) -> None:
    async with program(write_fair(tmp_path, rules=BROKEN)) as ui:
        await ui.press("ctrl+q")
        assert ui.app.return_value == 3


async def test_leaving_a_conversation_is_fine(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.press("ctrl+q")
        assert ui.app.return_value == 0


async def test_an_unknown_scenario_is_a_problem_with_a_hint(fair: Path) -> None:
    async with program(fair, scenario="strom") as ui:
        assert ui.shows(ProblemsScreen)
        assert "did you mean “storm”?" in ui.text()


async def test_files_broken_meanwhile_leave_the_last_good_rule_base(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        write_fair(fair, rules=BROKEN)
        await ui.press("ctrl+r")
        assert ui.shows(ProblemsScreen)
        assert "last good rule base stays in force" in ui.text()
        await ui.press("escape")
        assert (await ui.ask(OPENS)).text.startswith("Yes, that is likely")


async def test_files_changed_meanwhile_are_read_and_asked_again(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask("Assume that Bob helps.")
        await ui.ask(OPENS)
        write_fair(fair, rules=RULES.replace("qualifier: likely", "qualifier: almost certain"))
        await ui.press("ctrl+r")
        text = ui.cards[-1].text
        assert text.startswith("Its files have changed.")
        assert "Yes, that is very likely: the fair opens." in text
        assert "one assumption" in ui.status
        assert (await ui.ask(OPENS)).text.startswith("Yes, that is very likely")


async def test_files_that_stayed_the_same_say_so(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.press("ctrl+r")
        assert ui.cards[-1].text.startswith("Nothing in its files has changed.")


async def export(ui: Driven, path: Path) -> None:
    """Open the export, and type a name."""
    await ui.press("ctrl+p", *"export")
    await ui.pilot.pause(0.3)
    await ui.press("enter")
    ui.screen.query_one("#export-name", Input).value = str(path)
    await ui.settle()
    await ui.press("enter")


async def test_the_conversation_is_exported_and_nothing_overwritten_unasked(
    fair: Path, tmp_path: Path
) -> None:
    path = tmp_path / "talk.html"
    path.write_text("mine")
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await export(ui, path)
        assert path.read_text() == "mine"
        assert "That file exists." in ui.text()
        await ui.press("enter")
        assert ui.shows(Workspace)
        written = path.read_text(encoding="utf-8")
        assert f"<h2>{OPENS}</h2>" in written
        assert "Yes, that is likely: the fair opens." in written


async def test_an_export_that_cannot_be_written_says_why(fair: Path, tmp_path: Path) -> None:
    async with program(fair) as ui:
        await export(ui, tmp_path / "nowhere" / "talk.md")
        assert "could not be written" in ui.text()
        await ui.press("escape")
        assert ui.shows(Workspace)


async def test_an_export_says_which_endings_there_are(fair: Path, tmp_path: Path) -> None:
    async with program(fair) as ui:
        await export(ui, tmp_path / "talk.txt")
        note = ui.screen.query_one("#export-note", Static)
        assert "Markdown (.md), HTML (.html) or JSON (.json)" in str(note.content)
        assert [*tmp_path.glob("talk*")] == []
        ui.screen.query_one("#export-name", Input).value = str(tmp_path / "talk")
        await ui.settle()
        await ui.press("enter")
        assert "“.md” is added" in str(note.content)
        await ui.press("enter")
        assert (tmp_path / "talk.md").exists()


async def test_help_is_a_key_away(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.press("f1")
        assert ui.shows(HelpScreen)
        assert "a number alone, as 2, asks the suggestion [2]" in ui.text()
        await ui.press("escape", "f4", "f1")
        assert "no, or suppose it away" in ui.text()
        await ui.press("escape")
        assert ui.shows(Workspace)


async def test_the_theme_turns(fair: Path) -> None:
    async with program(fair) as ui:
        assert ui.app.current_theme.dark
        await ui.press("ctrl+t")
        assert not ui.app.current_theme.dark


@pytest.mark.parametrize(
    ("said", "light"), [("0;15", True), ("15;0", False), ("", False), ("0;default;7", True)]
)
def test_a_light_terminal_is_noticed(said: str, light: bool) -> None:
    assert prefers_light({"COLORFGBG": said}) is light


def test_running_returns_the_exit_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ArguendoApp, "run", lambda app, mouse: 3)
    assert run() == 3


async def test_the_console_of_linux_gets_signs_that_it_has(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with program(fair, NARROW) as ui:
        await ui.ask(OPENS)
        shown = ""
        for key in ("f2", "f3", "f4", "f5", "f6", "f8", "f1"):
            await ui.press(key)
            shown += ui.text()
        code_page = bytes(range(256)).decode("cp437") + "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼"
        assert {each for each in shown if not each.isspace()} <= {*code_page}


@pytest.mark.parametrize("width", [40, 60, 80])
async def test_keys_at_the_foot_are_told_as_a_whole_or_not_at_all(fair: Path, width: int) -> None:
    async with program(fair, (width, 24)) as ui:
        foot = ui.text().splitlines()[-1].rstrip()
        assert foot.split()[-1] in {action.short for action in ACTIONS}


async def test_what_has_no_reasoning_says_so_when_it_is_unfolded(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.ask("thanks")
        await ui.press("ctrl+o")
        told = [each.message for each in ui.app._notifications]
        assert told == ["There is no more behind this answer to unfold."]
