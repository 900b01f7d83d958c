"""What the screen remembers between runs: how the panes lie. A broken file is as good as none."""

from __future__ import annotations

import json
from pathlib import Path

from arguendo.disk import write_whole
from arguendo_tui.presenters.tiling import LEAST, MOST, PANES, Arrangement
from arguendo_tui.surroundings import made

SCREEN = "screen.json"
"""Where in the state folder it is remembered how the panes lie."""

LARGEST = 1 << 16
"""Bytes that are read of a file."""
_MOST_NAMES = 40


def recall(path: Path | None) -> Arrangement:
    """Read how the panes lay last; whatever is wrong with the file, they lie as usual."""
    if path is None:
        return Arrangement()
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(LARGEST).decode())
    except (OSError, ValueError, RecursionError):
        return Arrangement()
    if not isinstance(found, dict):
        return Arrangement()
    hidden, weights, recent = (found.get(key) for key in ("hidden", "weights", "recent"))
    names, gone_to = _list(hidden), _list(recent)
    sizes = weights if isinstance(weights, dict) else {}
    kept = {
        name: size
        for name, size in list(sizes.items())[:_MOST_NAMES]
        if type(size) is int and LEAST <= size <= MOST
    }
    return Arrangement(
        frozenset(name for name in PANES[1:] if name in names),
        kept,
        tuple(sorted((name for name in PANES if name in gone_to), key=gone_to.index)),
    )


def _list(found: object) -> list[object]:
    return found if isinstance(found, list) else []


def remember(path: Path | None, arrangement: Arrangement) -> None:
    """Keep how the panes lie; where that cannot be written it is forgotten."""
    if path is None or not made(path.parent):
        return
    kept = {
        "hidden": sorted(arrangement.hidden),
        "weights": dict(arrangement.weights),
        "recent": arrangement.recent,
    }
    try:
        write_whole(path, json.dumps(kept, indent=1).encode(), 0o600)
    except OSError:
        return
