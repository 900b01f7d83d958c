"""Letters lead to the question line, wherever one is."""

from __future__ import annotations

from textual import events
from textual.screen import Screen

from arguendo_tui.pasting import in_a_line

_ANY = ("a", "a")
"""Tells of what takes this key that it takes what is pasted."""


class Writing(Screen[None]):
    """A screen on which a letter begins a question, unless what has the focus writes it."""

    WRITES = True
    """Whether a letter leads to the line."""

    def takes(self, event: events.Key | events.Paste) -> bool:
        """Write what is typed or pasted; tell whether this was done.

        Asked before the event is handed on: what is handed to a pane waits there in a row of its
        own, and of several keys at once those after a letter would reach it before the focus moves.
        """
        key = (event.key, event.character) if isinstance(event, events.Key) else _ANY
        if not self.WRITES or (self.focused and self.focused.check_consume_key(*key)):
            return False
        text = self._written(event)
        return bool(text) and self.write(text)

    def write(self, text: str) -> bool:
        """Go to the line, and write on in it; tell whether there is one."""
        raise NotImplementedError

    def _written(self, event: events.Key | events.Paste) -> str:
        """Return what is written where it means nothing else: a letter, a digit, a sign."""
        if isinstance(event, events.Paste):
            return in_a_line(event.text).strip()
        if not event.is_printable or event.key in self.active_bindings:
            return ""
        return (event.character or "").strip()
