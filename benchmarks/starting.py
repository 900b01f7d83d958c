"""Cold start: `arguendo ask` and the terminal's first paint, in new processes.

    python benchmarks/starting.py [--write]

The program's bytecode is compiled and what is costly is kept before, as after any first run. Prints
medians by the clock and by processor time beside starting Python alone and loading other engines;
`--write` puts the table into `benchmarks/results/starting.md`. Exits with status 1 when a target is
missed.
"""

from __future__ import annotations

import os
import resource
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from _pages import edition, machine, show, table

from arguendo.case import Case
from arguendo.vocabulary import Form

RESULTS = Path(__file__).parent / "results" / "starting.md"
PROGRAM = str(Path(sys.executable).with_name("arguendo"))
TIMES = 15
ASK, PAINT = 0.25, 0.7
PAINTED = 2_000
"""Bytes on the terminal that make a screen, and not its preparation."""
Taken: TypeAlias = tuple[float, float]
"""Seconds by the clock, and of processor time."""


def _process(*command: str) -> Callable[[], Taken]:
    def run() -> Taken:
        before, start = _children(), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=surroundings())
        return time.perf_counter() - start, _children() - before

    return run


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def first_paint() -> Taken:
    """Open the program on a terminal of 100 by 30; return when its first screen stands there."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    before, start = _children(), time.perf_counter()
    process = subprocess.Popen(
        [PROGRAM, "--no-journal"], stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings()
    )
    os.close(theirs)
    size = 0
    while size < PAINTED and select.select([ours], [], [], 20)[0]:
        size += len(os.read(ours, 65_536))
    taken = time.perf_counter() - start
    process.kill()
    process.wait()
    os.close(ours)
    if size < PAINTED:
        raise SystemExit("nothing was painted")
    return taken, _children() - before


def surroundings() -> Mapping[str, str]:
    """Return the environment of an installed program: bytecode is written, things are kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"TERM": "xterm-256color", "ARGUENDO_CACHE": _CACHE}


_CACHE = str(Path(tempfile.gettempdir(), f"arguendo-starting-{os.getpid()}"))


def measured() -> dict[str, tuple[Taken, float | None]]:
    """Return medians and targets, all ways in turns."""
    case = Case.open()
    question = case.rulebase.vocabulary.say(case.graph.statements[0], Form.ASKS)
    python = sys.executable
    ways: dict[str, tuple[Callable[[], Taken], float | None]] = {
        "python -c pass": (_process(python, "-c", "pass"), None),
        "arguendo --version": (_process(PROGRAM, "--version"), None),
        "arguendo ask QUESTION": (_process(PROGRAM, "ask", "--brief", question), ASK),
        "first paint": (first_paint, PAINT),
    }
    for package, name in (("clipspy", "clips"), ("clingo", "clingo")):
        if edition(package):
            ways[f"import {name}"] = (_process(python, "-c", f"import {name}"), None)
    taken: dict[str, list[Taken]] = {name: [] for name in ways}
    for turn in range(TIMES + 1):
        for name, (way, _) in ways.items():
            found = way()
            if turn:  # the first one compiles and keeps
                taken[name].append(found)
    return {name: (_medians(taken[name]), target) for name, (_, target) in ways.items()}


def _medians(taken: list[Taken]) -> Taken:
    clock, processor = zip(*taken, strict=True)
    return statistics.median(clock), statistics.median(processor)


def page() -> tuple[str, list[str]]:
    """Return the table as text, and the targets that were missed."""
    found = measured()
    rows = [["new process", "ms by the clock", "ms of processor", "target"]]
    missed = []
    for name, ((clock, processor), target) in found.items():
        limit = f"{target * 1000:.0f}" if target else ""
        rows.append([name, f"{clock * 1000:.0f}", f"{processor * 1000:.0f}", limit])
        if target and clock > target:
            missed.append(f"{name}: {clock * 1000:.0f} ms, at most {limit}")
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    parts = [
        "# Cold start",
        machine(["textual", "typer", "clipspy", "clingo"]) + f" Load averages: {load}.",
        f"Medians of {TIMES} new processes, after one that compiled the program's modules and kept"
        " what is costly. The first paint is when the first screen stands on a terminal of 100 by"
        " 30.",
        table(rows),
        "".join(f"Missed: {each}.\n" for each in missed),
    ]
    return "\n\n".join(filter(None, parts)).rstrip() + "\n", missed


if __name__ == "__main__":
    sys.exit(show(*page(), RESULTS))
