"""Asks where to write the conversation, and writes it; nothing is overwritten unasked."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from arguendo.problems import printable
from arguendo_tui.presenters.dialogs import Dialog
from arguendo_tui.presenters.transcript import (
    ENDINGS,
    Transcript,
    file_name,
    tells_form,
    writer_for,
)
from arguendo_tui.screens.asking import DialogScreen


class ExportScreen(DialogScreen[Path | None]):
    """Returns the file written, or None."""

    DIALOG = Dialog.EXPORT
    BINDINGS = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, transcript: Transcript) -> None:
        """Take what to write; the ending of the file's name says in which form."""
        super().__init__()
        self._transcript = transcript
        self._agreed: Path | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="export", classes="dialog"):
            yield Static(f"Export the conversation as {ENDINGS} to:", markup=False)
            yield Input(
                file_name(self._transcript), id="export-name", compact=True, select_on_focus=False
            )
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
        try:
            path = Path(given).expanduser()
            if not tells_form(path.name):
                self._propose(path)
                return
            text = writer_for(path.name)(self._transcript)
            with path.open("w" if self._agreed == path else "x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            self._agreed = path
            self._note("That file exists. Press Enter again to overwrite it, or change the name.")
        except OSError as error:
            self._note(f"It could not be written: {error.strerror or error}.")
        except (ValueError, RuntimeError):
            self._note("That cannot be the name of a file.")
        else:
            self.dismiss(path)

    def _propose(self, path: Path) -> None:
        """Ask for an ending: Markdown is proposed where there is none."""
        said = f"Its ending says in which form it is written: {ENDINGS}."
        if not path.suffix and path.name:
            line = self.query_one(Input)
            # What is told of the name proposed stands until that is changed by hand.
            with line.prevent(Input.Changed):
                line.value = f"{path}.md"
            line.cursor_position = len(line.value)
            said = f"{said} “.md” is added; Enter writes it so."
        self._note(said)

    @on(Button.Pressed, "#export-cancel")
    def action_cancel(self) -> None:
        """Write nothing."""
        self.dismiss(None)

    def _note(self, text: str) -> None:
        self.query_one("#export-note", Static).update(Content(printable(text)))
