"""How reading, checking and matching grow with the size of a rule base.

    python benchmarks/reading.py [RULES ...]

Generates rule bases of 1, 2, 5 and 10 thousand rules with as many facts, and prints a table with
the exponent of each growth (1: linear). Reading includes the checks, which are also timed alone;
the review is what `arguendo check` asks beyond them. Exits with status 1 when the exponent of
reading is over 1.15, or when a rule base has problems.
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

from _generated import write

from arguendo import review
from arguendo.case import Case
from arguendo.checks import ALL
from arguendo.library import read
from arguendo.matching.grounding import Grounding
from arguendo.matching.native import NativeMatcher
from arguendo.problems import render

SIZES = (1000, 2000, 5000, 10_000)
MOST = 1.15
COLUMNS = ("rules", "facts", "read s", "checks s", "match s", "value s", "review s", "inferences")

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
        (rulebase, problems, texts), reading = timed(lambda: read(Path(home)))
    for problem in problems:
        raise SystemExit(render(problem, texts))
    assert rulebase is not None
    _, checking = timed(lambda: [each for check in ALL for each in check(rulebase)])
    grounding, matching = timed(lambda: Grounding(rulebase, NativeMatcher(rulebase)))
    _, valuing = timed(lambda: Case(grounding).valuation)
    _, reviewing = timed(lambda: [each for check in review.ALL for each in check(Case(grounding))])
    count = len(grounding.graph.inferences)
    sizes = len(rulebase.rules), len(rulebase.facts)
    return *sizes, reading, checking, matching, valuing, reviewing, count


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
    print(f"reading, which checks as well: {growth['read s']:.2f}, at most {MOST}")
    return int(growth["read s"] > MOST)


if __name__ == "__main__":
    sys.exit(main())
