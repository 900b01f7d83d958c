"""A list of lines that keeps the one pointed at in sight."""

from __future__ import annotations

from textual.widgets import OptionList


class Lines(OptionList):
    """A list whose room changes with what is told below it of the line pointed at."""

    def on_resize(self) -> None:
        self.scroll_to_highlight()
