"""The Assumptions tab: a scenario to pick, open questions to settle, facts to suppose away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Select
from textual.widgets.option_list import Option

from arguendo.problems import printable
from arguendo.statements import Statement
from arguendo_tui.presenters.focus import Focus
from arguendo_tui.presenters.labels import Label, Paragraph, Tone, label
from arguendo_tui.presenters.stage import Choice, Kind, Row
from arguendo_tui.presenters.tiling import BOARD
from arguendo_tui.presenters.weighing import FLIPS, SHIFTS, Weights
from arguendo_tui.widgets.filter import Filter, Filtered
from arguendo_tui.widgets.keys import bindings
from arguendo_tui.widgets.lines import Lines
from arguendo_tui.widgets.painting import paint_now
from arguendo_tui.widgets.selecting import Selected
from arguendo_tui.widgets.setting import Hanging, Legend, Prose, content

_UNDONE = "(Ctrl+Z takes it back)"
"""Said of each change."""
_OWN = "\n"
"""Before the title of a scenario of one's own, where others have their id."""


class Toggles(Lines):
    """Rows with a state that a key changes."""

    BINDINGS = bindings(BOARD)

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
        self._weights = Weights()
        self._ahead: dict[str, Toggles.Set] = {}
        """By row: what it is about to be, while answers from before are still coming."""

    def weigh(self, weights: Weights) -> None:
        """Show what the rows weigh."""
        if weights != self._weights:
            self._weights = weights
            self._set_anew()

    def _set_anew(self) -> None:
        """Set all rows anew, where they are."""
        for key, row in self._rows.items():
            self.replace_option_prompt(key, self._set(row))

    def show_at_once(self, wanted: Set) -> None:
        """Show a row in the state that it is about to have, until it has settled."""
        key = wanted.statement.key
        self._ahead[key] = wanted
        row = self._rows.get(key)
        if row is not None and row.value is not wanted.value:
            self._rows[key] = row = self._about_to_be(row)
            self.replace_option_prompt(key, self._set(row))

    def settle(self, wanted: Set | None = None) -> None:
        """Show a row from now on as it is: what was wanted has come; or all of them."""
        if wanted is None:
            self._ahead.clear()
        elif self._ahead.get(wanted.statement.key) is wanted:
            del self._ahead[wanted.statement.key]

    def _about_to_be(self, row: Row) -> Row:
        wanted = self._ahead.get(row.statement.key)
        return replace(row, value=wanted.value) if wanted else row

    def point_at(self, statement: Statement) -> None:
        """Point at the row of a statement, if there is one."""
        if statement.key in self._rows:
            self.highlighted = self.get_option_index(statement.key)

    @property
    def pointed(self) -> Row | None:
        """The row pointed at."""
        return self._pointed()

    def show(self, rows: Iterable[Row]) -> None:
        """Show other rows, pointing where it pointed."""
        option = self.highlighted_option
        pointed = option.id if option else None
        shown = [self._about_to_be(row) for row in rows]
        before, self._rows = self._rows, {row.statement.key: row for row in shown}
        if [*before] == [*self._rows] and self._kinds(before) == self._kinds(self._rows):
            for key, row in self._rows.items():
                if before[key] != row:
                    self.replace_option_prompt(key, self._set(row))
            return
        self.clear_options()
        for kind, group in groupby(shown, key=lambda row: row.kind):
            heading = content(label((kind.value, Tone.ACCENT)))
            self.add_option(Option(heading, disabled=True))
            self.add_options(Option(self._set(row), id=row.statement.key) for row in group)
        if pointed in self._rows:
            self.highlighted = self.get_option_index(str(pointed))
        elif self._rows:
            self.highlighted = 1

    def action_set(self, wanted: str) -> None:
        """Give the row pointed at a state."""
        row = self._pointed()
        if row is not None:
            self._change(row, row.set_to({"yes": True, "no": False, "unknown": None}[wanted]))

    async def on_key(self, event: events.Key) -> None:
        """Do what a key of the list's own does without asking all around it, who may be busy."""
        active = self.screen.active_bindings.get(event.key)
        if active is not None and active.node is self and active.enabled:
            event.stop()
            event.prevent_default()
            await self.app.run_action(active.binding.action, self)

    def action_select(self) -> None:
        """Give the row pointed at its next state, by key or click."""
        row = self._pointed()
        if row is not None:
            self._change(row, row.next)

    def _pointed(self) -> Row | None:
        option = self.highlighted_option
        return self._rows.get(str(option.id)) if option else None

    def _change(self, row: Row, value: bool | None) -> None:
        if value != row.value:
            wanted = self.Set(row.statement, value)
            self.show_at_once(wanted)
            paint_now(self)
            self.post_message(wanted)

    def _kinds(self, rows: dict[str, Row]) -> list[Kind]:
        return [row.kind for row in rows.values()]

    def _set(self, row: Row) -> Hanging:
        parts = [*row.label.pieces]
        if row.note.pieces:
            parts += [(" — ", Tone.DIM), *row.note.pieces]
        mark = Content.styled(f"{row.mark} ", "bold" if row.value is not None else "")
        lead = content(Label(self._weights.columns(row)))
        return Hanging(mark + lead, content(Label(tuple(parts))))


class AssumptionsPane(Vertical):
    """What is assumed, and how to change it."""

    class Chosen(Message):
        """A scenario is chosen."""

        def __init__(self, scenario: str = "", kept: str = "") -> None:
            """Take the scenario's id, or the title of one that was kept."""
            super().__init__()
            self.scenario = scenario
            self.kept = kept

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._scenario = ""
        self._weights = Weights()
        self.choices: tuple[Choice, ...] = ()
        self._kept: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield Select[str]((), prompt="Scenario", compact=True, id="scenario")
        yield Filter("Filter", id="assumptions-filter")
        yield Filtered(id="assumptions-filtered")
        yield Prose(id="weighed")
        yield Toggles(id="toggles")
        yield Prose(id="otherwise")
        yield Prose(id="outcome")
        signs = (f"{FLIPS} flips the answer", f"{SHIFTS} only how sure", "% decisive")
        yield Legend(("Space + - Del set", "/ filter"), signs)

    def on_mount(self) -> None:
        self.tell("")

    def show(self, rows: Iterable[Row], choices: Iterable[Choice], scenario: str) -> None:
        """Show what is assumed now."""
        self._rows = tuple(rows)
        offered = tuple(choices)
        if (scenario, offered) != (self._scenario, self.choices):
            self._scenario, self.choices = scenario, offered
            self._offer()
        self._lay()

    def offer_kept(self, titles: Iterable[str]) -> None:
        """Offer scenarios of one's own as well."""
        self._kept = tuple(titles)
        self._offer()

    def _offer(self) -> None:
        """Offer the scenarios, with the one in force in view."""
        select = self.query_one("#scenario", Select)
        with self.prevent(Select.Changed):
            options = [(Content(f"Scenario: {each.title}"), each.id) for each in self.choices]
            own = [
                (Content(f"Your own: {printable(each)}"), f"{_OWN}{each}") for each in self._kept
            ]
            select.set_options([*options, *own])
            if any(self._scenario == id for _, id in options):
                select.value = self._scenario

    def weigh(self, weights: Weights) -> None:
        """Show what the rows weigh for a conclusion."""
        self._weights = weights
        self.query_one(Toggles).weigh(weights)
        self.query_one("#weighed", Prose).show(
            [Paragraph(label(("Weighed for: ", Tone.DIM), *weights.head.pieces))]
            if weights.goal
            else []
        )
        self._tell_turns()

    def show_at_once(self, wanted: Toggles.Set) -> None:
        """Show a row as it is about to be, and what is known of what comes of it."""
        self.query_one(Toggles).show_at_once(wanted)
        weight = self._weights.by_row.get(wanted.statement)
        goal = self._weights.goal
        if weight is not None and goal is not None:
            turn = next((each for each in weight.turns if each.value is wanted.value), None)
            if turn is not None:
                self.query_one("#weighed", Prose).show([Paragraph(self._weights.head_if(turn))])

    def settle(self, wanted: Toggles.Set) -> None:
        """Show a row from now on as it is: what was wanted has come."""
        self.query_one(Toggles).settle(wanted)

    def restore(self) -> None:
        """Show what is assumed, after something was shown that did not come to be."""
        self.query_one(Toggles).settle()
        self._offer()
        self._lay()
        self.weigh(self._weights)

    def follow(self, focus: Focus) -> None:
        """Point at the row of the focus."""
        if focus.statement is not None:
            self.query_one(Toggles).point_at(focus.statement)

    @on(OptionList.OptionHighlighted, "#toggles")
    def _point(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        row = self.query_one(Toggles).pointed
        if row is not None:
            self._tell_turns()
            self.post_message(Selected(BOARD, row.statement, source=row.source))

    def _tell_turns(self) -> None:
        """Tell what another state of the row pointed at would come to, before it has it."""
        row = self.query_one(Toggles).pointed
        told = self._weights.told.get(row.statement) if row else None
        self.query_one("#otherwise", Prose).show([Paragraph(told)] if told else [])

    def tell(self, outcome: str) -> None:
        """Tell what the last change came to."""
        told = self.query_one("#outcome", Prose)
        told.display = bool(outcome)
        told.show([Paragraph(label((outcome, Tone.ACCENT), (f" {_UNDONE}", Tone.DIM)))])

    def _lay(self) -> None:
        words = self.query_one("#assumptions-filter", Filter).value
        shown = [row for row in self._rows if row.matches(words)]
        self.query_one(Toggles).show(shown)
        self.query_one(Filtered).tell(words, len(shown), len(self._rows))
        self._tell_turns()

    @on(Select.Changed, "#scenario")
    def _choose(self, event: Select.Changed) -> None:
        event.stop()
        if not isinstance(event.value, str) or event.value == self._scenario:
            return
        if event.value.startswith(_OWN):
            self.post_message(self.Chosen(kept=event.value.removeprefix(_OWN)))
            self._offer()  # it is not in force itself, but the scenario that it began with
        else:
            self.post_message(self.Chosen(event.value))

    @on(Input.Changed, "#assumptions-filter")
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._lay()

    @on(Input.Submitted, "#assumptions-filter")
    def _go_to_rows(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(Toggles).focus()
