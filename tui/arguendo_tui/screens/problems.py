"""The problems of a rule base: instead of the program at its start, else over it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from arguendo.library import RuleBaseError
from arguendo.problems import render
from arguendo.wording.grammar import counted


class ProblemsScreen(ModalScreen[bool]):
    """All problems in one list, with the text they are about; true when asked to read again."""

    BINDINGS = [
        Binding("ctrl+r", "again", "Read again"),
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
                yield Static(Content(text), classes="problem", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#problems").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Closing makes sense only over a running program."""
        return self._kept if action == "close" else True

    def action_again(self) -> None:
        """Ask to read the files again."""
        self.dismiss(True)

    def action_close(self) -> None:
        """Go back to the conversation."""
        self.dismiss(False)

    def _head(self) -> Content:
        found = len(self._error.problems)
        kept = (
            "The last good rule base stays in force."
            if self._kept
            else "Nothing can be asked until they are mended."
        )
        lead = f"The rule base has {counted(found, 'problem')}. {kept}"
        return Content.styled(lead, "bold")
