"""What the pages of results share: the machine, the editions, tables."""

from __future__ import annotations

import datetime
import platform
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def edition(package: str) -> str:
    """Return a package's version, empty when it is not installed; ours needs none."""
    try:
        return version(package) if package else "-"
    except PackageNotFoundError:
        return ""


def machine(packages: Iterable[str]) -> str:
    """Say when and on what was measured, with which editions of what is installed."""
    engines = ", ".join(f"{each} {edition(each)}" for each in packages if edition(each))
    return (
        f"{datetime.date.today()}, {platform.python_implementation()} {platform.python_version()},"
        f" {_processor()}, {platform.system()}; {engines}."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def table(rows: list[list[str]]) -> str:
    """Write rows as a Markdown table, the first one as its head."""
    head, *body = rows
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *body))


def show(text: str, missed: Sequence[str], results: Path) -> int:
    """Print a page and the targets missed, and with `--write` keep it; return the exit status."""
    print(text)
    if "--write" in sys.argv[1:]:
        results.parent.mkdir(exist_ok=True)
        results.write_text(text, encoding="utf-8")
    for each in missed:
        print("missed:", each)
    return int(bool(missed))
