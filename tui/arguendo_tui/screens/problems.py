"""The problems of a rule base: instead of the program at its start, else over it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.visual import VisualType
from textual.widgets import Static

from arguendo.library import RuleBaseError
from arguendo.problems import render
from arguendo.wording.grammar import counted
from arguendo_tui.presenters.findings import first_place
from arguendo_tui.widgets.key_line import KeyLine
from arguendo_tui.widgets.keys import can_edit
from arguendo_tui.widgets.setting import Hanging

_HINT = "hint: "


class Wish(Enum):
    """What is wished for when the problems were seen."""

    AGAIN = "read again"
    EDIT = "edit"
    CLOSE = "close"


class ProblemsScreen(ModalScreen[Wish]):
    """All problems in one list, with the text they are about; returns what to do next."""

    BINDINGS = [
        Binding("ctrl+r", "again", "Read again"),
        Binding("enter,alt+e", "edit", "Edit the first"),
        Binding("escape", "close", "Close"),
        Binding("ctrl+q", "app.quit", "Quit"),
    ]

    def __init__(self, error: RuleBaseError, running: bool) -> None:
        """Take the problems, and whether a good rule base is still in force."""
        super().__init__()
        self._error = error
        self._kept = running

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="problems"):
            yield Static(self._head(), id="problems-head", markup=False)
            for problem in self._error.problems:
                text = render(problem, self._error.texts)
                with Vertical(classes="problem"):
                    yield from map(Static, _set(text))
        yield KeyLine(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#problems").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Closing makes sense only over a running program, editing only for a file."""
        if action == "edit":
            return bool(first_place(self._error)[0]) and can_edit(self)
        return self._kept if action == "close" else True

    def action_again(self) -> None:
        """Ask to read the files again."""
        self.dismiss(Wish.AGAIN)

    def action_edit(self) -> None:
        """Edit the file of the first problem, at its line."""
        self.dismiss(Wish.EDIT)

    def action_close(self) -> None:
        """Go back to the conversation."""
        self.dismiss(Wish.CLOSE)

    def _head(self) -> Content:
        found = len(self._error.problems)
        once = "it is" if found == 1 else "they are"
        kept = (
            "The last good rule base stays in force."
            if self._kept
            else f"Nothing can be asked until {once} mended."
        )
        lead = f"The rule base has {counted(found, 'problem')}. {kept}"
        return Content.styled(lead, "bold")


def _set(text: str) -> Iterator[VisualType]:
    """Set a problem, line by line: what is wrong stands out, and under the excerpt where."""
    first, *others = text.split("\n")
    yield Content.styled(first, "bold")
    for line in others:
        lead, hint, said = line.partition(_HINT)
        if hint and not lead.strip():
            yield Hanging(
                Content.styled(lead + hint, "$text-accent"), Content.styled(said, "$text-accent")
            )
        else:
            is_mark = set(line) <= set(" |^")
            yield Content.styled(line, "$text-error" if is_mark else "$text-muted")
