"""Pictures of every screen, at three sizes, dark and light; a few of them in every run of tests.

`pytest --snapshot-update -m evidence tests/tui/looks` takes them anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from arguendo.matching.native import NativeMatcher
from arguendo_tui.app import ArguendoApp
from arguendo_tui.preferences import Preferences
from arguendo_tui.screens import workspace
from arguendo_tui.screens.editor import Editor
from arguendo_tui.screens.new_rule import NewRuleScreen
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets.prompt import Line
from tests.tui.driving import Driven, started
from tests.tui.fair import RULES, write_fair

Compare = Callable[..., bool]
Drive = Callable[[Driven], Awaitable[None]]

SIZES = ((80, 24), (120, 40), (200, 60))
THEMES = ("dark", "light")
SAMPLE = {
    ("palette", (80, 24), "light"),
    ("comparison", (120, 40), "dark"),
    ("exercise", (80, 24), "dark"),
    ("new-rule", (120, 40), "light"),
}
"""What is looked at in every run of the tests."""

PAYS = "Does the fair pay for itself?"
STILL = ("home", "home")
"""Keys that change nothing: a map is there after a chart is made, and then laid out."""


class Shown(NamedTuple):
    """How a screen is reached."""

    keys: tuple[str, ...] = ()
    question: str = PAYS
    drive: Drive | None = None
    rules: str = RULES


async def _palette(ui: Driven) -> None:
    await ui.press("ctrl+p", *"com")


async def _search(ui: Driven) -> None:
    await ui.ask("Does Bob help?")
    await ui.press("ctrl+f", *"fair")


async def _new_rule(ui: Driven) -> None:
    await ui.press("ctrl+n")
    for name, text in (("title", "Bob"), ("if", "Ada helps"), ("then", "Bob helps")):
        ui.screen.query_one(f"#rule-{name}", Input).value = text
        await ui.settle()


async def _edit(ui: Driven) -> None:
    assert isinstance(ui.screen, Workspace)
    ui.screen.edit_rule("open")
    await ui.settle()
    area = ui.screen.query_one(TextArea)
    area.text = RULES.replace("qualifier: likely", "qualifier: very likely").replace(
        "helps", "aids"
    )
    await ui.settle()


async def _leave_editor(ui: Driven) -> None:
    await _edit(ui)
    await ui.press("escape")


async def _long_talk(ui: Driven) -> None:
    for question in ("Why?", "What if it rains on the fair?", "What would it take?"):
        await ui.ask(question)


SCREENS: dict[str, Shown] = {
    "welcome": Shown(question=""),
    "conversation": Shown(drive=_long_talk),
    "unfolded": Shown(("ctrl+o",)),
    "completions": Shown((*"does",)),
    "why": Shown(("f3", "down")),
    "assumptions": Shown(("f4", "plus", "down")),
    "rules": Shown(("f5", "down", "enter")),
    "source": Shown(("f6", "down")),
    "map": Shown(("f7", *STILL)),
    "replay": Shown(("f8", "right", "right")),
    "nothing-yet": Shown(("f3",), question=""),
    "panes": Shown(("f9",)),
    "jump": Shown(("ctrl+g",)),
    "help": Shown(("f1",)),
    "palette": Shown(drive=_palette),
    "search": Shown(drive=_search),
    "comparison": Shown(("ctrl+e",)),
    "keep": Shown(("ctrl+s",)),
    "export": Shown((*"/export", "enter")),
    "exercise": Shown(("ctrl+l",)),
    "explained": Shown(("ctrl+l", "1", "enter")),
    "new-rule": Shown(drive=_new_rule),
    "editor": Shown(drive=_edit),
    "unsaved": Shown(drive=_leave_editor),
    "problems": Shown(question="", rules=RULES.replace("then:", "than:").replace("if:", "fi:", 1)),
}


def pictures() -> list[object]:
    """List every screen at every size in every theme."""
    return [
        pytest.param(
            *each,
            id=f"{each[0]}-{each[1][0]}x{each[1][1]}-{each[2]}",
            marks=() if each in SAMPLE else pytest.mark.evidence,
        )
        for each in product(SCREENS, SIZES, THEMES)
    ]


@pytest.fixture(autouse=True)
def _always_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work everything out at once, with the matcher that every Python has, on a certain day."""
    monkeypatch.setattr(
        "arguendo.matching.grounding.make_matcher",
        lambda rulebase, editing: NativeMatcher(rulebase),
    )
    monkeypatch.setattr(workspace, "date", Today)
    for screen in (Workspace, Editor, NewRuleScreen):
        monkeypatch.setattr(screen, "PAUSE", 0)


class Today(date):
    """Always the same day."""

    @classmethod
    def today(cls) -> Today:
        return cls(2024, 4, 2)


@pytest.mark.parametrize(("name", "size", "theme"), pictures())
def test_every_screen_looks_the_same(
    snap_compare: Compare, tmp_path: Path, name: str, size: tuple[int, int], theme: str
) -> None:
    shown = SCREENS[name]

    async def run(pilot: Pilot[int]) -> None:
        assert isinstance(pilot.app, ArguendoApp)
        ui = Driven(pilot.app, pilot)
        await started(ui)
        if shown.question:
            await ui.ask(shown.question)
        if shown.drive is not None:
            await shown.drive(ui)
        await ui.press(*shown.keys)
        hold_still(ui.screen)
        # On a large screen a map is drawn as well, in several steps.
        for _ in range(5):
            await ui.settle()

    folder = write_fair(tmp_path / "fair", rules=shown.rules)
    chosen = Preferences(memory=tmp_path / "state", theme=theme, still=True)
    app = ArguendoApp(folder, chosen=chosen)
    assert snap_compare(app, terminal_size=size, run_before=run)


def hold_still(screen: Screen[object]) -> None:
    """Let no cursor blink."""
    for widget in screen.query("Input, TextArea, Line"):
        assert isinstance(widget, Input | TextArea | Line)
        widget.cursor_blink = False
