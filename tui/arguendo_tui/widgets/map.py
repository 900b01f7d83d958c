"""The map: the argument around a statement as a picture, and what is pointed at in words."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from arguendo.statements import Statement
from arguendo_tui.presenters.map import Chart, Detail, legend, lines, told
from arguendo_tui.presenters.map_outline import outline
from arguendo_tui.presenters.tiling import MAP
from arguendo_tui.widgets.jump import Jump
from arguendo_tui.widgets.keys import bindings
from arguendo_tui.widgets.map_canvas import MapCanvas
from arguendo_tui.widgets.setting import Legend, Prose

_BUSY = "Laying out the map …"
_NARROW, _BROAD = 100, 140
"""Columns of a screen below which a map begins with little or less in its boxes, to show more."""
_STOPPED = "Stopped. What was drawn before is what you see; > or < draws more or less of it."
_FAILED = "This cannot be laid out as a picture, so here it is in lines: < narrows it, > widens it."
_NOTHING = "There is nothing to draw: the rule base concludes nothing."


class MapView(Vertical):
    """Shows charts; what it cannot do by itself it asks for by messages."""

    BINDINGS = bindings(MAP)

    class StatementChosen(Message):
        """A statement is to stand in the middle."""

        def __init__(self, statement: Statement) -> None:
            """Take the statement."""
            super().__init__()
            self.statement = statement

    class Reached(Message):
        """More of the argument is to be shown, or less."""

        def __init__(self, wider: bool) -> None:
            """Take whether it is more."""
            super().__init__()
            self.wider = wider

    class Assumed(Message):
        """The statement pointed at is assumed, supposed away, or (None) left as it was."""

        def __init__(self, statement: Statement, value: bool | None) -> None:
            """Take the statement, and what it is assumed to be."""
            super().__init__()
            self.statement = statement
            self.value = value

    def __init__(self, chart: Chart | None = None, *, id: str | None = None) -> None:
        """Take what to show at first, if that is known."""
        super().__init__(id=id)
        self._chart = chart
        self.detail = Detail.FULL
        self._shown: tuple[Chart, Detail] | None = None
        """What is laid out, and how much of it is written in the boxes."""

    def compose(self) -> ComposeResult:
        yield Static(id="map-heading", markup=False)
        yield Jump(id="jump")
        yield MapCanvas(id="map-canvas")
        with VerticalScroll(id="map-lines"):
            yield Prose(id="map-outline")
        yield Prose(id="map-told", classes="detail")
        yield Legend((), id="map-legend")

    def on_mount(self) -> None:
        if self._chart is not None:
            self.show(self._chart)

    @property
    def chart(self) -> Chart | None:
        """What is shown."""
        return self._chart

    def show(self, chart: Chart | None) -> None:
        """Show a chart: laid out anew only where other statements or lines are in it."""
        before, self._chart = self._chart, chart
        if chart is None:
            self._say(_NOTHING)
            return
        self.query_one(Legend).explain((), legend(chart.worded))
        if before is None and self.app.size.width < _BROAD:
            self.detail = Detail.LEAST if self.app.size.width < _NARROW else Detail.SHORT
        if before is not None and _same_picture(before, chart):
            self.restyle(chart)
        else:
            self._lay_out(chart)

    def restyle(self, chart: Chart) -> None:
        """Show the same statements as they stand now; nothing moves."""
        self._chart = chart
        self._say(_FAILED if self.is_outlined else chart.worded.about)
        self._canvas.repaint(chart.worded)
        self.query_one("#map-outline", Prose).show(outline(chart.worded))
        self._tell(self._canvas.cursor)

    def _lay_out(self, chart: Chart) -> None:
        self._say(_BUSY)
        self._canvas.lay_out(chart.worded, self.detail)
        self.refresh_bindings()

    def action_stop(self) -> None:
        """Lay nothing out any more, and keep what is there."""
        self._canvas.give_up()
        if self._shown is not None:
            self._chart, self.detail = self._shown
            self.query_one(Legend).explain((), legend(self._chart.worded))
        self._say(_STOPPED)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something can be stopped while it is laid out."""
        return action != "stop" or self._canvas.is_laying_out

    @on(MapCanvas.Shown)
    def _show_laid(self, event: MapCanvas.Shown) -> None:
        event.stop()
        self.refresh_bindings()
        if self._chart is not None:
            self._say(self._chart.worded.about if event.done else _FAILED)
            self._outline(self._chart, event.done)
            self._tell(self._canvas.cursor)
            if event.done:
                self._shown = self._chart, self.detail

    @property
    def is_outlined(self) -> bool:
        """Whether lines of text stand in the place of a picture that cannot be drawn."""
        return self.has_class("-outlined")

    def _outline(self, chart: Chart, is_drawn: bool) -> None:
        """Show the picture or, where there is none, the same statements in lines."""
        canvas, text = self._canvas, self.query_one("#map-lines")
        before, after = (text, canvas) if is_drawn else (canvas, text)
        is_held = before.has_focus
        self.set_class(not is_drawn, "-outlined")
        if is_held:
            after.focus()
        if not is_drawn:
            focus = chart.worded.map.focus
            canvas.cursor = focus.key if focus else ""
            self.query_one("#map-outline", Prose).show(outline(chart.worded))

    @on(MapCanvas.Pointed)
    def _pointed(self, event: MapCanvas.Pointed) -> None:
        self._tell(event.key)

    @on(MapCanvas.Entered)
    def _entered(self, event: MapCanvas.Entered) -> None:
        event.stop()
        statement = self._chart.statement(event.key) if self._chart else None
        if statement is not None:
            self.post_message(self.StatementChosen(statement))

    @on(Jump.Chosen)
    def _jumped(self, event: Jump.Chosen) -> None:
        event.stop()
        self._canvas.focus()
        if self._chart and event.statement in self._chart.worded.texts:
            self._canvas.point_at(event.statement.key)
        else:
            self.post_message(self.StatementChosen(event.statement))

    @on(Jump.Closed)
    def _stayed(self, event: Jump.Closed) -> None:
        event.stop()
        self._canvas.focus()

    def action_zoom(self, step: int) -> None:
        """Write more in the boxes, or less."""
        detail = self.detail.nearer if step > 0 else self.detail.farther
        if self._chart is not None and detail is not self.detail:
            self.detail = detail
            self._lay_out(self._chart)

    def action_jump(self) -> None:
        """Ask for a statement of the whole argument to go to."""
        if self._chart is not None:
            self.query_one(Jump).open(self._chart.find)

    def action_reach(self, wider: bool) -> None:
        """Ask for more of the argument, or less."""
        self.post_message(self.Reached(wider))

    def action_assume(self, word: str) -> None:
        """Assume the statement pointed at, suppose it away, or leave it as it was."""
        statement = self._chart.statement(self._canvas.cursor) if self._chart else None
        if statement is not None:
            value = {"yes": True, "no": False}.get(word)
            self.post_message(self.Assumed(statement, value))

    def _tell(self, key: str) -> None:
        statement = self._chart.statement(key) if self._chart else None
        if self._chart and statement is not None:
            node = self._chart.worded.map.by_statement[statement]
            self.query_one("#map-told", Prose).show(told(self._chart.worded, node))

    def tell_busy(self, told: str) -> None:
        """Tell what is being worked out; once nothing is, what is shown."""
        about = self._chart.worded.about if self._chart else _NOTHING
        self._say(told[:1].upper() + told[1:] if told else about)

    def _say(self, text: str) -> None:
        self.query_one("#map-heading", Static).update(Content(text))

    @property
    def _canvas(self) -> MapCanvas:
        return self.query_one(MapCanvas)


def _same_picture(one: Chart, other: Chart) -> bool:
    """Tell whether two charts differ in nothing but how things stand."""
    before, after = one.worded.map, other.worded.map
    joined = [{line.ends for line in lines(each.worded)} for each in (one, other)]
    is_alike = before.shape == after.shape and before.focus == after.focus
    return one is not other and is_alike and joined[0] == joined[1]
