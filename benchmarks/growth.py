"""From files to a first answer at 10² to 10⁵ rules and 10⁴ to 10⁶ facts, beside CLIPS.

    python benchmarks/growth.py [--write] [--large] [RULES ...]

Each measurement runs in a process of its own: ours reads, checks, matches and values, from the
files and from what is kept; CLIPS loads rules and facts and runs. All must find as many statements.
Prints tables with the exponent of each growth; `--write` puts them into
`benchmarks/results/growth.md`, with a plot beside it. `--large` goes on to 10⁵ rules and 10⁶ facts,
which takes some minutes. Exits with status 1 when a target is missed or the engines differ.
Targets are for a machine that does nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from _generated import write, write_facts
from _pages import edition, machine, show, table
from _plot import lines
from reading import exponent

RESULTS = Path(__file__).parent / "results" / "growth.md"
STEP = Path(__file__).with_name("_growth_step.py")
SIZES = (100, 1_000, 10_000)
FACTS = (10_000, 100_000)
LARGE_SIZES = (*SIZES, 100_000)
LARGE_FACTS = (*FACTS, 1_000_000)
MOST = 1.1
COLD, KEPT = 3.0, 0.5
"""Seconds at 10⁴ rules."""
CLIPS, RULES = "CLIPS", "rules"
PATIENCE = 60.0
"""Seconds by the clock after which CLIPS is stopped."""
FEW = 50
"""Milliseconds that one assumption may take at any size."""
Found: TypeAlias = Mapping[str, dict[str, Any]]


def measure(size: int, make: Callable[[Path, int], None] = write) -> Found:
    """Measure all ways at one size: of rules, or of what else `make` writes."""
    with tempfile.TemporaryDirectory() as home:
        folder, cache = Path(home, "rules"), str(Path(home, "kept"))
        make(folder, size)
        found = {"cold": _step("read", folder, "off")}
        keeping = _step("keep", folder, cache)
        found["kept"] = _step("kept", folder, cache)
        found["cold"]["and keeping"] = keeping["seconds"]
        found["kept"]["files"] = sum(each.stat().st_size for each in Path(cache).iterdir())
        if edition("clipspy") and make is write:
            with suppress(subprocess.TimeoutExpired):
                found[CLIPS] = _step("clips", folder, cache, PATIENCE)
    if len({each["held"] for each in found.values()}) > 1:
        raise SystemExit(f"the engines disagree at {size}: {found}")
    return found


def _step(way: str, folder: Path, cache: str, most: float | None = None) -> dict[str, Any]:
    command = [sys.executable, str(STEP), way, str(folder)]
    surroundings = os.environ | {"ARGUENDO_CACHE": cache}
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env=surroundings, timeout=most
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _columns(found: Found) -> Iterator[tuple[str, float]]:
    """Go through what the table tells of one size."""
    for way, each in found.items():
        yield f"{way}: s", each["seconds"]
        if way != CLIPS:
            yield from ((f"{way}: {stage}", taken) for stage, taken in each["stages"].items())
    cold, kept = found["cold"], found["kept"]
    yield "cold and keeping: s", cold["and keeping"]
    for way, each in found.items():
        yield f"{way}: MB", each["megabytes"]
    yield "kept: MB on disk", kept["files"] / 2**20
    yield "cold: bytes an inference", cold["megabytes"] * 2**20 / cold["inferences"]
    for way in ("cold", "kept"):
        yield f"{way}: first assumption, ms", found[way]["first assume ms"]
        yield f"{way}: an assumption, ms", found[way]["assume ms"]
    if CLIPS in found:
        yield "cold : CLIPS", cold["seconds"] / found[CLIPS]["seconds"]
        yield "kept : CLIPS", kept["seconds"] / found[CLIPS]["seconds"]


def rows(sizes: Sequence[int], all_found: Sequence[Found], of: str) -> Iterator[list[str]]:
    """Go through the rows of the table: a line for each column of `_columns`, a size a column."""
    yield ["", *(f"{size:,} {of}" for size in sizes), "exponent"]
    told = [dict(_columns(found)) for found in all_found]
    for name in told[0]:
        values = [each[name] for each in told if name in each]
        is_ratio = " : " in name or len(values) < 2
        grows = "" if is_ratio else f"{_exponent(sizes[: len(values)], values):.2f}"
        cells = [_number(value) for value in values] + ["–"] * (len(sizes) - len(values))
        yield [name, *cells, grows]


def _number(value: float) -> str:
    return f"{value:.3g}" if value < 1000 else f"{value:,.0f}"


def _exponent(sizes: Sequence[int], values: Sequence[float]) -> float:
    """Fit the growth from a thousand rules on: below, starting weighs more than the size."""
    pairs = [(s, v) for s, v in zip(sizes, values, strict=True) if s >= 1000]
    if len(pairs) < 2:
        pairs = list(zip(sizes, values, strict=True))
    return exponent(*zip(*pairs, strict=True))


def _missed(sizes: Sequence[int], all_found: Sequence[Found], of: str) -> Iterator[str]:
    for way in ("cold", "kept") if len(sizes) > 1 else ():
        growth = _exponent(sizes, [each[way]["seconds"] for each in all_found])
        if growth > MOST:
            yield f"exponent from {of} to answer, {way}: {growth:.2f}, at most {MOST}"
    for size, found in zip(sizes, all_found, strict=True):
        for way, most in (("cold", COLD), ("kept", KEPT)) if (size, of) == (10_000, RULES) else ():
            if found[way]["seconds"] > most:
                yield f"{way}, 10⁴ rules: {found[way]['seconds']:.2f} s, at most {most}"
        if found["kept"]["assume ms"] > FEW:
            yield f"an assumption at {size:,} {of}: {found['kept']['assume ms']:.0f} ms"


def page(sizes: Sequence[int], facts: Sequence[int]) -> tuple[str, list[str]]:
    """Return the tables as text, and the targets that were missed."""
    all_found = [measure(size) for size in sizes]
    logged = [measure(size, write_facts) for size in facts]
    missed = [*_missed(sizes, all_found, RULES), *_missed(facts, logged, "facts")]
    if "--write" in sys.argv[1:]:
        ways = {
            way: [each[way]["seconds"] for each in all_found if way in each] for way in all_found[0]
        }
        RESULTS.parent.mkdir(exist_ok=True)
        plot = lines("seconds to a first answer", "rules", sizes, ways)
        RESULTS.with_suffix(".svg").write_text(plot, encoding="utf-8")
    load = (
        ", ".join(f"{each:.1f}" for each in os.getloadavg()) if hasattr(os, "getloadavg") else "?"
    )
    parts = [
        "# From files to a first answer",
        machine(["clipspy", "msgspec", "PyYAML"]) + f" Load averages of the machine: {load}.",
        "Made-up rule bases with as many facts as rules. Seconds of processor time, each in a new"
        " process after imports: *cold* reads and checks the files, matches and values; *kept*"
        " begins with what an earlier run kept, and *cold and keeping* is that run: it writes what"
        " it found, once; CLIPS loads the same rules and facts and runs, and"
        " keeps no justification, warrant or place; it is stopped after"
        f" {PATIENCE:.0f} seconds by the clock (–). All find as many statements."
        " An assumption is"
        " the median of twenty on top of each other; the first one looks up more than the others."
        " Exponents are fitted from 1,000 rules on.",
        table([*rows(sizes, all_found, RULES)]),
        "![Seconds by rules](growth.svg)",
        "Many facts and three rules: a log, of which the rules look at a tenth.",
        table([*rows(facts, logged, "facts")]) if facts else "",
        "".join(f"Missed: {each}.\n" for each in missed),
    ]
    return "\n\n".join(filter(None, parts)).rstrip() + "\n", missed


if __name__ == "__main__":
    is_large = "--large" in sys.argv[1:]
    chosen = [int(each) for each in sys.argv[1:] if each.isdigit()]
    some_facts = () if chosen else LARGE_FACTS if is_large else FACTS
    sys.exit(show(*page(chosen or (LARGE_SIZES if is_large else SIZES), some_facts), RESULTS))
