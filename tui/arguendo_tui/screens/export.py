"""Asks where to write the conversation, and writes it; nothing is overwritten unasked."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from arguendo.problems import printable


class ExportScreen(ModalScreen[Path | None]):
    """Returns the file written, or None."""

    BINDINGS = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, name: str, text: str) -> None:
        """Take the name proposed and what to write."""
        super().__init__()
        self._proposed = name
        self._text = text
        self._agreed: Path | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="export", classes="dialog"):
            yield Static("Export the conversation as Markdown to:", markup=False)
            yield Input(self._proposed, id="export-name", select_on_focus=False)
            yield Static("", id="export-note", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Export", variant="primary", id="export-do", compact=True)
                yield Button("Cancel", id="export-cancel", compact=True)

    @on(Input.Changed)
    def _renamed(self) -> None:
        self._agreed = None
        self._note("")

    @on(Input.Submitted)
    @on(Button.Pressed, "#export-do")
    def _export(self) -> None:
        given = self.query_one(Input).value.strip()
        if not given:
            self._note("Name a file.")
            return
        path = Path(given).expanduser()
        try:
            with path.open("w" if self._agreed == path else "x", encoding="utf-8") as file:
                file.write(self._text)
        except FileExistsError:
            self._agreed = path
            self._note("That file exists. Press Enter again to overwrite it, or change the name.")
        except OSError as error:
            self._note(f"It could not be written: {error.strerror or error}.")
        except (ValueError, RuntimeError):
            self._note("That cannot be the name of a file.")
        else:
            self.dismiss(path)

    @on(Button.Pressed, "#export-cancel")
    def action_cancel(self) -> None:
        """Write nothing."""
        self.dismiss(None)

    def _note(self, text: str) -> None:
        self.query_one("#export-note", Static).update(Content(printable(text)))
