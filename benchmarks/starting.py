"""Cold start: `arguendo ask` and the terminal's first paint, in new processes.

    python benchmarks/starting.py [--write]

The program's bytecode is compiled and what is costly is kept before, as after any first run. Prints
times by the clock and of the processor beside starting Python alone and loading other engines;
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
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from _findings import Finding, Part
from _pages import edition, machine, show, table
from _profile import told

from arguendo.case import Case
from arguendo.vocabulary import Form

RESULTS = Path(__file__).parent / "results" / "starting.md"
PROGRAM = str(Path(sys.executable).with_name("arguendo"))
TIMES = 15
ASK, PAINT = 0.25, 0.7
PAINTED = 2_000
"""Bytes on the terminal that make a screen, and not its preparation."""
BARE, ANSWER, PAINTING = "python -c pass", "arguendo ask QUESTION", "first paint"
TARGETS = {ANSWER: ASK, PAINTING: PAINT}
PEERS = {
    "CLIPS": ("clipspy", "import clips"),
    "clingo": ("clingo", "import clingo"),
    "durable-rules": ("durable_rules", "import durable.engine"),
    "experta": (
        "experta",
        "import collections, collections.abc; vars(collections).update("
        "vars(collections.abc)); import experta",
    ),
    "zen-engine": ("zen-engine", "import zen"),
}
"""Loading these engines alone, without any work."""
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


def question() -> str:
    """Return a question of the shipped rule base, as its author has it."""
    case = Case.open()
    return case.rulebase.vocabulary.say(case.graph.statements[0], Form.ASKS)


def measured(times: int = TIMES) -> dict[str, list[Taken]]:
    """Start all again and again, in turns."""
    python = sys.executable
    ways: dict[str, Callable[[], Taken]] = {
        BARE: _process(python, "-c", "pass"),
        "arguendo --version": _process(PROGRAM, "--version"),
        ANSWER: _process(PROGRAM, "ask", "--brief", question()),
        PAINTING: first_paint,
    }
    for name, (package, code) in PEERS.items():
        if edition(package):
            ways[name] = _process(python, "-c", code)
    taken: dict[str, list[Taken]] = {name: [] for name in ways}
    for turn in range(times + 1):
        for name, way in ways.items():
            found = way()
            if turn:  # the first one compiles and keeps
                taken[name].append(found)
    return taken


def part(quick: bool) -> Part:
    """Measure what the page of all benchmarks tells."""
    taken = measured(3 if quick else TIMES)
    least = {
        name: [min(each) * 1e3 for each in zip(*some, strict=True)] for name, some in taken.items()
    }
    findings = [
        Finding(
            work=f"{name}, {how}",
            unit="ms",
            ours=least[name][place],
            others={peer: least[peer][place] for peer in PEERS if peer in least},
            most=TARGETS[name] * 1e3 if how == "by the clock" else None,
            bare=least[BARE][place],
            bare_is="starting Python for nothing",
            where=_shares("ask", "--brief", question()) if name == ANSWER and place else "",
        )
        for name in TARGETS
        for place, how in enumerate(("by the clock", "of processor"))
    ]
    return Part(tuple(findings), "nothing to compare: the peers are only loaded")


def _shares(*arguments: str) -> str:
    """Tell what share of a process's time goes into importing what, in two runs of it."""
    listed = _said(_RUN + "; print(*sys.modules, file=sys.stderr)", *arguments)
    names = [name for name in listed.split() if name.split(".")[0] != "__main__"]
    ours = [name for name in names if name.startswith("arguendo")]
    libraries = [name for name in names if name not in ours]
    steps = [_IMPORT.format(libraries), _TOLD, _IMPORT.format(ours), _TOLD, _RUN, _TOLD]
    times = [0.0, *map(float, _said("\n".join([_TIMED, *steps]), *arguments).split())]
    parts = ("starting Python", "importing packages and library", "importing arguendo")
    spent = Counter[str]()
    for name, (start, end) in zip((*parts, "the answer"), pairwise(times), strict=True):
        spent[name] = int((end - start) * 1e6)
    return told(spent)


_RUN = "import sys; from arguendo_tui.cli import run; run(sys.argv[1:])"
_IMPORT = """for name in {}:
    try:
        importlib.import_module(name)
    except Exception:
        pass"""
_TOLD = "print(time.process_time(), file=sys.stderr)"
_TIMED = f"import gc, importlib, sys, time; gc.disable(); {_TOLD}"


def _said(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=surroundings())
    return done.stderr


def page() -> tuple[str, list[str]]:
    """Return the table as text, and the targets that were missed."""
    rows = [["new process", "ms by the clock", "least", "ms of processor", "least", "target"]]
    missed = []
    for name, some in measured().items():
        cells = []
        for values in zip(*some, strict=True):
            cells += [f"{take(values) * 1000:.0f}" for take in (statistics.median, min)]
        target = TARGETS.get(name)
        limit = f"{target * 1000:.0f}" if target else ""
        rows.append([f"{name}, loaded" if name in PEERS else name, *cells, limit])
        if target and min(clock for clock, _ in some) > target:
            missed.append(f"{name}: {cells[1]} ms, at most {limit}")
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    parts = [
        "# Cold start",
        machine(["textual", "typer", *(package for package, _ in PEERS.values())])
        + f" Load averages: {load}.",
        f"Medians and least of {TIMES} new processes, after one that compiled the program's modules"
        " and kept what is costly. The first paint is when the first screen stands on a terminal of"
        " 100 by 30. Targets are for the clock of a machine that does nothing else, which the least"
        " comes nearest to.",
        table(rows),
        "".join(f"Missed: {each}.\n" for each in missed),
    ]
    return "\n\n".join(filter(None, parts)).rstrip() + "\n", missed


if __name__ == "__main__":
    sys.exit(show(*page(), RESULTS))
