"""Files of traces: large ones line by line, small ones a trace each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from arguendo.disk import write_whole
from arguendo.traces.record import Trace

MOST_FILES = 10_000
"""Files written to one folder; of more traces, the first."""


def write_lines(out: Path, lines: Iterable[str]) -> None:
    """Write a file line by line, in the place of an old one when it is whole."""
    unfinished = out.with_name(f".{out.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{line}\n" for line in lines)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def write_each(
    folder: Path, traces: Iterable[Trace], suffix: str, text: Callable[[Trace], str]
) -> None:
    """Write a file for each trace, named by its id."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, trace in enumerate(traces):
        if number == MOST_FILES:
            return
        write_whole(folder / f"{trace.id}{suffix}", f"{text(trace)}\n".encode())
