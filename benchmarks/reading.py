"""How reading, checking and matching grow with the size of a rule base.

    python benchmarks/reading.py [RULES ...]

Generates rule bases of 1, 2, 5 and 10 thousand rules with as many facts, and prints a table with
the exponent of each growth (1: linear). Exits with status 1 when that of reading and checking
together is over 1.15, or when a rule base has problems.
"""

from __future__ import annotations

import gc
import math
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from arguendo.case import Case
from arguendo.checks import ALL
from arguendo.matching.grounding import Grounding
from arguendo.matching.native import NativeMatcher
from arguendo.problems import Problems, render
from arguendo.reading import read_rule_base
from arguendo.rulebase import RuleBase
from arguendo.yaml_nodes import parse
from benchmarks._generated import write

SIZES = (1000, 2000, 5000, 10_000)
MOST = 1.15
COLUMNS = ("rules", "facts", "yaml s", "read s", "checks s", "match s", "value s", "inferences")

T = TypeVar("T")


def timed(action: Callable[[], T]) -> tuple[T, float]:
    """Return what an action returns, and the seconds of processor time that it took."""
    gc.collect()
    start = time.process_time()
    return action(), time.process_time() - start


def measure(size: int) -> tuple[float, ...]:
    """Read, check, match and value a rule base of some size; return a row of the table."""
    with tempfile.TemporaryDirectory() as home:
        write(Path(home), size)
        texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(Path(home).glob("*/*.yaml"))}
        texts = {
            path.relative_to(home).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(Path(home).glob("*/*.yaml"))
        }
    problems = Problems()
    files, parsing = timed(lambda: {name: parse(name, t, problems) for name, t in texts.items()})
    rulebase, reading = timed(lambda: read_rule_base(files, problems))
    found, checking = timed(lambda: [each for check in ALL for each in check(rulebase)])
    for problem in [*problems, *found][:3]:
        raise SystemExit(render(problem, texts))
    grounding, matching = timed(lambda: Grounding(rulebase, NativeMatcher(rulebase)))
    _, valuing = timed(lambda: Case(grounding).valuation)
    count = len(grounding.graph.inferences)
    sizes = len(rulebase.rules), len(rulebase.facts)
    return *sizes, parsing, reading, checking, matching, valuing, count


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Fit seconds = c · size^e by least squares of the logarithms; return e."""
    xs, ys = ([math.log(max(each, 1e-6)) for each in some] for some in (sizes, seconds))
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
        (a - x) ** 2 for a in xs
    )


def main() -> int:
    """Measure and print."""
    sizes = [int(each) for each in sys.argv[1:]] or SIZES
    measure(min(sizes) // 2)  # to warm up
    rows = []
    print(" ".join(f"{name:>10}" for name in COLUMNS))
    for size in sizes:
        rows.append(measure(size))
        print(" ".join(f"{x:10.2f}" if isinstance(x, float) else f"{x:10}" for x in rows[-1]))
    rules = [row[0] for row in rows]
    growth = {name: exponent(rules, [row[n] for row in rows]) for n, name in enumerate(COLUMNS)}
    print(" ".join(f"{growth[name]:10.2f}" for name in COLUMNS), "(exponent)")
    total = exponent(rules, [sum(row[2:5]) for row in rows])
    print(f"reading and checking together: {total:.2f}, at most {MOST}")
    return int(total > MOST)


if __name__ == "__main__":
    sys.exit(main())
