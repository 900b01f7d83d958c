"""Memory of an inference that is recorded: how much a process grows by a closure.

    python benchmarks/memory.py
    python benchmarks/memory.py --way WAY PROGRAM

Each engine makes the same closures in a process of its own, which tells how much it grew, from the
program's rules and facts on to the last inference recorded. All must find as many inferences. The
second form is that process. Prints a table; exits with status 1 when the counts differ.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from _findings import Finding, Part, number
from _pages import edition, table
from _programs import Program, large

WAY = "--way"
OURS, READ = "ours", "ours, read as objects"
PROGRAMS = ("paths, chain of 200", "paths, chain of 500")
PACKAGES = {"CLIPS": "clipspy", "clingo": "clingo"}


def _ours(program: Program) -> object:
    from arguendo.matching.grounding import Grounding
    from arguendo.matching.native import NativeMatcher

    graph = Grounding(program.rulebase, NativeMatcher(program.rulebase)).graph
    return graph, graph.version[1]


def _ours_read(program: Program) -> object:
    graph, count = _ours(program)  # type: ignore[misc]
    return graph, graph.statements, graph.inferences, count


def _clips(program: Program) -> object:
    from _peers import clips_kept

    environment, record = clips_kept(program)
    return environment, record, len(record)


def _clingo(program: Program) -> object:
    from _peers import clingo_kept

    control, record = clingo_kept(program)
    return control, record, len(record)


WAYS: Mapping[str, Callable[[Program], object]] = {
    OURS: _ours,
    READ: _ours_read,
    "CLIPS": _clips,
    "clingo": _clingo,
}
"""Each returns all that is kept, with the number of inferences last."""


def resident() -> int:
    """Return the bytes that this process holds."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most * (1 if sys.platform == "darwin" else 1 << 10)
    return pages * os.sysconf("SC_PAGE_SIZE")


def grown(way: str, name: str) -> tuple[int, int]:
    """Return by how many bytes this process grows, and how many inferences there are."""
    (program,) = (each for each in large() if each.name == name)
    (small, *_) = large()
    WAYS[way](small)  # so that what is imported and made once is there
    gc.collect()
    before = resident()
    kept = WAYS[way](program)
    gc.collect()
    count: int = kept[-1]  # type: ignore[index]
    return resident() - before, count


def _measured(way: str, name: str) -> tuple[float, int]:
    command = [sys.executable, __file__, WAY, way, name]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    size, count = json.loads(done.stdout)
    return size / count, count


def part(quick: bool) -> Part:
    """Measure what the page of all benchmarks tells."""
    findings, counts = [], []
    for name in PROGRAMS[: 1 if quick else None]:
        ways = [way for way in WAYS if edition(PACKAGES.get(way, ""))]
        found = {way: _measured(way, name) for way in ways}
        if len({count for _, count in found.values()}) > 1:
            raise SystemExit(f"the engines disagree on {name}: {found}")
        counts.append(found[OURS][1])
        sizes = {way: size for way, (size, _) in found.items()}
        more = f"read as objects, it is {number(sizes.pop(READ))} bytes"
        findings.append(
            Finding(
                work=f"memory of an inference: {name}",
                unit="bytes",
                ours=sizes.pop(OURS),
                others=sizes,
                bare=4.0 * (1 + 1 + 2),
                bare_is="the numbers of its rule, its claim and its two grounds, four bytes each",
                where=more,
            )
        )
    return Part(tuple(findings), f"{sum(counts):,} inferences, by count")


def rows(found: Part) -> Iterator[list[str]]:
    """Go through the rows of the table."""
    others = list(found.findings[0].others)
    yield ["", "bytes", "ours read as objects", *others]
    for each in found.findings:
        yield [each.work, number(each.ours), each.where, *map(number, each.others.values())]


def main() -> int:
    """Measure and print."""
    if sys.argv[1:2] == [WAY]:
        print(json.dumps(grown(*sys.argv[2:4])))
        return 0
    print(table([*rows(part(False))]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
