"""The line above a list that leaves in it what has some words."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from arguendo_tui.presenters.filtering import told_filtered
from arguendo_tui.presenters.labels import Paragraph
from arguendo_tui.widgets.setting import Prose


class Filter(Input):
    """Words to be had; Escape takes them away before it leads elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "clear", "All", show=False)]

    def __init__(self, told: str, *, id: str) -> None:
        """Take what it is for."""
        super().__init__(placeholder=told, compact=True, id=id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Escape to its usual work while there is nothing to take away."""
        return bool(self.value) if action == "clear" else super().check_action(action, parameters)

    def action_clear(self) -> None:
        """Show all again."""
        self.value = ""


class Filtered(Prose):
    """Tells how many rows a filter leaves; nothing while it leaves all."""

    def on_mount(self) -> None:
        self.display = False

    def tell(self, words: str, shown: int, of: int) -> None:
        """Tell how many of how many are shown, and how all are shown again."""
        told = told_filtered(words, shown, of)
        self.display = told is not None
        self.show([Paragraph(told)] if told else [])
