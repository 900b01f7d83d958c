"""Turns of a conversation that have no card any more, drawn line by line where they are seen.

How many lines each takes is worked out beside the screen, the last turns first; then any of them is
drawn from what was kept, without a widget of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget
from textual.worker import get_current_worker

from arguendo_tui.board import Earlier
from arguendo_tui.presenters.actions import CARD
from arguendo_tui.presenters.labels import Paragraph, Tone, label, paragraphs_text
from arguendo_tui.presenters.pages import echoed, page_paragraphs
from arguendo_tui.widgets.keys import bindings
from arguendo_tui.widgets.setting import set_paragraphs

Fetch = Callable[[int, int], Sequence[Earlier]]
"""Returns turns from one on up to another, counted from 0; from any thread."""

ASKED = "» "
_BESIDE = 2
"""Cells before a question, as in a card: one for the mark of what is pointed at."""
_INDENT = 4
"""Cells before an answer."""
_BLOCK = 64
"""Turns that are measured first; then twice as many, and so on."""
_MOST_DRAWN = 200
"""Lines that are kept as they were drawn."""
_NEAR = 8
"""Turns that are fetched together."""


class Past(Widget, can_focus=True):
    """All turns up to one. The arrow keys point at one turn after the other."""

    DEFAULT_CSS = "Past { height: auto; width: 1fr; }"
    COMPONENT_CLASSES = {"past--pointed"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "point(-1)", "Earlier", show=False),
        Binding("down", "point(1)", "Later", show=False),
        *bindings(CARD, only=("card_copy",)),
    ]

    class Measured(Message):
        """It is known how many lines some turns take."""

        def __init__(self, request: int, heights: Sequence[int]) -> None:
            """Take what was asked for, and the heights."""
            super().__init__()
            self.request = request
            self.heights = heights

    class Grown(Message):
        """Lines have come above those that were there, or at the end."""

        def __init__(self, above: int) -> None:
            """Take how many have come above."""
            super().__init__()
            self.above = above

    class Sought(Message):
        """Lines are to be brought into view."""

        def __init__(self, region: Region) -> None:
            """Take where they are."""
            super().__init__()
            self.region = region

    class Copied(Message):
        """An answer is to be copied."""

        def __init__(self, text: str) -> None:
            """Take the text."""
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:
        """Start with no turns."""
        super().__init__(id=id)
        self._fetch: Fetch = lambda since, until: ()
        self.count = 0
        """How many turns there are."""
        self.pointed = 0
        """The turn that is pointed at, counted from 1; 0 for none."""
        self._heights: list[int] = []
        """Of the last turns, as far as they are measured."""
        self._ends: list[int] = []
        self._is_stale = False
        """Whether the heights are those of another width."""
        self._width = 0
        self._request = 0
        self._sought = 0
        self._told: LRUCache[int, Earlier] = LRUCache(2 * _NEAR)
        self._strips: LRUCache[int, list[Strip]] = LRUCache(_NEAR)

    def take(self, fetch: Fetch) -> None:
        """Take what fetches turns."""
        self._fetch = fetch

    def hold(self, count: int) -> None:
        """Stand for all turns up to one."""
        new = count - self.count
        if new <= 0:
            return
        self.count = count
        is_known = len(self._heights) == count - new and not self._is_stale
        if self._width and new <= _NEAR and is_known:
            self._heights += self._measure(self._width, count - new, count)
            self._lay(0)
        elif self._width:
            self._measure_anew()

    @property
    def unmeasured(self) -> int:
        """How many turns are not shown yet."""
        return self.count - len(self._heights)

    # Heights.

    def on_resize(self, event: events.Resize) -> None:
        width = event.size.width
        if width != self._width:
            self._sought = self._sought or self._at_top()
            self._width = width
            self._measure_anew()

    def _at_top(self) -> int:
        """Return the first turn that is seen whole, 0 where none of them is."""
        container = self.parent
        seen = (
            container.scroll_offset.y - self.virtual_region.y
            if isinstance(container, Widget)
            else 0
        )
        if not self._ends or not 0 < seen < self._ends[-1]:
            return 0
        return min(self._turn_at(seen) + 1, self.count)

    def _measure_anew(self) -> None:
        # Until others are known, the heights of before keep what is seen about where it is.
        self._is_stale = True
        self._strips.clear()
        self._request += 1
        if self.count:
            work = partial(self._go_through, self._request, self._width, self.count)
            self.run_worker(work, thread=True, group="past", exclusive=True)

    def _go_through(self, request: int, width: int, until: int) -> None:
        """Measure all turns in a thread, the last ones first."""
        worker, block = get_current_worker(), _BLOCK
        while until and not worker.is_cancelled:
            since = max(until - block, 0)
            heights = self._measure(width, since, until)
            self.post_message(self.Measured(request, heights))
            until, block = since, 2 * block

    def _measure(self, width: int, since: int, until: int) -> list[int]:
        return [_set(each, width).plain.count("\n") + 1 for each in self._fetch(since, until)]

    @on(Measured)
    def _take_heights(self, event: Measured) -> None:
        event.stop()
        if event.request == self._request:
            before = self._ends[-1] if self._ends else 0
            self._heights = [*event.heights, *([] if self._is_stale else self._heights)]
            self._is_stale = False
            self._lay(sum(self._heights) - before)
            if self._sought > self.unmeasured:
                sought, self._sought = self._sought, 0
                self.call_after_refresh(self._seek, sought)

    def _lay(self, above: int) -> None:
        self._ends = list(accumulate(self._heights))
        self.refresh(layout=True)
        self.post_message(self.Grown(above))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines are known."""
        return self._ends[-1] if self._ends else 0

    # Lines.

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; those drawn long ago are forgotten."""
        self._drawn += crop.height
        if self._drawn > _MOST_DRAWN:
            # A widget keeps all lines that it ever drew, which here may be tens of thousands.
            self._styles_cache.clear()
            self._drawn = crop.height
        return super().render_lines(crop)

    _drawn = 0

    def render_line(self, y: int) -> Strip:
        """Draw a line of the turn that it belongs to."""
        width = self.size.width
        if not self._ends or y >= self._ends[-1]:
            return Strip.blank(width, self.rich_style)
        turn = self._turn_at(y)
        strips, row = self._strips_of(turn, width), y - self._region(turn).y
        strip = strips[row] if row < len(strips) else Strip.blank(width, self.rich_style)
        if turn == self.pointed and self.has_focus and row:
            strip = Strip.join([self._mark(), strip.crop(1)])
            strip = strip.apply_style(self.get_component_rich_style("past--pointed"))
        return self._selected(strip, y).apply_offsets(0, y)

    def _mark(self) -> Strip:
        mark = Content.styled("▌", "$accent")
        return Visual.to_strips(self, mark, 1, 1, self.visual_style, apply_selection=False)[0]

    def _selected(self, strip: Strip, y: int) -> Strip:
        """Show what is selected of a line."""
        selection = self.text_selection
        span = selection.get_span(y) if selection is not None else None
        if span is None:
            return strip
        width, text = strip.cell_length, strip.text
        start = Content(text[: span[0]]).cell_length
        end = width if span[1] < 0 else Content(text[: span[1]]).cell_length
        style = self.screen.get_component_rich_style("screen--selection")
        parts = (strip.crop(0, start), strip.crop(start, end).apply_style(style), strip.crop(end))
        return Strip.join(list(parts))

    def _strips_of(self, turn: int, width: int) -> list[Strip]:
        found = self._strips.get(turn)
        if found is None:
            drawn, style = _set(self._earlier(turn), width), self.visual_style
            found = Visual.to_strips(
                self, drawn, width, None, style, apply_selection=False, pad=True
            )
            self._strips[turn] = found
        return found

    def _earlier(self, turn: int) -> Earlier:
        found = self._told.get(turn)
        if found is None:
            first = (turn - 1) // _NEAR * _NEAR
            for each in self._fetch(first, min(first + _NEAR, self.count)):
                self._told[each.turn] = each
            found = self._told.get(turn) or Earlier(turn, "", ())
        return found

    def _turn_at(self, y: int) -> int:
        place = min(bisect_right(self._ends, y), len(self._ends) - 1)
        return self.unmeasured + place + 1

    def _region(self, turn: int) -> Region:
        """Return where a turn is."""
        place = turn - self.unmeasured - 1
        top = self._ends[place - 1] if place else 0
        return Region(0, top, self.size.width, self._ends[place] - top)

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    # Text that is selected.

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text that is selected, without what it is indented by."""
        if not self._ends:
            return None
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else self._ends[-1] - 1
        return "\n".join(self._text(y, selection) for y in range(first, last + 1)), "\n"

    def _text(self, y: int, selection: Selection) -> str:
        turn = self._turn_at(y)
        strips, row = self._strips_of(turn, self.size.width), y - self._region(turn).y
        text = strips[row].text if row < len(strips) else ""
        start, end = selection.get_span(y) or (0, 0)
        lead = min(len(text) - len(text.lstrip()), _INDENT)
        return text[max(start, lead) : None if end < 0 else end].rstrip()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw anew what is selected."""
        self.refresh()

    # What is pointed at.

    def seek(self, turn: int) -> None:
        """Point at a turn, as soon as it is known where that is, and bring it into view."""
        self.pointed = turn
        self.focus(scroll_visible=False)
        self.refresh()
        if turn > self.unmeasured:
            self.call_after_refresh(self._seek, turn)
        else:
            self._sought = turn

    def _seek(self, turn: int) -> None:
        if self.unmeasured < turn <= self.count:
            self.post_message(self.Sought(self._region(turn)))

    def show_pointed(self) -> None:
        """Point at the last turn unless one is pointed at, and bring it into view."""
        self.pointed = min(self.pointed or self.count, self.count)
        self.refresh()
        self._seek(self.pointed)

    def action_point(self, by: int) -> None:
        """Point at the turn before or after."""
        if self.unmeasured < self.pointed + by <= self.count:
            self.pointed += by
            self.refresh()
            self._seek(self.pointed)

    def action_copy(self) -> None:
        """Copy the answer pointed at."""
        if self.pointed:
            text = paragraphs_text(tuple(_answer(self._earlier(self.pointed))))
            self.post_message(self.Copied(text))

    def on_click(self, event: events.Click) -> None:
        if self._ends:
            self.pointed = self._turn_at(event.y)
            self.refresh()


def _answer(earlier: Earlier) -> Iterator[Paragraph]:
    for page in earlier.pages:
        yield from page_paragraphs(page)


def _set(earlier: Earlier, width: int) -> Content:
    """Set a turn as a card does: an empty line, the question, the answer further in."""
    asked = label((echoed(earlier.question), Tone.ACCENT))
    paragraphs = [Paragraph(asked, " " * _BESIDE + ASKED, gap=True)]
    paragraphs += [replace(each, mark=" " * _INDENT + each.mark) for each in _answer(earlier)]
    return set_paragraphs(paragraphs, width - 1)
