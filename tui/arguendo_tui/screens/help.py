"""F1: the keys, and how to ask."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from arguendo_tui.presenters.help import help_paragraphs
from arguendo_tui.widgets.setting import Prose


class HelpScreen(ModalScreen[None]):
    """One page, scrolled by the arrow keys."""

    BINDINGS = [Binding("escape,f1,q,enter", "dismiss", "Close")]

    def __init__(self, editing: bool = False) -> None:
        """Take whether it is the editor's page."""
        super().__init__()
        self._editing = editing

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help", classes="dialog"):
            yield Prose(help_paragraphs(self._editing))
