"""What runs for one visitor: the program as in a terminal, but nothing on the server is changed.

No file is edited or written, no conversation kept, and nobody's preferences are read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from textual.events import AppFocus

from arguendo_tui import app
from arguendo_tui.alt_keys import read_alt_at_once
from arguendo_tui.app import SWITCH, ArguendoApp
from arguendo_tui.board import Opening, Recalled
from arguendo_tui.desk import Desk
from arguendo_tui.presenters.transcript import Transcript, file_name, writer_for
from arguendo_tui.screens.commands import Command
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.serving.begun import ASKED, Visit, read
from arguendo_tui.watching import changes

_NOT_EDITED = "In the browser, rules are read and not edited."


class VisitorWorkspace(Workspace):
    """The workspace, for someone who may ask whatever they like and change nothing."""

    ask = ""
    """The question to begin with."""

    async def on_mount(self) -> None:
        # The browser said that it has the focus before the program could hear it.
        self.app.post_message(AppFocus())
        if self.ask:
            self._chat.prompt.enter(self.ask)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is kept, and no rule is written."""
        return action not in ("new_rule", "save") and super().check_action(action, parameters)

    def commands(self) -> Iterator[Command]:
        """Go through the commands that a visitor has."""
        left_out = ("New rule", "Save as a scenario")
        return (each for each in super().commands() if not each.name.startswith(left_out))

    def edit(self, name: str, line: int = 1, rule: str = "") -> None:
        """Say that nothing is edited."""
        self.notify(_NOT_EDITED, timeout=4)

    def action_new_rule(self) -> None:
        """Say that nothing is edited."""
        self.notify(_NOT_EDITED, timeout=4)

    def write_down(self, transcript: Transcript) -> None:
        """Have the browser save the conversation."""
        name = file_name(transcript)
        text = writer_for(name)(transcript)
        self.app.deliver_text(StringIO(text), save_filename=name, mime_type="text/markdown")


class VisitorApp(ArguendoApp):
    """The program for one visitor."""

    can_edit = False
    CSS_PATH = str(Path(app.__file__).parent / "styles" / "arguendo.tcss")

    def __init__(self, visit: Visit) -> None:
        """Take what to begin with."""
        folder = Path(visit.rule_base) if visit.rule_base else None
        super().__init__(folder, visit.scenario or None, light=visit.light, watch=changes)
        self._visit = visit

    def workspace(self, desk: Desk, opening: Opening, recalled: Recalled) -> Workspace:
        """Make the screen on which a visitor works."""
        screen = VisitorWorkspace(desk, opening, recalled)
        screen.ask = self._visit.ask
        return screen

    def _edit(self, name: str, line: int) -> None:
        self.notify(_NOT_EDITED, timeout=4)
        self._open()


def main() -> None:
    """Run the program with what the server handed over, and end the process."""
    sys.setswitchinterval(SWITCH)
    visitor = VisitorApp(read(os.environ[ASKED]))
    read_alt_at_once()
    visitor.run()
    sys.exit(visitor.return_code or 0)


if __name__ == "__main__":
    main()
