"""How far long work has come: one line on the standard error, where that is a terminal."""

from __future__ import annotations

import sys
from time import monotonic

EVERY = 0.1
"""Seconds from one sign to the next."""


class Progress:
    """A line that is written over, and gone when the work ends."""

    def __init__(self) -> None:
        """Begin without a line."""
        self._is_shown = sys.stderr.isatty()
        self._start = self._last = monotonic()
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            self._show("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def __call__(self, done: int, total: int | None) -> None:
        """Tell how much is done, and of how much if that is known."""
        now = monotonic()
        if self._is_shown and now - self._last >= EVERY:
            self._last = now
            of = f" of {total:,} ({done / total:.0%})" if total else ""
            speed = done / (now - self._start)
            self._show(f"{done:,}{of} scenarios, {speed:,.0f} a second")

    def _show(self, text: str) -> None:
        sys.stderr.write("\r" + text.ljust(self._width))
        sys.stderr.flush()
        self._width = len(text)
