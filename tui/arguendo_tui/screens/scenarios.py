"""Scenarios: kept under a name, and set side by side."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import DataTable, Input, Static

from arguendo_tui.presenters.comparing import ALIKE, Columns, headings
from arguendo_tui.presenters.dialogs import Dialog
from arguendo_tui.screens.asking import DialogScreen


class NameScreen(DialogScreen[str]):
    """Returns the name typed; empty for none."""

    DIALOG = Dialog.NAME
    BINDINGS = [Binding("escape", "dismiss('')", "Cancel")]

    def __init__(self, asked: str, proposed: str) -> None:
        """Take what to ask, and a name to begin with."""
        super().__init__()
        self._asked = asked
        self._proposed = proposed

    def compose(self) -> ComposeResult:
        with Vertical(id="name", classes="dialog"):
            yield Static(Content(self._asked), markup=False)
            yield Input(self._proposed, max_length=80, compact=True, id="name-given")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())


_AROUND, _APART = 8, 2
"""Cells around the table, and between two columns."""
_LEAST = 72
"""Cells of the dialog at the least, where there is room, for what is told above the table."""
_WIDEST = 20
"""Cells that a column of a scenario needs at most."""


def widths(room: int, titles: int) -> tuple[int, int]:
    """Share the room out: to the column of statements, and to each of the others."""
    first = min(max(room // 3, 20), 44)
    each = (room - first) // max(titles, 1) - _APART
    return first - _APART, min(max(each, 12), _WIDEST)


class CompareScreen(DialogScreen[None]):
    """A table: a column for each scenario."""

    DIALOG = Dialog.COMPARE
    BINDINGS = [Binding("escape,q,ctrl+e", "dismiss", "Close")]

    def __init__(self, columns: Columns) -> None:
        """Take what to show."""
        super().__init__()
        self._columns = columns
        self._room = self.app.size.width - _AROUND
        self._first, self._width = widths(self._room, len(columns.titles))
        self._heads, self._legend = headings(columns.titles, self._width)

    def compose(self) -> ComposeResult:
        with Vertical(id="compare", classes="dialog wide"):
            yield Static(Content(self._told()), markup=False)
            yield DataTable(
                zebra_stripes=True,
                cursor_type="row",
                header_height=1 if self._legend else 2,
                fixed_columns=1,
                id="columns",
            )

    def _told(self) -> str:
        """Say what is seen: which columns are alike, what letters stand for, if some are hidden."""
        said = ["Scenarios side by side: assumptions, and where conclusions part. Esc closes."]
        titles = self._columns.titles
        if len(titles) == 1:
            said.append("All of them are alike in every row.")
        elif any(ALIKE in title for title in titles):
            said.append("Those joined by “=” are alike in every row.")
        if self._needed > self._room:
            fit, all_of = self._fitting, len(titles)
            said.append(f"{fit} of {all_of} columns fit ▸ Left and Right show the others.")
        if self._columns.left_out:
            said.append(f"There are {self._columns.left_out} more.")
        return "\n".join([" ".join(said), *self._legend])

    @property
    def _fitting(self) -> int:
        return max((self._room - self._first - _APART) // (self._width + _APART), 1)

    @property
    def _needed(self) -> int:
        return self._first + _APART + (self._width + _APART) * len(self._columns.titles)

    def on_mount(self) -> None:
        room = min(max(self._needed, _LEAST), self._room)
        self.query_one("#compare").styles.width = room + _AROUND
        table = self.query_one(DataTable)
        found = self._columns
        table.add_column(Text(""), width=self._first)
        for head in self._heads:
            table.add_column(Text(head, overflow="fold"), width=self._width)
        for heading, rows in (("Assumed", found.assumed), ("So", found.stands)):
            blank = [Text("") for _ in found.titles]
            table.add_row(Text(heading, style="bold"), *blank)
            for row in rows:
                table.add_row(*(Text(cell, overflow="fold") for cell in row), height=None)
        table.focus()
