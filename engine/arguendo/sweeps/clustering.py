"""Stretches of scenarios valued by the workers of a Dask cluster.

A task needs nothing but what it is sent, so that one whose worker is lost is simply given to
another; results are taken in the order of the stretches.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from arguendo.sweeps.running import Found, Job, Stretch, Work, value

AHEAD = 3
"""Tasks that are waiting for each thread of the workers, so that none is idle."""
RETRIES = 3
"""Times that a task which failed is tried again."""
SECONDS = 15
"""How long the scheduler has to answer."""


class NoCluster(Exception):
    """There is no such cluster, or it cannot do the work: why, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say it."""
        self.hint = hint
        super().__init__(message)


@contextmanager
def connected(address: str) -> Iterator[Work]:
    """Connect to a scheduler, and return the way to let its workers do the work.

    Raises `NoCluster`, also while the work is done.
    """
    try:
        from distributed import Client
    except ImportError as error:
        message = "a cluster needs Dask, which is not installed"
        raise NoCluster(message, "install arguendo[cluster]") from error
    try:
        client: Any = Client(address, timeout=SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NoCluster(f"no scheduler answers at {address}: {error}") from error
    with client:
        yield lambda job, parts: _results(client, job, parts)


def _results(client: Any, job: Job, parts: Iterable[Stretch]) -> Iterator[Found]:
    waiting: deque[Any] = deque()
    try:
        for part in parts:
            waiting.append(client.submit(value, job, part, pure=False, retries=RETRIES))
            if len(waiting) >= AHEAD * max(1, sum(client.nthreads().values())):
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    finally:
        client.cancel(list(waiting))


def _result(future: Any) -> Found:
    from distributed import CancelledError, KilledWorker

    try:
        found: Found = future.result()
    except ImportError as error:
        message = f"a worker lacks what the work needs: {error}"
        raise NoCluster(message, "install the same edition of arguendo on all workers") from error
    except (CancelledError, KilledWorker, OSError) as error:
        raise NoCluster(f"the cluster gave the work up: {error}") from error
    return found
