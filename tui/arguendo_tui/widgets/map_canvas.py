"""The picture of a map: scrolled, zoomed, walked from box to box."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from netext.textual_widget.widget import GraphView
from rich.segment import Segment
from textual import on
from textual.binding import Binding
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.worker import get_current_worker

from arguendo.cancelling import Cancelled, cancellable
from arguendo.wording.maps import WordedMap
from arguendo_tui.presenters.map import Detail, boxes, lines
from arguendo_tui.widgets.map_sheet import Brush, Sheet


class MapCanvas(GraphView):  # type: ignore[misc]
    """Shows one sheet at a time; a new one is laid out in a thread and then takes its place."""

    COMPONENT_CLASSES = {
        f"map--{name}"
        for name in (
            *("text", "focus", "cursor", "path", "support", "attack", "idle"),
            *("fact", "assumed", "follows", "contested", "open", "unshown", "denied"),
        )
    }
    BINDINGS = [
        Binding("tab", "walk(1)", "Next", show=False),
        Binding("shift+tab", "walk(-1)", "Before", show=False),
        Binding("enter", "choose", "In the middle"),
        Binding("up", "pan(0, -3)", "Up", show=False),
        Binding("down", "pan(0, 3)", "Down", show=False),
        Binding("left", "pan(-8, 0)", "Left", show=False),
        Binding("right", "pan(8, 0)", "Right", show=False),
        Binding("home", "center", "Back to the middle", show=False),
    ]
    can_focus = True

    class Pointed(Message):
        """A box is pointed at."""

        def __init__(self, key: str) -> None:
            """Take the key of its statement."""
            super().__init__()
            self.key = key

    class Entered(Message):
        """A box is entered."""

        def __init__(self, key: str) -> None:
            """Take the key of its statement."""
            super().__init__()
            self.key = key

    class LaidOut(Message):
        """A sheet is ready, or (None) cannot be made."""

        def __init__(
            self, request: int, sheet: Sheet | None, failure: Exception | None = None
        ) -> None:
            """Take which request it answers, and the sheet or why there is none."""
            super().__init__()
            self.request = request
            self.sheet = sheet
            self.failure = failure

    class Shown(Message):
        """What was to be laid out is shown, or cannot be."""

        def __init__(self, done: bool) -> None:
            """Take whether it is shown."""
            super().__init__()
            self.done = done

    def __init__(self, *, id: str | None = None) -> None:
        """Start with nothing."""
        super().__init__(id=id)
        self.cursor = ""
        """The key of the box pointed at."""
        self._sheet: Sheet | None = None
        self._laid: tuple[WordedMap, Detail] | None = None
        """What the sheet shows."""
        self._wanted: tuple[WordedMap, Detail] | None = None
        """What is being laid out, if anything is."""
        self.failure: Exception | None = None
        """Why what was wanted last could not be laid out."""
        self._request = 0
        self._is_panned = False

    def lay_out(self, shown: WordedMap, detail: Detail) -> None:
        """Lay a map out beside the screen; what is there stays until that is done."""
        self._request += 1
        self._wanted = shown, detail
        make = partial(Sheet, boxes(shown, detail), lines(shown), detail, self._brush())
        self.run_worker(partial(self._lay, self._request, make), thread=True, group="map")

    @property
    def is_laying_out(self) -> bool:
        """Whether another picture is being laid out."""
        return self._wanted is not None

    def give_up(self) -> None:
        """Lay nothing out any more; what is there stays."""
        self._request += 1
        self._wanted = None

    def _lay(self, request: int, make: Callable[[], Sheet]) -> None:
        worker = get_current_worker()
        try:
            with cancellable(lambda: worker.is_cancelled or request != self._request):
                self.post_message(self.LaidOut(request, make()))
        except Cancelled:
            # Another picture takes its place, or nobody waits for it any more.
            pass
        except Exception as error:
            # The library is young: what it cannot lay out is told, and the program goes on.
            self.post_message(self.LaidOut(request, None, error))

    @on(LaidOut)
    def _take(self, event: LaidOut) -> None:
        event.stop()
        if event.request != self._request:
            return
        wanted, self._wanted = self._wanted, None
        self.failure = event.failure
        if event.failure is not None:
            self.log.error(f"A map cannot be laid out: {event.failure!r}")
        if event.sheet is not None and wanted is not None:
            self._sheet, self._laid = event.sheet, wanted
            focus = wanted[0].map.focus
            known = self.cursor in event.sheet.keys
            self.point_at(self.cursor if known or focus is None else focus.key)
        self.post_message(self.Shown(event.sheet is not None))

    def repaint(self, shown: WordedMap) -> None:
        """Show the same statements as they stand now; nothing moves."""
        if self._wanted is not None:
            self._wanted = shown, self._wanted[1]
        elif self._laid is not None:
            self._laid = shown, self._laid[1]
            self._paint()

    def point_at(self, key: str) -> None:
        """Point at a box, and bring it into view."""
        if self._sheet is None or key not in self._sheet.keys:
            return
        self.cursor = key
        self._is_panned = False
        self._paint()
        self.action_center()
        self.post_message(self.Pointed(key))

    def action_center(self) -> None:
        """Bring the box pointed at into view."""
        if self._sheet is not None and self.cursor:
            room = self.scrollable_content_region.size
            corner = upper_left(self._sheet.region(self.cursor), room)
            self.scroll_to(*corner, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Keep the box pointed at in view, unless the picture was moved by hand."""
        if not self._is_panned:
            self.call_after_refresh(self.action_center)

    def action_walk(self, step: int) -> None:
        """Point at the next box, or the one before."""
        if self._sheet is not None:
            keys = self._sheet.keys
            place = keys.index(self.cursor) if self.cursor in keys else -1
            self.point_at(keys[(place + step) % len(keys)])

    def action_choose(self) -> None:
        """Enter the box pointed at."""
        if self.cursor:
            self.post_message(self.Entered(self.cursor))

    def action_pan(self, right: int, down: int) -> None:
        """Move the picture."""
        self._is_panned = True
        self.scroll_relative(right, down, animate=False)

    @on(GraphView.ElementClick)
    def _click(self, event: GraphView.ElementClick) -> None:
        event.stop()
        if event.element_reference.type == "node":
            self.point_at(str(event.element_reference.ref))
            if getattr(event.event, "chain", 1) > 1:
                self.action_choose()

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._paint()

    def pre_render_strips(self) -> list[list[Segment]]:
        """Return what is painted already: netext would paint it again at every change of size."""
        return self._sheet.strips if self._sheet else []

    def render_line(self, y: int) -> Strip:
        """Render a line on the background of the widget."""
        line: Strip = super().render_line(y)
        base = self.rich_style
        return line.apply_style(base).extend_cell_length(self.size.width, base)

    def _paint(self) -> None:
        if self._sheet is None or self._laid is None:
            return
        shown, detail = self._laid
        self._sheet.paint(boxes(shown, detail), lines(shown), self._brush(), self.cursor)
        self._console_graph = self._sheet.graph
        self._reverse_click_map = self._sheet.references
        self._graph_was_updated()

    def _brush(self) -> Brush:
        return {
            name: self.get_component_rich_style(name, partial=True)
            for name in self.COMPONENT_CLASSES
        }


def upper_left(box: Region, room: Size) -> Offset:
    """Return what stands in the upper left corner where a box is in the middle of the room.

    `scroll_to_region` would leave it a line off, above or below by where the picture was before.
    """
    beside = room - box.size
    return box.offset - (beside.width // 2, beside.height // 2)
