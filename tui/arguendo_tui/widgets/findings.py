"""What is found in a draft: a verdict, and the problems and changes to look at."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from arguendo_tui.findings import Findings
from arguendo_tui.presenters.findings import FindingRow, finding_rows, verdict
from arguendo_tui.presenters.labels import Label, Paragraph, Tone, label
from arguendo_tui.widgets.setting import Hanging, Prose, content


class FindingList(OptionList):
    """The problems and changes, a line each."""

    BINDINGS = [Binding("enter", "select", "Go to its line", show=False)]


class FindingsPane(Vertical):
    """A verdict, a note about the file, and below them the list."""

    class Chosen(Message):
        """A line of the list is to be gone to."""

        def __init__(self, row: FindingRow) -> None:
            """Take the line."""
            super().__init__()
            self.row = row

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id)
        self._rows: tuple[FindingRow, ...] = ()
        self._last = -1

    def compose(self) -> ComposeResult:
        yield Prose(id="note")
        yield Prose(id="verdict")
        yield FindingList(id="findings", markup=False)

    def on_mount(self) -> None:
        self.note("")
        self.say(label(("Looking it over …", Tone.DIM)))

    def note(self, text: str) -> None:
        """Say something about the file, until told otherwise."""
        note = self.query_one("#note", Prose)
        note.show([Paragraph(label((text, Tone.WARN)))] if text else [])
        note.display = bool(text)

    def say(self, told: Label) -> None:
        """Sum up."""
        self.query_one("#verdict", Prose).show([Paragraph(told)])

    def show(self, found: Findings, name: str) -> None:
        """Show what is found in the draft of a file."""
        self.say(verdict(found))
        rows = finding_rows(found, name)
        if rows == self._rows:
            return
        self._rows, self._last = rows, -1
        self._list.set_options(
            Option(Hanging(Content(f"{row.mark} "), content(row.label))) for row in self._rows
        )
        self._list.highlighted = 0 if rows else None

    def next(self) -> FindingRow | None:
        """Point at the next problem that leads somewhere, and return it."""
        places = [place for place, row in enumerate(self._rows) if row.line]
        if not places:
            return None
        self._last = next((place for place in places if place > self._last), places[0])
        self._list.highlighted = self._last
        return self._rows[self._last]

    def focus_list(self) -> None:
        """Go to the list."""
        self._list.focus()

    @property
    def _list(self) -> FindingList:
        return self.query_one(FindingList)

    @on(OptionList.OptionSelected, "#findings")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._last = event.option_index
        self.post_message(self.Chosen(self._rows[event.option_index]))
