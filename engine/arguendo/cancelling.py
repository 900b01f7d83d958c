"""Long work that can be stopped: whoever starts it says how to tell, and long loops look.

Only work that leaves nothing half done looks: what grows what others share is done as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_wanted: ContextVar[Callable[[], bool] | None] = ContextVar("wanted", default=None)

WAIT = 0.05
"""Seconds after which work that waits for others looks again whether it is to stop."""


class Cancelled(BaseException):
    """Work was stopped on someone's wish, and has changed nothing.

    As with asyncio's own, nothing that handles errors takes it for one.
    """


@contextmanager
def cancellable(wanted: Callable[[], bool]) -> Iterator[None]:
    """Let `heed` raise `Cancelled` in this thread once `wanted` tells that someone wants it."""
    token = _wanted.set(wanted)
    try:
        yield
    finally:
        _wanted.reset(token)


@contextmanager
def as_a_whole() -> Iterator[None]:
    """Heed nothing meanwhile: what is begun here is brought to its end."""
    token = _wanted.set(None)
    try:
        yield
    finally:
        _wanted.reset(token)


def heed() -> None:
    """Stop here if that is wanted. Raises `Cancelled`."""
    wanted = _wanted.get()
    if wanted is not None and wanted():
        raise Cancelled
