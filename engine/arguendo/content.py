"""Where rule bases lie."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

FOLDERS = ("rules", "knowledge")
ENDINGS = (".yaml", ".yml")
"""How the names of rule files end."""


def is_rule_base(folder: Path) -> bool:
    """Tell whether a folder has one of the two that make a rule base."""
    # Unlike `Path.is_dir`, this takes a path that is too long for one that leads nowhere.
    return any(os.path.isdir(folder / name) for name in FOLDERS)  # noqa: PTH112


def is_rule_file(name: PurePath) -> bool:
    """Tell from a file's name, relative to a rule base's folder, whether it is read with it."""
    is_visible = not any(part.startswith(".") for part in name.parts)
    inside = len(name.parts) > 1 and name.parts[0] in FOLDERS
    return inside and is_visible and name.suffix in ENDINGS


def find_rule_base(folder: Path | None = None) -> Path:
    """Return the folder given, else the article's: inside the wheel, or the checkout's root."""
    if folder is not None:
        return folder
    here = Path(__file__).resolve().parent
    shipped, checkout = here / "_article", here.parents[1]
    return shipped if shipped.is_dir() else checkout
