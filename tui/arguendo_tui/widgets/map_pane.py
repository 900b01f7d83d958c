"""The Map pane: what draws it is loaded when it is first seen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from arguendo.mapping.surveying import View
from arguendo_tui.presenters.focus import Focus
from arguendo_tui.presenters.labels import Paragraph, Tone, label
from arguendo_tui.presenters.map import Chart, room
from arguendo_tui.presenters.tiling import MAP
from arguendo_tui.widgets.assumptions import Toggles
from arguendo_tui.widgets.selecting import Selected
from arguendo_tui.widgets.setting import Prose

if TYPE_CHECKING:
    from arguendo_tui.widgets.map import MapView
    from arguendo_tui.widgets.map_canvas import MapCanvas

_LOW = 16
"""Lines below which there is no room for a legend."""
_BUSY = "The map comes once something is asked."
_MISSING = (
    "Maps in the terminal are laid out by netext, which is not installed: pip install netext."
)


class MapPane(Vertical):
    """The argument around what was asked last, or around what is chosen."""

    class Wanted(Message):
        """A chart is wanted: of a view, or of the last answer."""

        def __init__(self, view: View | None, most: int) -> None:
            """Take the view, and for how many statements there is room."""
            super().__init__()
            self.view = view
            self.most = most

    def __init__(self, *, id: str | None = None) -> None:
        """Start with nothing drawn."""
        super().__init__(id=id)
        self._view: MapView | None = None

    def compose(self) -> ComposeResult:
        yield Prose([Paragraph(label((_BUSY, Tone.DIM)))], id="map-nothing")

    def on_show(self) -> None:
        self._want(self._keeping)

    def on_resize(self) -> None:
        """Leave the legend out where the picture needs the line."""
        self.set_class(self.size.height < _LOW, "-low")

    def refit(self) -> None:
        """Draw it anew as things stand, if it is seen."""
        if self.display:
            self._want(self._keeping)

    def renew(self) -> None:
        """Draw what is around the last answer, if it is seen."""
        if self.display:
            self._want(None)

    def _want(self, view: View | None) -> None:
        self.post_message(self.Wanted(view, room(*self.size)))

    @property
    def _keeping(self) -> View | None:
        chart = self._view.chart if self._view else None
        return chart.view.keeping(chart.worded.map) if chart else None

    async def show(self, chart: Chart | None) -> None:
        """Show a chart."""
        if chart is None:
            return
        if self._view is None:
            self._view = _made()
            if self._view is None:
                told = [Paragraph(label((_MISSING, Tone.WARN)))]
                self.query_one("#map-nothing", Prose).show(told)
                return
            self.query_one("#map-nothing").display = False
            await self.mount(self._view)
        self._view.show(chart)

    def follow(self, focus: Focus) -> None:
        """Point at the focus, if it is drawn."""
        chart = self._view.chart if self._view else None
        if chart and focus.statement and focus.statement in chart.worded.texts:
            canvas = self.query_one("#map-canvas")
            canvas.point_at(focus.statement.key)  # type: ignore[attr-defined]

    def on_map_canvas_pointed(self, event: MapCanvas.Pointed) -> None:
        """Tell what is pointed at."""
        chart = self._view.chart if self._view else None
        statement = chart.statement(event.key) if chart else None
        if statement is not None:
            self.post_message(Selected(MAP, statement))

    def on_map_view_statement_chosen(self, event: MapView.StatementChosen) -> None:
        """Draw what is around another statement."""
        if self._view and self._view.chart:
            view = self._view.chart.view
            self._want(View(event.statement, view.steps, view.most))

    def on_map_view_reached(self, event: MapView.Reached) -> None:
        """Draw more of the argument, or less."""
        if self._view and self._view.chart:
            view = self._view.chart.view
            self._want(view.widened() if event.wider else view.narrowed())

    def on_map_view_assumed(self, event: MapView.Assumed) -> None:
        """Assume what is pointed at."""
        self.post_message(Toggles.Set(event.statement, event.value))


def load_map() -> None:
    """Load what draws maps, beside the screen; where it is missing, the pane tells."""
    _made_class()


def _made() -> MapView | None:
    made = _made_class()
    return made() if made else None


def _made_class() -> type[MapView] | None:
    hook = sys.excepthook
    try:
        from arguendo_tui.widgets.map import MapView
    except ImportError:
        return None
    finally:
        # netext has Rich print what goes wrong in the whole program, which is not for it to say.
        sys.excepthook = hook
    return MapView
