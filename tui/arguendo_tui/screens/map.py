"""The map over the whole screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message

from arguendo.mapping.surveying import View
from arguendo.statements import Statement
from arguendo_tui.presenters.actions import ANYWHERE
from arguendo_tui.presenters.map import Chart, room
from arguendo_tui.presenters.tiling import MAP
from arguendo_tui.screens.commands import Command, part_commands
from arguendo_tui.screens.jobs import Failed, Job
from arguendo_tui.screens.passing import Passing
from arguendo_tui.screens.working import Working
from arguendo_tui.widgets.key_line import KeyLine
from arguendo_tui.widgets.keys import bindings
from arguendo_tui.widgets.map import MapView

Survey = Callable[[View | None, int], Chart | None]
"""Makes the chart of a view, or of so much of the last answer; it may take a while."""

Assume = Callable[[Statement, bool | None], Awaitable[None]]
"""Assumes a statement, as the workspace does; it tells when that is done."""


class Surveyed(Message):
    """A chart is made."""

    def __init__(self, chart: Chart | None) -> None:
        """Take the chart."""
        super().__init__()
        self.chart = chart


class MapScreen(Passing, Working):
    """The argument around the last answer, or around what is chosen."""

    AUTO_FOCUS = "#map-canvas"
    itself = "map"
    SHOWS_STEPS = True
    BINDINGS = [
        *bindings(ANYWHERE, only=("stop",)),
        Binding("escape", "app.pop_screen", "Close"),
        Binding("f1", "help", "Help", id="help"),
    ]

    def __init__(self, survey: Survey, assume: Assume) -> None:
        """Take what makes charts, and what assumes a statement."""
        super().__init__()
        self._survey = survey
        self._assume = assume
        self._chart: Chart | None = None

    def compose(self) -> ComposeResult:
        yield MapView(id="map")
        yield KeyLine(show_command_palette=False)

    def on_mount(self) -> None:
        self.look(None)

    def look(self, view: View | None) -> None:
        """Look at another part of the argument; None is around the last answer."""
        job = Job(self, partial(self._survey, view, room(*self.app.size)), Surveyed)
        self.work(job, "survey", "drawing the map", alone=True)

    def show_busy(self, told: str) -> None:
        """Tell above the map what takes longer."""
        self.query_one(MapView).tell_busy(told)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to stop while it is told."""
        return self.is_busy if action == "stop" else super().check_action(action, parameters)

    def refit(self, survey: Survey) -> None:
        """Look at the same statements as they stand after something changed."""
        self._survey = survey
        chart = self._chart
        self.look(chart.view.keeping(chart.worded.map) if chart else None)

    @on(Surveyed)
    def _show(self, event: Surveyed) -> None:
        self._chart = event.chart
        self.query_one(MapView).show(event.chart)

    @on(MapView.StatementChosen)
    def _center(self, event: MapView.StatementChosen) -> None:
        if self._chart is not None:
            view = self._chart.view
            self.look(View(event.statement, view.steps, view.most))

    @on(MapView.Reached)
    def _reach(self, event: MapView.Reached) -> None:
        if self._chart is not None:
            view = self._chart.view
            self.look(view.widened() if event.wider else view.narrowed())

    @on(MapView.Assumed)
    async def _toggle(self, event: MapView.Assumed) -> None:
        await self._assume(event.statement, event.value)

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        event.stop()
        self.notify(event.text, severity="error", markup=False)

    def action_help(self) -> None:
        """Show the help."""
        from arguendo_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(MAP, chosen=getattr(self.app, "keys", {})))

    def commands(self) -> Iterator[Command]:
        """Go through the commands for the palette."""
        on_map = partial(self.app.run_action, default_namespace=self.query_one(MapView))
        yield from part_commands({MAP: ""}, lambda action: on_map(action.do))
        yield Command("Help", "the keys of the map", self.action_help)
        yield Command("Close", "back to the conversation", self.app.pop_screen)
