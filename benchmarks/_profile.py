"""Where the time of some work goes, file by file."""

from __future__ import annotations

import cProfile
import pstats
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

_HOME = re.compile(r".*/(?:engine/arguendo|tui/arguendo_tui|site-packages)/(.*)\.py$")


def shares(action: Callable[[], object], most: int = 4) -> str:
    """Run an action and tell the files in which most of its time is spent.

    What Python's own functions in C take counts to the file that calls them.
    """
    profile = cProfile.Profile()
    profile.runcall(action)
    stats: Any = pstats.Stats(profile)
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in stats.stats.items():
        if file == "~" and callers:
            for (caller, _, _), (_, _, here, _) in callers.items():
                spent[_place(caller)] += here
        else:
            spent[_place(file)] += own
    return told(spent, most)


def told(spent: Counter[str], most: int = 4) -> str:
    """Tell the largest shares of a sum."""
    total = spent.total()
    parts = [(name, taken / total) for name, taken in spent.most_common(most)]
    return ", ".join(f"{name} {share:.0%}" for name, share in parts if share >= 0.01)


def _place(file: str) -> str:
    found = _HOME.match(file)
    if found:
        return found[1].removesuffix("/__init__")
    return "generated code" if file.startswith("<") else Path(file).stem if file != "~" else "C"
