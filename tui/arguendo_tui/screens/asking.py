"""A dialog over the workspace, with a help page of its own."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

from arguendo_tui.presenters.dialogs import Dialog
from arguendo_tui.screens.help import HelpScreen

Given = TypeVar("Given")


class DialogScreen(ModalScreen[Given]):
    """Asks for something, and tells by F1 how to give it."""

    BINDINGS = [Binding("f1", "help", "Help")]
    DIALOG: ClassVar[Dialog]

    def action_help(self) -> None:
        """Show the keys of this dialog."""
        self.app.push_screen(HelpScreen(dialog=self.DIALOG))
