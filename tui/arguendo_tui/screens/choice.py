"""Asks what to do, where one thing or another would be lost."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from arguendo.problems import printable


class ChoiceScreen(ModalScreen[str]):
    """Returns the id of what is chosen; empty when nothing is to be done."""

    BINDINGS = [
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
        Binding("escape", "cancel", "Cancel"),
    ]

    def __init__(self, question: str, choices: Mapping[str, str], cancel: str) -> None:
        """Take the question, what there is to choose (id → words), and the words for neither."""
        super().__init__()
        self._question = question
        self._choices = choices
        self._cancel = cancel

    def compose(self) -> ComposeResult:
        with Vertical(id="choice", classes="dialog"):
            yield Static(Content(printable(self._question)), id="choice-question", markup=False)
            with Horizontal(classes="buttons"):
                for name, words in self._choices.items():
                    yield Button(words, id=f"choose-{name}", compact=True)
                yield Button(self._cancel, variant="primary", id="choose-", compact=True)

    def on_mount(self) -> None:
        self.query_one("#choose-", Button).focus()

    @on(Button.Pressed)
    def _choose(self, event: Button.Pressed) -> None:
        self.dismiss(str(event.button.id).removeprefix("choose-"))

    def action_cancel(self) -> None:
        """Do nothing."""
        self.dismiss("")
