"""Paints what a key has changed before all else that is to be painted."""

from __future__ import annotations

from textual.widget import Widget


def paint_now(widget: Widget) -> None:
    """Paint what a widget has marked as changed, and nothing else, at once.

    Textual paints at the beats of a clock, and after a long paint lets up to two of them pass; it
    also lays the whole screen anew first if anything has changed its size. A row turned by a key
    waits for neither. What else is marked stays so, for the next beat.
    """
    screen = widget.screen
    if not screen.is_current or widget.app._batch_count or not widget.is_attached:
        return
    others, screen._dirty_widgets = screen._dirty_widgets, {widget}
    try:
        screen._compositor.update_widgets(screen._dirty_widgets)
        screen._compositor_refresh()
    finally:
        screen._dirty_widgets = others
