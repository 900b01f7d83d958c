"""All benchmarks in one run, and the page that gathers what they found.

    python benchmarks/all.py [--write] [NAME ...]

Runs `inferences`, `what_ifs`, `growth`, `starting` and `reading`, or those named, one after the
other, each in a process of its own; every one checks that its engines agree. `--write` is passed
on: each writes its page into `benchmarks/results`, which `benchmarks/results/index.md` lists with
what was missed. Exits with status 1 when any did not reach a target.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from _pages import machine, table

HERE = Path(__file__).parent
INDEX = HERE / "results" / "index.md"
ALL = ("inferences", "what_ifs", "growth", "starting", "reading")
PACKAGES = ("clipspy", "clingo", "durable_rules", "experta", "numba", "numpy", "zen-engine")


def run(name: str, *options: str) -> tuple[int, str, float]:
    """Run one benchmark; return its status, what it printed and the seconds by the clock."""
    start = time.perf_counter()
    command = [sys.executable, str(HERE / f"{name}.py"), *options]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    return done.returncode, done.stdout, time.perf_counter() - start


def main() -> int:
    """Run, print and gather."""
    options = [each for each in sys.argv[1:] if each == "--write"]
    chosen = [each for each in sys.argv[1:] if each in ALL] or ALL
    rows = [["benchmark", "seconds by the clock", "targets"]]
    failed = False
    for name in chosen:
        status, said, taken = run(name, *options)
        print(said, flush=True)
        lines = said.splitlines()
        missed = [line.partition(": ")[2] for line in lines if line.startswith("missed: ")]
        failed |= bool(status)
        page = f"[{name}]({name}.md)" if (HERE / "results" / f"{name}.md").exists() else name
        told = "; ".join(missed) or ("reached" if not status else "not reached")
        rows.append([page, f"{taken:.0f}", told])
    text = "\n\n".join(("# Benchmarks of one run", machine(PACKAGES), table(rows))) + "\n"
    print(text)
    if options:
        INDEX.write_text(text, encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
