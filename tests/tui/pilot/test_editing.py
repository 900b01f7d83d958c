from __future__ import annotations

import os
from asyncio import Queue
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from arguendo_tui.presenters.help import help_paragraphs
from arguendo_tui.presenters.labels import paragraphs_text
from arguendo_tui.screens.choice import ChoiceScreen
from arguendo_tui.screens.editor import Editor
from arguendo_tui.screens.problems import ProblemsScreen
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets.rule_text import RuleText
from tests.tui.driving import NARROW, Driven, program
from tests.tui.fair import RULES, write_fair

OPENS = "Does the fair open?"
NAME = "rules/town.yaml"
WEAKER = RULES.replace("qualifier: very likely", "qualifier: likely")
BROKEN = RULES.replace("then: staffed", "than: staffed")


def text_of(ui: Driven) -> RuleText:
    """Return where the text is edited."""
    return ui.screen.query_one(RuleText)


async def write(ui: Driven, text: str) -> None:
    """Replace the text of the file, as one would by pasting."""
    text_of(ui).take(text)
    await ui.settle()


def on_disk(folder: Path) -> str:
    """Return what the file of rules holds."""
    return (folder / NAME).read_text(encoding="utf-8")


async def open_rules(ui: Driven) -> None:
    """Open the file of rules at the first of them."""
    assert isinstance(ui.screen, Workspace)
    ui.screen.edit_rule("staff")
    await ui.settle()
    assert ui.shows(Editor)


async def test_a_rule_is_opened_where_it_stands_by_key_mouse_and_palette(fair: Path) -> None:
    line = RULES[: RULES.index("id: open")].count("\n")
    async with program(fair) as ui:
        await ui.press("f5", "down", "alt+e")
        assert text_of(ui).cursor_location[0] == line
        await ui.press("escape")
        await ui.click("#rule-edit")
        assert text_of(ui).cursor_location[0] == line
        await ui.press("escape", "ctrl+p")
        ui.screen.query_one(Input).value = "Edit rule: Permit"
        await ui.pilot.pause(0.3)
        await ui.press("enter")
        assert text_of(ui).cursor_location[0] == line
        assert NAME in ui.status


async def test_the_rule_of_a_step_is_opened_from_why(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await ui.press("f3", "alt+e")
        assert text_of(ui).cursor_location[0] == RULES[: RULES.index("id: open")].count("\n")


async def test_an_error_is_seen_mended_and_saved(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.ask(OPENS)
        await open_rules(ui)
        assert "No conclusion changes" in ui.text()
        await write(ui, BROKEN)
        assert "error" in ui.status
        assert "did you mean “then”?" in ui.text()
        await ui.press("home", "f8")
        assert text_of(ui).cursor_location[0] == RULES[: RULES.index("then: staffed")].count("\n")
        assert on_disk(fair) == RULES
        await write(ui, WEAKER)
        assert "native matcher" in ui.status
        await ui.press("f1")
        assert "Ctrl+S" in ui.text()
        await ui.press("escape")
        assert "not saved" in ui.status
        assert ui.lines("#findings") == ["→ The fair has helpers: very likely → likely"]
        assert on_disk(fair) == RULES
        await ui.press("ctrl+s")
        assert on_disk(fair) == WEAKER
        assert "not saved" not in ui.status
        await ui.settle()
        assert "No conclusion changes" in ui.text()
        await ui.press("escape")
        told = ui.cards[-1].text
        assert told.startswith("Its files have changed.")
        changed = "One conclusion has changed:\n• The fair has helpers: very likely → likely\n"
        assert changed in told
        assert "That changes nothing here: it is still likely." in told


async def test_saved_errors_leave_the_last_good_version_until_mended(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await open_rules(ui)
        await write(ui, BROKEN)
        await ui.press("ctrl+s")
        await ui.settle()
        await ui.press("escape")
        assert "the last good version is in force" in ui.status
        await ui.press("f2")
        keys = ui.text().splitlines()[-1].split()
        assert ("Problems" in keys, "Unfold" in keys, "Undo" in keys) == (True, True, True)
        assert (await ui.ask(OPENS)).text.startswith("Yes, that is likely")
        await ui.press("f12")
        assert ui.shows(ProblemsScreen)
        await ui.press("alt+e")
        assert text_of(ui).cursor_location[0] == RULES[: RULES.index("then: staffed")].count("\n")
        await write(ui, RULES)
        await ui.press("ctrl+s")
        await ui.settle()
        await ui.press("escape")
        assert "in force" not in ui.status


async def test_closing_asks_before_changes_are_lost(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await open_rules(ui)
        await ui.press("x", "escape")
        assert ui.shows(ChoiceScreen)
        await ui.press("escape")
        assert ui.shows(Editor)
        await ui.press("ctrl+q")
        assert ui.shows(ChoiceScreen)
        await ui.press("enter")
        assert ui.shows(Editor)
        await ui.press("escape")
        await ui.click("#choose-discard")
        assert ui.shows(Workspace)
        assert on_disk(fair) == RULES
        await open_rules(ui)
        await write(ui, WEAKER)
        await ui.press("escape")
        await ui.click("#choose-save")
        assert ui.shows(Workspace)
        assert on_disk(fair) == WEAKER


async def test_a_new_line_begins_below_the_one_before_and_is_undone(fair: Path) -> None:
    async with program(fair) as ui:
        await open_rules(ui)
        text_of(ui).go_to(RULES[: RULES.index("- ?person helps")].count("\n") + 1)
        await ui.press("end", "enter", "x", "enter", "tab", "y")
        assert "- ?person helps\n      x\n        y\n" in text_of(ui).text
        await ui.press(*["ctrl+z"] * 5)
        assert text_of(ui).text == RULES
        assert "not saved" not in ui.status
        await ui.press("ctrl+y")
        assert text_of(ui).text != RULES
        text_of(ui).take("- the fair op")
        await ui.press("end", "e", "right")
        assert text_of(ui).text == "- the fair opens"


async def test_a_file_changed_meanwhile_is_never_lost_silently(fair: Path) -> None:
    async with program(fair) as ui:
        await open_rules(ui)
        await write(ui, "mine")
        write_fair(fair, rules=WEAKER)
        await ui.press("ctrl+s")
        assert ui.shows(ChoiceScreen)
        await ui.press("enter")
        assert (text_of(ui).text, on_disk(fair)) == ("mine", WEAKER)
        await ui.press("ctrl+s")
        await ui.click("#choose-reload")
        assert (text_of(ui).text, on_disk(fair)) == (WEAKER, WEAKER)
        await ui.press("ctrl+z")
        assert text_of(ui).text == "mine"
        write_fair(fair)
        await ui.press("ctrl+s")
        await ui.click("#choose-overwrite")
        assert (text_of(ui).text, on_disk(fair)) == ("mine", "mine")


async def test_a_file_that_cannot_be_written_is_shown_only(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    async with program(fair) as ui:
        await open_rules(ui)
        assert "view only" in ui.status
        assert "Copy its folder" in ui.text()
        await ui.press("x")
        assert text_of(ui).text == RULES
        await ui.press("ctrl+s", "escape")
        assert ui.shows(Workspace)


async def test_a_terminal_escape_in_a_file_is_never_printed(fair: Path) -> None:
    write_fair(fair, rules=RULES.replace("One is enough.", 'One "\x1b]0;gotcha\x07" is enough.'))
    async with program(fair) as ui:
        await ui.press("alt+e")
        assert ui.shows(Editor)
        assert "gotcha" in ui.text()
        assert "\x1b" not in ui.text()


async def test_a_problem_in_another_file_is_gone_to_once_this_one_is_saved(fair: Path) -> None:
    async with program(fair) as ui:
        await open_rules(ui)
        await write(ui, RULES + "# mine\n")
        knowledge = fair / "knowledge" / "town.yaml"
        knowledge.write_text(knowledge.read_text() + "oops: 1\n")
        await ui.press("ctrl+end", "x", "backspace", "f8")
        assert NAME in ui.status
        await ui.press("ctrl+s", "f8")
        assert "knowledge/town.yaml" in ui.status
        assert text_of(ui).cursor_location[0] == knowledge.read_text().count("\n") - 1
        await ui.press("f3", "enter")
        assert ui.focus == "text"


async def test_a_broken_rule_base_is_mended_before_there_is_a_conversation(tmp_path: Path) -> None:
    folder = write_fair(tmp_path, rules=f"{RULES}x: 1\n")
    async with program(folder, NARROW) as ui:
        assert "Nothing can be asked until it is mended." in ui.text()
        await ui.press("alt+e")
        assert ui.shows(Editor)
        assert "One error. Once it is mended, the rule base opens." in ui.text()
        await write(ui, RULES)
        assert "Save and close" in ui.text()
        await ui.press("ctrl+s", "escape")
        await ui.settle()
        assert ui.shows(Workspace)


class Pause:
    """Stands for a timer."""

    def __init__(self, delay: float, callback: Callable[[], None]) -> None:
        self.delay, self.callback, self.stopped = delay, callback, False

    def stop(self) -> None:
        self.stopped = True


async def test_a_draft_is_looked_over_once_writing_pauses(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[Pause] = []
    async with program(fair) as ui:
        await open_rules(ui)
        monkeypatch.setattr(Editor, "PAUSE", 3)

        def wait(delay: float, callback: Callable[[], None]) -> Pause:
            pauses.append(Pause(delay, callback))
            return pauses[-1]

        monkeypatch.setattr(ui.screen, "set_timer", wait)
        await write(ui, BROKEN)
        await write(ui, WEAKER)
        assert [(each.delay, each.stopped) for each in pauses] == [(3, True), (3, False)]
        assert ui.lines("#findings") == []
        pauses[-1].callback()
        await ui.settle()
        assert ui.lines("#findings") == ["→ The fair has helpers: very likely → likely"]


def test_help_names_the_keys_of_the_editor_as_they_were_chosen() -> None:
    told = paragraphs_text(help_paragraphs(editing=True, chosen={"edit_save": "f4"}))
    assert "F4 save; before that" in " ".join(told.split())
    assert "Ctrl+S" not in told
    assert "Ctrl+Z" in told


class Changes:
    """Stands for the system that tells of changed files."""

    def __init__(self) -> None:
        self.told: Queue[Exception | None] = Queue()

    async def __call__(self, folder: Path | None) -> AsyncIterator[object]:
        while True:
            error = await self.told.get()
            if error is not None:
                raise error
            yield folder

    async def tell(self, ui: Driven, error: Exception | None = None) -> None:
        """Tell of a change, and wait until it is taken in."""
        self.told.put_nowait(error)
        for _ in range(3):
            await ui.settle()


async def test_files_changed_outside_are_taken_in(fair: Path) -> None:
    changes = Changes()
    async with program(fair, watch=changes) as ui:
        await ui.ask("Assume that Bob helps.")
        await ui.ask("Does the fair have helpers?")
        count = len(ui.cards)
        await changes.tell(ui)
        assert len(ui.cards) == count
        write_fair(fair, rules=WEAKER)
        await changes.tell(ui)
        assert len(ui.cards) == count + 1
        assert "Before: very likely. Now: likely." in ui.cards[-1].text
        assert "one assumption" in ui.status
        assert ui.lines("#why-tree")
        write_fair(fair, rules=BROKEN)
        await changes.tell(ui)
        assert ui.shows(Workspace)
        assert "in force" in ui.status
        assert (await ui.ask(OPENS)).text.startswith("Yes, that is likely")


async def test_what_is_not_known_any_more_is_said(fair: Path) -> None:
    changes = Changes()
    async with program(fair, watch=changes) as ui:
        await ui.ask("Assume that Bob helps.")
        knowledge = fair / "knowledge" / "town.yaml"
        text = knowledge.read_text().replace("  bob: {name: Bob, kind: person}\n", "")
        knowledge.write_text(text.replace("  - ask: Bob helps\n    by: bob\n", ""))
        await changes.tell(ui)
        assert "No longer known, and not assumed any more: Bob helps." in ui.cards[-1].text
        assert "no assumptions" in ui.status


async def test_a_change_outside_reaches_the_editor(fair: Path) -> None:
    changes = Changes()
    async with program(fair, watch=changes) as ui:
        await open_rules(ui)
        write_fair(fair, rules=WEAKER)
        await changes.tell(ui)
        assert text_of(ui).text == WEAKER
        await write(ui, "mine")
        write_fair(fair, rules=RULES)
        await changes.tell(ui)
        assert text_of(ui).text == "mine"
        assert "changed on disk since" in ui.text()
        write_fair(fair, rules=WEAKER)
        await changes.tell(ui)
        assert "changed on disk since" not in ui.text()


async def test_a_broken_rule_base_opens_once_it_is_mended_outside(tmp_path: Path) -> None:
    changes = Changes()
    async with program(write_fair(tmp_path, rules=BROKEN), watch=changes) as ui:
        assert ui.shows(ProblemsScreen)
        write_fair(tmp_path)
        await changes.tell(ui)
        assert ui.shows(Workspace)


async def test_where_nothing_can_be_watched_it_says_so(fair: Path) -> None:
    changes = Changes()
    async with program(fair, watch=changes) as ui:
        await changes.tell(ui, OSError("no watches left"))
        assert [each.message for each in ui.app._notifications] == [
            "Changes of files are not noticed here (no watches left). Ctrl+R reads them again."
        ]
