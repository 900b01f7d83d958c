"""F1: the keys, and how to ask."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from arguendo_tui.presenters.dialogs import Dialog, dialog_paragraphs
from arguendo_tui.presenters.help import help_paragraphs
from arguendo_tui.presenters.tiling import CHAT
from arguendo_tui.screens.passing import Passing
from arguendo_tui.widgets.setting import Prose


class HelpScreen(Passing, ModalScreen[None]):
    """One page, scrolled by the arrow keys; the keys that it tells act at once."""

    BINDINGS = [Binding("escape,f1,enter", "dismiss", "Close")]

    def __init__(
        self,
        pane: str = CHAT,
        editing: bool = False,
        chosen: Mapping[str, str] | None = None,
        *,
        reading: bool = False,
        dialog: Dialog | None = None,
    ) -> None:
        """Take the pane where one is, or whether it is the editor's page, and the keys chosen.

        `reading` says that rules are only read here. A dialog has a page of its own.
        """
        super().__init__()
        self._told = (
            tuple(dialog_paragraphs(dialog))
            if dialog
            else help_paragraphs(editing, pane, chosen, reading=reading)
        )

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help", classes="dialog"):
            yield Prose(self._told)
