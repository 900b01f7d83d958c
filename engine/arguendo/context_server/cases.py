"""The cases of those who are served: each its own, bounded in number, dropped when idle."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_urlsafe

from arguendo.api import OpenCase
from arguendo.case import Case
from arguendo.rulebase import RuleBase

MOST_CASES = 64
IDLE = 30 * 60.0
"""Seconds without a call after which a case is dropped."""
MOST_CALLS = 2000
"""Calls of one case: what it remembers grows with each."""
MOST_SESSIONS = 16 * MOST_CASES
"""Sessions whose case is remembered, be it that it was dropped."""


class NoCase(Exception):
    """A case is not open any more, or has been asked enough."""


@dataclass
class Kept:
    """An open case, by what it is named, and since when nobody asked it anything."""

    handle: str
    case: OpenCase
    used: float
    calls: int = 0


class Cases:
    """All open cases on one rule base.

    A case belongs to a session of the protocol, or, where there are none, to whoever knows its
    handle, which nobody can guess. Each has a reasoning graph of its own.
    """

    def __init__(
        self,
        rulebase: RuleBase,
        scenario: str | None = None,
        *,
        most: int = MOST_CASES,
        idle: float = IDLE,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with none."""
        self.rulebase = rulebase
        self.scenario = scenario
        self.most = most
        self.idle = idle
        self.now = now
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        """By handle, the one longest unused first."""
        self._sessions: OrderedDict[str, str] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, handle: str | None = None, session: str | None = None) -> Kept:
        """Return the case of a handle, else of a session; without either, a new one.

        Raises `NoCase` where it was dropped: what it assumed must not be lost unnoticed.
        """
        self._drop_idle()
        if handle is None:
            known = self._sessions.get(session) if session is not None else None
            kept = self._begin(session) if known is None else self._find(known, session)
        else:
            kept = self._find(handle)
        if session is not None and session in self._sessions:
            self._sessions.move_to_end(session)
        kept.used = self.now()
        kept.calls += 1
        self._kept.move_to_end(kept.handle)
        if kept.calls > MOST_CALLS:
            self._end(kept.handle, session)
            raise NoCase("this case has been asked too much and is closed; begin a new one")
        return kept

    def _begin(self, session: str | None) -> Kept:
        while len(self._kept) >= self.most:
            self._kept.popitem(last=False)
        opened = OpenCase(Case.of(self.rulebase, self.scenario))
        kept = Kept(token_urlsafe(16), opened, self.now())
        self._kept[kept.handle] = kept
        if session is not None:
            self._sessions[session] = kept.handle
            while len(self._sessions) > MOST_SESSIONS:
                self._sessions.popitem(last=False)
        return kept

    def _find(self, handle: str, session: str | None = None) -> Kept:
        kept = self._kept.get(handle)
        if kept is None:
            self._end(handle, session)
            raise NoCase(
                "this case is not open any more, and what it assumed is forgotten; a call without "
                "“case” begins a new one"
            )
        return kept

    def _end(self, handle: str, session: str | None) -> None:
        self._kept.pop(handle, None)
        if session is not None:
            self._sessions.pop(session, None)

    def _drop_idle(self) -> None:
        last = self.now() - self.idle
        while self._kept and next(iter(self._kept.values())).used < last:
            self._kept.popitem(last=False)
