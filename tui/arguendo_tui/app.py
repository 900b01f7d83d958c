"""The terminal program: opens a rule base beside the screen, then the workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.theme import Theme
from textual.widgets import Static

from arguendo.library import RuleBaseError, load
from arguendo.problems import Problems, did_you_mean
from arguendo_tui.desk import Desk, Opening, Recalled
from arguendo_tui.drafting import Draft, Unopened
from arguendo_tui.minutes import Minutes
from arguendo_tui.presenters.findings import first_place
from arguendo_tui.screens.commands import Command, Commands
from arguendo_tui.screens.editor import Editor
from arguendo_tui.screens.jobs import Failed, Job, Refused
from arguendo_tui.screens.news import FilesChanged
from arguendo_tui.screens.problems import ProblemsScreen, Wish
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.sittings import Sitting
from arguendo_tui.watching import Watch, changes

DARK = Theme(
    name="arguendo-dark",
    primary="#7fa7cf",
    secondary="#5f7d9c",
    accent="#8fb7df",
    foreground="#dcdfe4",
    background="#16191f",
    surface="#1b1f26",
    panel="#242a33",
    success="#8dbf8b",
    warning="#d9b26a",
    error="#d98880",
    dark=True,
    variables={
        "block-cursor-background": "#2b4056",
        "block-cursor-foreground": "#f2f4f7",
        "block-cursor-blurred-background": "#232b35",
        "block-cursor-blurred-foreground": "#dcdfe4",
        "scrollbar": "#3a4453",
        "scrollbar-background": "#16191f",
    },
)
LIGHT = Theme(
    name="arguendo-light",
    primary="#2c5f8f",
    secondary="#5f7d9c",
    accent="#2c5f8f",
    foreground="#22262c",
    background="#fbfaf7",
    surface="#f4f2ed",
    panel="#e7e4dc",
    success="#2f6b34",
    warning="#8a5a00",
    error="#9c2f26",
    dark=False,
    variables={
        "block-cursor-background": "#cfdfee",
        "block-cursor-foreground": "#16191f",
        "block-cursor-blurred-background": "#e7e4dc",
        "block-cursor-blurred-foreground": "#22262c",
        "scrollbar": "#b9b4a8",
        "scrollbar-background": "#fbfaf7",
    },
)

BROKEN_RULE_BASE = 3
"""The exit status when the rule base could not be used."""


class Opened(Message):
    """The rule base is open."""

    def __init__(self, desk: Desk, opening: Opening, recalled: Recalled) -> None:
        """Take the desk, what the rule base shows at first, and what was said earlier."""
        super().__init__()
        self.desk = desk
        self.opening = opening
        self.recalled = recalled


class ArguendoApp(App[int]):
    """Questions a rule base in the terminal."""

    TITLE = "arguendo"
    CSS_PATH = "styles/arguendo.tcss"
    COMMANDS = {Commands}
    BINDINGS = [Binding("ctrl+t", "turn_light", "Light or dark", show=False)]

    def __init__(
        self,
        folder: Path | None = None,
        scenario: str | None = None,
        *,
        light: bool = False,
        watch: Watch | None = None,
        sitting: Sitting | None = None,
    ) -> None:
        """Take the rule base's folder (default: the article's) and the scenario to begin with.

        `watch` tells when its files change; without it they are read again only when asked for. A
        sitting tells which session is gone on with, and where the conversation is kept.
        """
        # Without colours all colour is left out, where Textual alone would use shades of grey.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._folder = folder
        self._scenario = scenario
        self._watch = watch
        self._sitting = sitting or Sitting()
        self._minutes = Minutes()
        self.animation_level = "none"
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = (LIGHT if light else DARK).name

    def compose(self) -> ComposeResult:
        yield Static("Reading the rule base …", id="opening", markup=False)

    def on_mount(self) -> None:
        self._open()
        if self._watch is not None:
            self.run_worker(self._watch_files(self._watch), group="watch")

    def on_unmount(self) -> None:
        self._minutes.close()

    async def _watch_files(self, watch: Watch) -> None:
        try:
            async for _ in watch(self._folder):
                self._tell_change()
        except Exception as error:
            why = f"Changes of files are not noticed here ({error}). Ctrl+R reads them again."
            self.notify(why, severity="warning", markup=False)

    def _tell_change(self) -> None:
        """Tell whoever shows the files that they have changed."""
        screen = next((each for each in self.screen_stack if isinstance(each, Workspace)), None)
        if screen is not None:
            screen.post_message(FilesChanged())
        elif isinstance(self.screen, ProblemsScreen):
            self.screen.dismiss(Wish.AGAIN)
        elif isinstance(self.screen, Editor):
            self.screen.refit(None)

    def action_turn_light(self) -> None:
        """Turn from the dark theme to the light one, or back."""
        self.theme = (LIGHT if self.current_theme.dark else DARK).name

    def commands(self) -> Iterator[Command]:
        """Go through the commands that do not depend on the screen."""
        yield Command("Light or dark", "Turn the theme", self.action_turn_light)
        yield Command("Theme", "Choose among all themes", self.action_change_theme)
        yield Command("Quit", "Leave the program", self.action_quit)

    def _open(self) -> None:
        make = partial(_opened, self._folder, self._scenario, self._sitting)
        job = Job(self, make, lambda made: Opened(*made))
        self.run_worker(job, thread=True, group="open")

    @on(Opened)
    def _begin(self, event: Opened) -> None:
        self._minutes = event.desk.minutes
        self.push_screen(Workspace(event.desk, event.opening, event.recalled))

    @on(Refused)
    def _refuse(self, event: Refused) -> None:
        def choose(wish: Wish | None) -> None:
            if wish is Wish.EDIT:
                self._edit(*first_place(event.error))
            else:
                self._open()

        self.push_screen(ProblemsScreen(event.error, running=False), choose)

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        self.exit(70, return_code=70, message=event.text)

    def _edit(self, name: str, line: int) -> None:
        """Edit a file before there is a rule base to talk about; then try to open it again."""
        try:
            draft = Draft.open(self._folder, name)
        except Unopened as error:
            self.notify(str(error), severity="error", markup=False)
            self._open()
        else:
            self.push_screen(Editor(draft, line, None, lambda: None), lambda _: self._open())

    async def action_quit(self) -> None:
        """Leave, after asking when changes of a file would be lost."""
        for screen in self.screen_stack:
            if isinstance(screen, Editor) and screen.unsaved:
                screen.leave(self._quit)
                return
        self._quit()

    def _quit(self) -> None:
        """Leave; the exit status tells whether there was a rule base to talk about."""
        opened = any(isinstance(screen, Workspace) for screen in self.screen_stack)
        self.exit(0 if opened else BROKEN_RULE_BASE)


def _opened(
    folder: Path | None, scenario: str | None, sitting: Sitting
) -> tuple[Desk, Opening, Recalled]:
    """Open a rule base. Raises `RuleBaseError`, also for a scenario that it does not have."""
    rulebase = load(folder)
    if scenario and scenario not in rulebase.scenario:
        problems = Problems()
        known = list(rulebase.scenario)
        hint = did_you_mean(scenario, known) or f"one of: {', '.join(known)}"
        problems.error("unknown-scenario", f"there is no scenario “{scenario}”", hint=hint)
        raise RuleBaseError(problems, {})
    case = sitting.case(rulebase, scenario)
    desk = Desk(case, folder, minutes=Minutes(sitting.journal(case)))
    session = sitting.session
    recalled = desk.recall(session, sitting.gone(case)) if session else Recalled()
    return desk, desk.opening(), recalled


def prefers_light(environment: Mapping[str, str]) -> bool:
    """Tell from what some terminals say of their colours whether their background is light."""
    return environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def run(
    rule_base: Path | None = None, scenario: str | None = None, sitting: Sitting | None = None
) -> int:
    """Run the terminal program, and return its exit status."""
    light = prefers_light(os.environ)
    app = ArguendoApp(rule_base, scenario, light=light, watch=changes, sitting=sitting)
    result = app.run()
    return result if result is not None else app.return_code or 0
