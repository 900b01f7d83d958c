"""Suites that others wrote: where they lie, and how a runner keeps count.

They lie beside the checkout in `shared/external`, or where ARGUENDO_EXTERNAL says, and are never
copied in. A runner has a module of its own, turns each case into a rule base text, reads it as any
other, and gives a verdict of every answer to a `Count`, with its certificate (`programs.py`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

Case: TypeAlias = dict[str, Any]
"""One case of a suite, as it stands in the file."""


class Missing(Exception):
    """A suite is not on this machine."""


def folder() -> Path | None:
    """Find the suites: beside the checkout, or beside a folder above it."""
    named = os.environ.get("ARGUENDO_EXTERNAL")
    if named:
        return Path(named)
    above = Path(__file__).resolve().parents[3:]
    places = (each / "shared" / "external" for each in above)
    return next((each for each in places if each.is_dir()), None)


def cases(name: str) -> Iterator[Case]:
    """Go through the cases of a suite. Raises `Missing`."""
    place = folder()
    if place is None or not (place / name).is_file():
        raise Missing(
            f"{name} is neither in shared/external beside the checkout nor in "
            "the folder that ARGUENDO_EXTERNAL names"
        )
    with (place / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@dataclass
class Count:
    """How many answers of a suite came out right and are proven, and what is wrong with others."""

    suite: str
    right: int = 0
    certified: int | None = 0
    """None where there is nothing to certify."""
    wrong: dict[str, str] = field(default_factory=dict)
    unproven: dict[str, str] = field(default_factory=dict)

    def note(self, case: str, ours: object, theirs: object) -> None:
        """Compare one outcome that has no certificate."""
        if ours == theirs:
            self.right += 1
        else:
            self.wrong[case] = f"ours {ours!s:.400}, theirs {theirs!s:.400}"

    def answer(self, case: str, ours: object, theirs: object, flaw: str | None) -> None:
        """Compare an answer, and note what is wrong with its certificate, if anything is."""
        self.note(case, ours, theirs)
        if flaw is None:
            self.certified = (self.certified or 0) + 1
        else:
            self.unproven[case] = f"{flaw:.400}"

    @property
    def total(self) -> int:
        """How many answers were compared."""
        return self.right + len(self.wrong)

    @property
    def failures(self) -> list[str]:
        """What went wrong, a line each."""
        wrong = [f"{self.suite}: {case}: {text}" for case, text in self.wrong.items()]
        unproven = [f"{self.suite}: {c}: not proven: {text}" for c, text in self.unproven.items()]
        return wrong + unproven
