"""A small rule base to begin with: every part once, each with a comment that says what it is."""

from __future__ import annotations

from pathlib import Path

from arguendo.authoring.scalars import scalar

TITLE = "Will the choir sing in the park?"
QUESTION = "Does the choir sing in the park?"
"""A question that the scaffold answers."""

_SCAFFOLD = Path(__file__).parent / "scaffold"


def scaffold(name: str, title: str = TITLE) -> dict[str, str]:
    """Return the files of a new rule base: their names relative to its folder, and their texts."""
    files = sorted(_SCAFFOLD.rglob("*.yaml"))
    return {
        file.relative_to(_SCAFFOLD).as_posix(): file.read_text(encoding="utf-8")
        .replace("@name@", scalar(name))
        .replace("@title@", scalar(title))
        for file in files
    }
