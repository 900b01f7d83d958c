"""The scenarios that links may name: those of the rule base as its files are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from time import monotonic

from arguendo.library import RuleBaseError

PAUSE = 5.0
"""Seconds for which what was read last is good enough, however often a name is asked for."""


@dataclass
class Scenarios:
    """The names known, read anew for one that is not among them."""

    read: Callable[[], Collection[str]]
    """Reads the rule base; may raise `RuleBaseError`."""
    known: Collection[str]
    _last: float = field(default_factory=monotonic)

    async def with_one(self, name: str) -> Collection[str]:
        """Return all names; one that is not known may be of a scenario written just now."""
        if name not in self.known and monotonic() - self._last > PAUSE:
            self._last = monotonic()
            try:
                self.known = await asyncio.to_thread(self.read)
            except RuleBaseError:
                pass
        return self.known
