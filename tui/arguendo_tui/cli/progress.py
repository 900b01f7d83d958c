"""How far long work has come: a line on a terminal that is written over, else one now and then."""

from __future__ import annotations

import sys
from time import monotonic

EVERY, RARELY = 0.2, 30.0
"""Seconds from one sign to the next: on a terminal, and in a file."""
WIDTH = 24
"""Of the bar, which is there where it is known how much there is."""


class Progress:
    """A line on the standard error; on a terminal it is gone when the work ends."""

    def __init__(self, what: str) -> None:
        """Name what is counted."""
        self._what = what
        self._live = sys.stderr.isatty()
        self._start = self._last = monotonic()
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def __call__(self, done: int, total: int | None, before: int = 0) -> None:
        """Tell how much is done, of how much if that is known, and how much was before this run."""
        now = monotonic()
        if now - self._last < (EVERY if self._live else RARELY):
            return
        self._last = now
        speed = (done - before) / (now - self._start)
        line = f"{_of(done, total)} {self._what}, {speed:,.0f} a second{_left(done, total, speed)}"
        if self._live:
            self._write(f"{_bar(done / total)} {line}" if total else line)
        else:
            print(line, file=sys.stderr)

    def _write(self, text: str) -> None:
        sys.stderr.write("\r" + text.ljust(self._width))
        sys.stderr.flush()
        self._width = len(text)


def _of(done: int, total: int | None) -> str:
    return f"{done:,} of {total:,} ({done / total:.0%})" if total else f"{done:,}"


def _bar(share: float) -> str:
    return f"{'█' * int(share * WIDTH):░<{WIDTH}}"


def _left(done: int, total: int | None, speed: float) -> str:
    if not total or speed <= 0:
        return ""
    seconds = int((total - done) / speed)
    return f", {seconds // 60}:{seconds % 60:02d} left"
