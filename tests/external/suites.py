"""Suites that others wrote: where they lie, and how a runner keeps count.

They lie beside the checkout in `shared/external`, or where ARGUENDO_EXTERNAL says, and are never
copied in. A runner has a module of its own, turns each case into a rule base text (`programs.py`),
reads it as any other, and gives a verdict of every case to a `Count`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


def folder() -> Path | None:
    """Find the suites: beside the checkout, or beside a folder above it."""
    named = os.environ.get("ARGUENDO_EXTERNAL")
    if named:
        return Path(named)
    above = Path(__file__).resolve().parents[3:]
    return next((each / "shared" / "external" for each in above if _is_there(each)), None)


def cases(name: str) -> Iterator[dict[str, Any]]:
    """Go through the cases of a suite; skips the test, with the reason, where it is not."""
    place = folder()
    if place is None or not (place / name).is_file():
        pytest.skip(
            f"{name} is neither in shared/external beside the checkout nor in "
            "the folder that ARGUENDO_EXTERNAL names"
        )
    with (place / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@dataclass
class Count:
    """How many cases of a suite came out right, and what was wrong with the others."""

    suite: str
    right: int = 0
    wrong: dict[str, object] = field(default_factory=dict)

    def note(self, case: str, ours: object, theirs: object) -> None:
        """Compare one outcome."""
        if ours == theirs:
            self.right += 1
        else:
            self.wrong[case] = f"ours {ours!s:.400}, theirs {theirs!s:.400}"

    def close(self) -> None:
        """Print the figures, and fail unless all is right and there was something."""
        sys.stdout.write(f"\n{self.suite}: {self.right}/{self.right + len(self.wrong)}\n")
        some = "\n".join(f"  {case}: {text}" for case, text in list(self.wrong.items())[:20])
        assert not self.wrong, f"{self.suite}: {len(self.wrong)} wrong\n{some}"
        assert self.right


def _is_there(above: Path) -> bool:
    return (above / "shared" / "external").is_dir()
