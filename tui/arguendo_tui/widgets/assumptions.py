"""The Assumptions tab: a scenario to pick, open questions to settle, facts to suppose away."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Select
from textual.widgets.option_list import Option

from arguendo.statements import Statement
from arguendo_tui.presenters.labels import Label, Paragraph, Tone, label
from arguendo_tui.presenters.stage import Choice, Row
from arguendo_tui.widgets.setting import Hanging, Prose, content


class Toggles(OptionList):
    """Rows with a state that a key changes."""

    BINDINGS = [
        Binding("space", "select", "Change", show=False),
        Binding("y", "set('yes')", "Yes", show=False),
        Binding("n", "set('no')", "No", show=False),
        Binding("slash", "screen.filter", "Filter", show=False),
        Binding("u", "set('unknown')", "Unknown", show=False),
    ]

    class Set(Message):
        """A row is to have another state."""

        def __init__(self, statement: Statement, value: bool | None) -> None:
            """Take the row's statement and the state."""
            super().__init__()
            self.statement = statement
            self.value = value

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id, markup=False)
        self._rows: dict[str, Row] = {}

    def show(self, rows: Iterable[Row]) -> None:
        """Show other rows, pointing where it pointed."""
        option = self.highlighted_option
        pointed = option.id if option else None
        shown = list(rows)
        self._rows = {row.statement.key: row for row in shown}
        self.clear_options()
        for kind, group in groupby(shown, key=lambda row: row.kind):
            heading = content(label((kind.value, Tone.ACCENT)))
            self.add_option(Option(heading, disabled=True))
            self.add_options(Option(_set(row), id=row.statement.key) for row in group)
        if pointed in self._rows:
            self.highlighted = self.get_option_index(str(pointed))
        elif self._rows:
            self.highlighted = 1

    def action_set(self, wanted: str) -> None:
        """Give the row pointed at a state."""
        row = self._pointed()
        if row is not None:
            self._change(row, row.set_to({"yes": True, "no": False, "unknown": None}[wanted]))

    @on(OptionList.OptionSelected)
    def _turn(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        row = self._rows.get(str(event.option_id))
        if row is not None:
            self._change(row, row.next)

    def _pointed(self) -> Row | None:
        option = self.highlighted_option
        return self._rows.get(str(option.id)) if option else None

    def _change(self, row: Row, value: bool | None) -> None:
        if value != row.value:
            self.post_message(self.Set(row.statement, value))


def _set(row: Row) -> Hanging:
    parts = [*row.label.pieces]
    if row.note.pieces:
        parts += [(" — ", Tone.DIM), *row.note.pieces]
    mark = Content.styled(f"{row.mark} ", "bold" if row.value is not None else "")
    return Hanging(mark, content(Label(tuple(parts))))


class AssumptionsPane(Vertical):
    """What is assumed, and how to change it."""

    class Chosen(Message):
        """A scenario is chosen."""

        def __init__(self, scenario: str) -> None:
            """Take the scenario's id."""
            super().__init__()
            self.scenario = scenario

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._scenario = ""
        self.choices: tuple[Choice, ...] = ()

    def compose(self) -> ComposeResult:
        yield Select[str]((), prompt="Scenario", compact=True, id="scenario")
        yield Input(placeholder="Filter", compact=True, id="assumptions-filter")
        yield Toggles(id="toggles")
        yield Prose(id="outcome")
        told = "Space changes · y yes · n no, or suppose away · u unknown · / filter"
        yield Prose([Paragraph(label((told, Tone.DIM)))], classes="legend")

    def on_mount(self) -> None:
        self.tell("")

    def show(self, rows: Iterable[Row], choices: Iterable[Choice], scenario: str) -> None:
        """Show what is assumed now."""
        self._rows = tuple(rows)
        self._scenario = scenario
        self.choices = tuple(choices)
        select = self.query_one("#scenario", Select)
        with self.prevent(Select.Changed):
            options = [(Content(f"Scenario: {each.title}"), each.id) for each in self.choices]
            select.set_options(options)
            if any(scenario == id for _, id in options):
                select.value = scenario
        self._lay()

    def tell(self, outcome: str) -> None:
        """Tell what the last change came to."""
        told = self.query_one("#outcome", Prose)
        told.display = bool(outcome)
        told.show([Paragraph(label((outcome, Tone.ACCENT)))])

    def _lay(self) -> None:
        words = self.query_one("#assumptions-filter", Input).value
        self.query_one(Toggles).show(row for row in self._rows if row.matches(words))

    @on(Select.Changed, "#scenario")
    def _choose(self, event: Select.Changed) -> None:
        event.stop()
        if isinstance(event.value, str) and event.value != self._scenario:
            self.post_message(self.Chosen(event.value))

    @on(Input.Changed, "#assumptions-filter")
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._lay()

    @on(Input.Submitted, "#assumptions-filter")
    def _go_to_rows(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(Toggles).focus()
