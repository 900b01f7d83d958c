"""How far something long is: a bar on a terminal, a line now and then in a file."""

from __future__ import annotations

import sys
from time import monotonic

WIDTH = 30
SECONDS = 0.2
"""Between two pictures of the bar."""
RARELY = 30.0
"""Seconds between two lines where there is no terminal."""


class Bar:
    """Shows on the standard error how much of something is done, and how long it may take yet."""

    def __init__(self, what: str, of: int) -> None:
        """Name what is counted, and how many there are to be."""
        self._what, self._of = what, of
        self._begun = self._shown = monotonic()
        self._live = sys.stderr.isatty()

    def show(self, done: int, before: int = 0) -> None:
        """Show that so many are done, of which some were done before this run."""
        now = monotonic()
        if now - self._shown < (SECONDS if self._live else RARELY) and done < self._of:
            return
        self._shown = now
        share = done / self._of if self._of else 1.0
        left = self._left(done - before, done, now)
        if self._live:
            bar = "█" * int(share * WIDTH)
            print(
                f"\r{bar:░<{WIDTH}} {done:,}/{self._of:,} {self._what}{left} ",
                end="",
                file=sys.stderr,
            )
        else:
            print(f"{done:,}/{self._of:,} {self._what}{left}", file=sys.stderr)

    def close(self) -> None:
        """End the line."""
        if self._live:
            print(file=sys.stderr)

    def _left(self, new: int, done: int, now: float) -> str:
        if not new or done >= self._of:
            return ""
        seconds = int((now - self._begun) / new * (self._of - done))
        return f", {seconds // 60}:{seconds % 60:02d} left"
