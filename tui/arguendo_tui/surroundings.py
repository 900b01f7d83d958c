"""What the program finds around it: a terminal or none, and a folder to remember things in."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def has_terminal() -> bool:
    """Tell whether input and output are both a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def is_dumb(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal can only show lines: it says so, or (not on Windows) nothing."""
    kind = environment.get("TERM", "")
    return kind == "dumb" or (not kind and os.name != "nt")


def state_folder() -> Path:
    """Return the folder by the platform's custom; it may not be there yet."""
    from platformdirs import user_state_path

    return user_state_path("arguendo", appauthor=False)


JOURNAL = "ARGUENDO_JOURNAL"
"""Environment variable: a folder to keep conversations in, or `off` to keep none."""


def journal_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder in which conversations lie; it may not be there yet."""
    chosen = environment.get(JOURNAL, "")
    return state_folder() / "sessions" if chosen.casefold() in _NONE else Path(chosen)


def keeps_conversations(environment: Mapping[str, str]) -> bool:
    """Tell whether conversations are to be kept at all."""
    return not environment.get(JOURNAL) or environment[JOURNAL].casefold() not in _NONE


_NONE = ("", "off", "0", "no")


def made(folder: Path) -> bool:
    """Make the folder if need be, for the user alone; tell whether one can write there."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
