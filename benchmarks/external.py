"""The engine against suites that others wrote, every answer certified.

    python benchmarks/external.py

Takes the suites where they lie (`shared/external` beside the checkout, or ARGUENDO_EXTERNAL) and
prints a table: how many answers are right, and how many have a certificate in which the independent
checker finds no flaw, after it was written as JSON and read again. Refusals have none. Exits with
status 1 when an answer is wrong or not proven; a suite that is not there is said to be missing.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
LAYOUT = "{:34} {:>11} {:>11} {:>8} {:>7}"
MOST_SHOWN = 20


def main() -> int:
    """Run all and print."""
    sys.path.insert(0, str(CHECKOUT))  # the runners lie with the tests
    from tests.external.runners import RUNNERS
    from tests.external.suites import Missing

    print(LAYOUT.format("suite", "right", "certified", "failures", "s"))
    failures: list[str] = []
    for runner in RUNNERS:
        start = time.perf_counter()
        try:
            count = runner.run()
        except Missing as missing:
            print(f"{runner.count.__name__}: {missing}")
            continue
        taken = f"{time.perf_counter() - start:.1f}"
        right = f"{count.right}/{count.total}"
        certified = "–" if count.certified is None else f"{count.certified}/{count.total}"
        print(LAYOUT.format(count.suite, right, certified, len(count.failures), taken), flush=True)
        failures += count.failures
    print(*failures[:MOST_SHOWN], sep="\n")
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
