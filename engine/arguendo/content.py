"""Where rule bases lie."""

from __future__ import annotations

from pathlib import Path

FOLDERS = ("rules", "knowledge")


def find_rule_base(folder: Path | None = None) -> Path:
    """Return the folder given, else the article's: inside the wheel, or the checkout's root."""
    if folder is not None:
        return folder
    here = Path(__file__).resolve().parent
    shipped, checkout = here / "_article", here.parents[1]
    return shipped if shipped.is_dir() else checkout
