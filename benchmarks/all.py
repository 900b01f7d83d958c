"""All parts in one run on the same machine, on one page: ratios, growth, bounds and a plot.

    python benchmarks/all.py [--write] [--quick] [PART ...]

Each part (a to f, or those named) runs in a process of its own, and compares what all engines come
to; a line a part tells how it goes. `--write` puts the page into `benchmarks/results/all.md` and
the plots beside it; `--quick` measures the least that tells anything. Exits with status 1 when a
target is missed, 2 when engines differ.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from _findings import Finding, Measure, Part, number, part_read
from _growth_findings import exponents
from _pages import machine, table
from _plot import dots, lines

RESULTS = Path(__file__).parent / "results" / "all.md"
RATIOS, GROWTH = RESULTS.with_suffix(".svg"), RESULTS.with_name("all-growth.svg")
ONE, QUICK, WRITE = "--part", "--quick", "--write"
PARTS: Mapping[str, tuple[str, str]] = {
    "a": ("what_ifs", "what-ifs on a layered base of 80 rules and 16 assumables"),
    "b": ("inferences", "a closure, every inference recorded"),
    "c": ("_growth_findings", "from files to a first answer"),
    "d": ("proofs", "the best argument for a statement"),
    "e": ("memory", "memory of what is recorded"),
    "f": ("starting", "cold start"),
}
"""By letter: the module that measures it, and what it is about."""
PACKAGES = (
    *("clipspy", "clingo", "durable_rules", "experta", "zen-engine"),
    *("numpy", "numba", "msgspec", "PyYAML", "textual", "typer"),
)


def measured(letter: str, *options: str) -> tuple[Part | None, float]:
    """Measure one part in a process of its own; also return the seconds by the clock."""
    start = time.perf_counter()
    command = [sys.executable, __file__, ONE, letter, *options]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    found = part_read(done.stdout.splitlines()[-1]) if not done.returncode else None
    return found, time.perf_counter() - start


def ratios(parts: Mapping[str, Part]) -> Iterator[list[str]]:
    """Go through the rows of the table of ratios."""
    engines = engines_of(parts)
    yield ["", "ours", "target", *(f"{name} : ours" for name in engines)]
    for letter, found in parts.items():
        for each in found.findings:
            cells = [_times(each, name) for name in engines]
            yield [f"({letter}) {each.work}", _cost(each), _target(each), *cells]


def engines_of(parts: Mapping[str, Part]) -> list[str]:
    """List the other engines."""
    return sorted(
        {name for found in parts.values() for each in found.findings for name in each.others}
    )


def _cost(each: Finding) -> str:
    return f"{number(each.ours)} {each.unit}"


def _target(each: Finding) -> str:
    most = [f"≤ {each.most:g} {each.unit}"] if each.most is not None else []
    times = (f"{name} ≥ {least:,g}" for name, least in each.times.items() if name in each.others)
    return "; ".join([*most, *times])


def _times(each: Finding, engine: str) -> str:
    return number(each.others[engine] / each.ours) if engine in each.others else "–"


def bounds(parts: Mapping[str, Part]) -> Iterator[list[str]]:
    """Go through the rows of the table of bounds."""
    yield ["", "ours : the least", "the least", "what it is", "where ours goes"]
    for letter, found in parts.items():
        for each in found.findings:
            if each.bare or each.where:
                least = f"{number(each.bare)} {each.unit}" if each.bare else "–"
                ratio = number(each.ours / each.bare) if each.bare else "–"
                yield [f"({letter}) {each.work}", ratio, least, each.bare_is or "–", each.where]


def growth(parts: Mapping[str, Part]) -> Iterator[list[str]]:
    """Go through the rows of the table of growth."""
    seconds = parts["c"].growth
    sizes = list(next(iter(seconds.values())))
    yield ["seconds", *(f"{int(size):,} rules" for size in sizes), "exponent"]
    fitted = exponents(seconds)
    for way, by_size in seconds.items():
        cells = [number(by_size[size]) if size in by_size else "–" for size in sizes]
        yield [way, *cells, f"{fitted[way]:.2f}"]


def page(parts: Mapping[str, Part], load: str, taken: float) -> str:
    """Return all as one page."""
    missed = [each for found in parts.values() for one in found.findings for each in one.missed()]
    told = [
        "# One run of all benchmarks",
        machine(PACKAGES)
        + f" {os.cpu_count()} processors; load averages {load}; {taken / 60:.0f} minutes.",
        "`python benchmarks/all.py --write`. Times are of the processor, where nothing else is"
        " said, and the least of several turns. A ratio tells how many times what ours takes"
        " another engine takes for the same work. What each part is, and how to read it, stands"
        " in [docs/speed.md](../../docs/speed.md).",
        table([*ratios(parts)]),
        f"![Ratios]({RATIOS.name})",
    ]
    if "c" in parts:
        told += [
            "## Growth",
            "Exponents are fitted from 1,000 rules on; – is what was stopped.",
            table([*growth(parts)]),
            f"![Seconds by rules]({GROWTH.name})",
        ]
    agreed = (f"- ({letter}) {found.agreed}." for letter, found in parts.items())
    told += [
        "## How far from the least",
        table([*bounds(parts)]),
        "## What agreed",
        "\n".join(agreed),
        "## Missed",
        "\n".join(f"- {each}." for each in missed) or "Nothing.",
    ]
    return "\n\n".join(told) + "\n"


def plots(parts: Mapping[str, Part]) -> Iterator[tuple[Path, str]]:
    """Draw the ratios and the growth."""
    rows = {
        f"({letter}) {each.work}": {n: cost / each.ours for n, cost in each.others.items()}
        for letter, found in parts.items()
        for each in found.findings
        if each.others
    }
    yield RATIOS, dots("times what ours takes", engines_of(parts), rows)
    if "c" in parts:
        seconds = parts["c"].growth
        sizes = [float(size) for size in next(iter(seconds.values()))]
        series = {way: list(by_size.values()) for way, by_size in seconds.items()}
        yield GROWTH, lines("seconds to a first answer", "rules", sizes, series)


def _load() -> str:
    return " ".join(f"{each:.1f}" for each in os.getloadavg())


def _one(letter: str, *, quick: bool) -> int:
    measure: Measure = import_module(PARTS[letter][0]).part
    print(measure(quick).written())
    return 0


def _all(chosen: Sequence[str], options: Sequence[str]) -> dict[str, Part] | None:
    """Measure the parts, with a line of progress each; None when engines differ."""
    parts: dict[str, Part] = {}
    for letter in chosen:
        found, taken = measured(letter, *options)
        if found is None:
            print(f"({letter}) {PARTS[letter][1]}: failed", flush=True)
            return None
        parts[letter] = found
        missed = sum(len(each.missed()) for each in found.findings)
        count = f"{len(found.findings)} findings, {missed} targets missed"
        print(f"({letter}) {PARTS[letter][1]}: {taken:.0f} s, {count}", flush=True)
    return parts


def main() -> int:
    """Measure all and print, or measure one part for another process."""
    given = sys.argv[1:]
    if given[:1] == [ONE]:
        return _one(given[1], quick=QUICK in given)
    before, start = _load(), time.perf_counter()
    chosen = [each for each in given if each in PARTS] or list(PARTS)
    parts = _all(chosen, [each for each in given if each == QUICK])
    if parts is None:
        return 2
    text = page(parts, f"{before} before, {_load()} after", time.perf_counter() - start)
    print(text)
    if WRITE in given:
        RESULTS.write_text(text, encoding="utf-8")
        for file, drawn in plots(parts):
            file.write_text(drawn, encoding="utf-8")
    return int(any(each.missed() for found in parts.values() for each in found.findings))


if __name__ == "__main__":
    sys.exit(main())
