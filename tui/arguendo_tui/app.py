"""The terminal program: opens a rule base beside the screen, then the workspace."""

from __future__ import annotations

import os
import sys
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.events import DescendantFocus, Event, InputEvent, Key, Paste
from textual.filter import LineFilter
from textual.message import Message
from textual.widgets import Input, Static

from arguendo_tui.glyphs import ConsoleGlyphs
from arguendo_tui.pasting import cleaned, in_a_line
from arguendo_tui.preferences import Preferences, config_file, is_still, preferences
from arguendo_tui.queueing import Queue
from arguendo_tui.screens.jobs import Begun, Failed, Job, Refused
from arguendo_tui.screens.writing import Writing
from arguendo_tui.surroundings import has_terminal, state_folder
from arguendo_tui.themes import BY_NAME
from arguendo_tui.tidying import EVERY, Tidying

# All else is imported beside the screen: what is painted first waits for nothing that it can spare.
if TYPE_CHECKING:
    from textual.command import Provider

    from arguendo_tui.board import Opening, Recalled
    from arguendo_tui.desk import Desk
    from arguendo_tui.minutes import Minutes
    from arguendo_tui.screens.problems import Wish
    from arguendo_tui.screens.workspace import Workspace
    from arguendo_tui.sittings import Sitting
    from arguendo_tui.watching import Watch

BROKEN_RULE_BASE = 3
"""The exit status when the rule base could not be used."""
HUNG_UP = 129
"""The exit status when the terminal is gone: that of a program which a hang-up ends."""
HEEDS = 1.0
"""Seconds from one look whether the terminal is still there to the next."""

SWITCH = 0.0005
"""Seconds after which a thread that works gives way to one that waits."""


class Opened(Message):
    """The rule base is open."""

    def __init__(self, desk: Desk, opening: Opening, recalled: Recalled) -> None:
        """Take the desk, what the rule base shows at first, and what was said earlier."""
        super().__init__()
        self.desk = desk
        self.opening = opening
        self.recalled = recalled


def _commands() -> type[Provider]:
    """Return what the palette lists, imported once it is opened."""
    from arguendo_tui.screens.commands import Commands

    return Commands


class ArguendoApp(App[int]):
    """Questions a rule base in the terminal."""

    TITLE = "arguendo"
    CSS_PATH = "styles/arguendo.tcss"
    COMMANDS = {_commands}
    can_edit = True
    """Whether rules may be edited."""
    BINDINGS = [
        Binding("ctrl+t", "turn_light", "Light or dark", show=False),
        Binding("ctrl+p", "command_palette", "Palette", show=False, priority=True),
    ]

    def __init__(
        self,
        folder: Path | None = None,
        scenario: str | None = None,
        *,
        light: bool = False,
        watch: Watch | None = None,
        sitting: Sitting | None = None,
        chosen: Preferences | None = None,
    ) -> None:
        """Take the rule base's folder (default: the article's) and the scenario to begin with.

        `watch` tells when its files change; without it they are read again only when asked for. A
        sitting tells which session is gone on with, and where the conversation is kept; `chosen` is
        what a person prefers.
        """
        # Without colours all colour is left out, where Textual alone would use shades of grey.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._folder = folder
        self._scenario = scenario
        self._watch = watch
        self._sitting = sitting
        self._chosen = chosen or Preferences()
        self.still = is_still(os.environ, self._chosen)
        """Whether nothing may move by itself."""
        self._minutes: Minutes | None = None
        self._tidying = Tidying()
        self._queue = Queue(self, self._hand_on)
        self._glyphs = [ConsoleGlyphs()] if os.environ.get("TERM") == "linux" else []
        self.animation_level = "none"
        for theme in BY_NAME.values():
            self.register_theme(theme)
        self.theme = BY_NAME[self._chosen.theme or ("light" if light else "dark")].name
        self.set_keymap(self._chosen.keys)

    def compose(self) -> ComposeResult:
        yield Static("Reading the rule base …", id="opening", markup=False)

    def on_mount(self) -> None:
        for trouble in self._chosen.troubles:
            self.notify(trouble, title="Your settings", severity="warning", markup=False)
        self.call_after_refresh(self._open)
        if not self.is_headless and has_terminal():
            self.set_interval(HEEDS, self._leave_with_the_terminal)
        if self._watch is not None:
            self.run_worker(self._watch_files(self._watch), group="watch")

    def _leave_with_the_terminal(self) -> None:
        """End when the terminal is gone: nobody would see it, and reading from it never rests."""
        if not has_terminal():
            self.exit(return_code=HUNG_UP)

    def on_unmount(self) -> None:
        if self._minutes is not None:
            self._minutes.close()

    @on(DescendantFocus)
    def _keep_still(self, event: DescendantFocus) -> None:
        """Let no cursor blink where nothing may move by itself."""
        if self.still and hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    async def on_event(self, event: Event) -> None:
        """Take note that someone types; keys go in their order, and letters write anywhere."""
        if isinstance(event, InputEvent):
            self._tidying.keyed()
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self._queue.take(event)
        else:
            await super().on_event(event)

    async def _hand_on(self, event: Event) -> None:
        if isinstance(event, Paste):
            event = Paste(in_a_line(event.text) if self._has_a_line else cleaned(event.text))
        if not self._writes(event):
            await super().on_event(event)

    @property
    def _has_a_line(self) -> bool:
        """Whether what has the focus takes one line, of which Textual would take the first."""
        return bool(self.screen_stack) and isinstance(self.focused, Input)

    def _writes(self, event: Event) -> bool:
        if not isinstance(event, Key | Paste) or not self.screen_stack:
            return False
        # As with every key: it tells that the terminal has the focus, and what had it has it again.
        self.app_focus = True
        return isinstance(self.screen, Writing) and self.screen.takes(event)

    async def _watch_files(self, watch: Watch) -> None:
        try:
            async for _ in watch(self._folder):
                self._tell_change()
        except Exception as error:
            why = f"Changes of files are not noticed here ({error}). Ctrl+R reads them again."
            self.notify(why, severity="warning", markup=False)

    def _tell_change(self) -> None:
        """Tell whoever shows the files that they have changed."""
        from arguendo_tui.screens.editor import Editor
        from arguendo_tui.screens.news import FilesChanged
        from arguendo_tui.screens.problems import ProblemsScreen, Wish
        from arguendo_tui.screens.workspace import Workspace

        screen = next((each for each in self.screen_stack if isinstance(each, Workspace)), None)
        if screen is not None:
            screen.post_message(FilesChanged())
        elif isinstance(self.screen, ProblemsScreen):
            self.screen.dismiss(Wish.AGAIN)
        elif isinstance(self.screen, Editor):
            self.screen.refit(None)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to each line: on the console of Linux, signs that it has."""
        return [*super().get_line_filters(), *self._glyphs]

    def action_turn_light(self) -> None:
        """Turn from one theme to the next: dark, light, high contrast."""
        names = [theme.name for theme in BY_NAME.values()]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by the terminal's own way (OSC 52), which works from afar; through tmux as well."""
        super().copy_to_clipboard(text)
        if self._driver is not None and "TMUX" in os.environ:
            self._driver.write(passed_through(text))

    @property
    def keys(self) -> Mapping[str, str]:
        """By action: the keys chosen instead of the usual ones."""
        return self._chosen.keys

    def _open(self) -> None:
        self._queue.close()
        make = partial(_opened, self._folder, self._scenario, self._sitting)
        job = Job(self, make, lambda made: Opened(*made))
        self.run_worker(job, thread=True, group="open")

    @on(Opened)
    def _begin(self, event: Opened) -> None:
        self._minutes = event.desk.minutes
        if not self.is_headless:
            self._tidying.begin()
            self.set_interval(EVERY, self._tidying.look)
        self.push_screen(self.workspace(event.desk, event.opening, event.recalled))

    def workspace(self, desk: Desk, opening: Opening, recalled: Recalled) -> Workspace:
        """Make the screen on which one works."""
        from arguendo_tui.screens.workspace import Workspace

        return Workspace(desk, opening, recalled, self._chosen.memory)

    @on(Begun)
    async def _hear_keys(self) -> None:
        """Act on keys, and first on those that were pressed while the rule base was opened."""
        await self._queue.open()

    @on(Refused)
    async def _refuse(self, event: Refused) -> None:
        from arguendo_tui.presenters.findings import first_place
        from arguendo_tui.screens.problems import ProblemsScreen, Wish

        def choose(wish: Wish | None) -> None:
            if wish is Wish.EDIT:
                self._edit(*first_place(event.error))
            else:
                self._open()

        self.push_screen(ProblemsScreen(event.error, running=False), choose)
        await self._queue.open()

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        self.exit(70, return_code=70, message=event.text)

    def _edit(self, name: str, line: int) -> None:
        """Edit a file before there is a rule base to talk about; then try to open it again."""
        from arguendo_tui.drafting import Draft, Unopened
        from arguendo_tui.screens.editor import Editor

        try:
            draft = Draft.open(self._folder, name)
        except Unopened as error:
            self.notify(str(error), severity="error", markup=False)
            self._open()
        else:
            self.push_screen(Editor(draft, line, None, lambda: None), lambda _: self._open())

    async def action_quit(self) -> None:
        """Leave, after asking when changes of a file would be lost."""
        from arguendo_tui.screens.editor import Editor

        for screen in self.screen_stack:
            if isinstance(screen, Editor) and screen.unsaved:
                screen.leave(self._quit)
                return
        self._quit()

    def _quit(self) -> None:
        """Leave; the exit status tells whether there was a rule base to talk about."""
        self.exit(0 if self._minutes is not None else BROKEN_RULE_BASE)


def _opened(
    folder: Path | None, scenario: str | None, sitting: Sitting | None
) -> tuple[Desk, Opening, Recalled]:
    """Open a rule base. Raises `RuleBaseError`, also for a scenario that it does not have."""
    from arguendo.library import RuleBaseError, load
    from arguendo.problems import Problems, did_you_mean
    from arguendo_tui.board import Recalled
    from arguendo_tui.desk import Desk
    from arguendo_tui.minutes import Minutes
    from arguendo_tui.screens import workspace  # noqa: F401
    from arguendo_tui.sittings import Sitting

    sitting = sitting or Sitting()
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


def passed_through(text: str) -> str:
    """Wrap the copying of a text so that tmux hands it on to the terminal around it."""
    copied = b64encode(text.encode(errors="replace")).decode()
    return f"\x1bPtmux;\x1b\x1b]52;c;{copied}\a\x1b\\"


def prefers_light(environment: Mapping[str, str]) -> bool:
    """Tell from what some terminals say of their colours whether their background is light."""
    return environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def run(
    rule_base: Path | None = None, scenario: str | None = None, sitting: Sitting | None = None
) -> int:
    """Run the terminal program, and return its exit status."""
    from arguendo_tui.alt_keys import read_alt_at_once
    from arguendo_tui.watching import changes

    read_alt_at_once()
    # What is worked out beside the screen gives way to it this soon.
    sys.setswitchinterval(SWITCH)
    light = prefers_light(os.environ)
    chosen = replace(preferences(config_file(os.environ)), memory=state_folder())
    app = ArguendoApp(
        rule_base, scenario, light=light, watch=changes, sitting=sitting, chosen=chosen
    )
    result = app.run(mouse=chosen.mouse)
    return result if result is not None else app.return_code or 0
