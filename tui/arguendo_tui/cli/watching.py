"""Doing something again whenever a file of a rule base changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from arguendo_tui.cli.console import Stop, complain
from arguendo_tui.watching import concerns_rules as concerns_rules
from arguendo_tui.watching import watched

CLEAR = "\x1b[2J\x1b[H"
"""What clears a terminal and goes to its first line."""

_FIRST_LOOK = 500
"""Milliseconds after which changes are looked for that came before the watch was on."""


def changes_in(folder: Path | None) -> Iterator[object]:
    """Wait for changes of a rule base's files, several at once counting as one; until Ctrl-C.

    Changes count from this call on, also those that come before the first is asked for.
    """
    folders = watched(folder)
    return _changes(folders, _state(folders))


def _changes(folders: list[Path], before: object) -> Iterator[object]:
    from watchfiles import watch

    begun = False
    for changes in watch(
        *folders,
        watch_filter=lambda _, path: concerns_rules(path),
        rust_timeout=_FIRST_LOOK,
        yield_on_timeout=True,
        raise_interrupt=True,
    ):
        # By now the watch is on: what has changed before that it cannot have seen.
        missed = not begun and _state(folders) != before
        begun = True
        if changes or missed:
            yield changes


def _state(folders: list[Path]) -> object:
    """Return what differs once a file is written, made, or taken away."""
    files = (file for folder in folders for file in folder.rglob("*.y*ml"))
    found = []
    for file in sorted(file for file in files if concerns_rules(str(file))):
        with suppress(OSError):
            found.append((file, file.stat().st_mtime_ns, file.stat().st_size))
    return found


def keep_running(once: Callable[[], int], changes: Iterable[object]) -> int:
    """Run something at once and after each change; what is wrong meanwhile is told, not raised.

    Returns the status of the last run.
    """
    status = _run(once)
    for _ in changes:
        status = _run(once)
    return status


def _run(once: Callable[[], int]) -> int:
    from datetime import datetime

    clear = CLEAR if sys.stdout.isatty() else ""
    print(f"{clear}{datetime.now():%H:%M:%S}", file=sys.stdout if clear else sys.stderr, flush=True)
    try:
        status = once()
    except Stop as stop:
        if stop.output:
            print(stop.output)
        if str(stop):
            complain(str(stop), stop.hint)
        status = stop.status
    print("watching; Ctrl-C ends", file=sys.stderr, flush=True)
    sys.stdout.flush()
    return status
