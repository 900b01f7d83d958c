"""Who makes the chunks: this process, several, or a cluster; they come in order all the same."""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from itertools import count
from threading import Lock
from typing import Any, Protocol, TypeAlias

import msgspec

from arguendo.rulebase import RuleBase
from arguendo.traces.making import Chunk, Maker, Wishes
from arguendo.traces.yields import LAG, Weights

AHEAD = 3
"""Chunks under way for each worker, so that none waits for the one that is in turn."""


class NoCluster(Exception):
    """A cluster cannot be used: what for it is missing."""


Brief: TypeAlias = Callable[[int], Weights]
"""Tells by what a chunk is drawn, asked when the chunk is begun."""

Crew: TypeAlias = Callable[[int, Brief], Iterator[Chunk]]
"""Makes all chunks, one after another, from a number on; its iterator never ends by itself."""


class _Future(Protocol):
    def result(self) -> Any:
        """Wait for what was made."""

    def cancel(self) -> Any:
        """Let it be."""


def alone(rulebase: RuleBase, wishes: Wishes) -> Crew:
    """Make chunks in this process."""
    maker = Maker(rulebase, wishes)
    return lambda start, brief: (maker.chunk(n, brief(n)) for n in count(start))


def together(rulebase: RuleBase, wishes: Wishes, workers: int) -> Crew:
    """Make chunks in processes of their own."""

    def crew(start: int, brief: Brief) -> Iterator[Chunk]:
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(workers, context, _begin, (rulebase, wishes))
        try:
            yield from _in_order(
                start, workers, lambda number: pool.submit(_go_on, number, brief(number))
            )
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    return crew


def on_cluster(address: str, rulebase: RuleBase, wishes: Wishes) -> Crew:
    """Make chunks on the workers of a Dask cluster; those of a worker that dies are made anew.

    Raises `NoCluster` when Dask is not installed or nobody answers at the address.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise NoCluster("Dask is not installed") from error
    try:
        client = distributed.Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise NoCluster(f"no cluster answers at “{address}”: {error}") from error

    def crew(start: int, brief: Brief) -> Iterator[Chunk]:
        try:
            base = client.scatter(rulebase, broadcast=True)
            workers = sum(client.nthreads().values())
            yield from _in_order(
                start,
                workers,
                lambda number: client.submit(
                    _on_worker, base, wishes, number, brief(number), pure=False, retries=3
                ),
            )
        finally:
            client.close()

    return crew


def _in_order(start: int, workers: int, submit: Callable[[int], _Future]) -> Iterator[Chunk]:
    """Keep some chunks under way for each worker, and give them out in their order."""
    ahead = min(max(workers, 1) * AHEAD, LAG)
    under_way: deque[_Future] = deque()
    numbers = count(start)
    try:
        while True:
            while len(under_way) < ahead:
                under_way.append(submit(next(numbers)))
            yield _unpacked(under_way.popleft().result())
    finally:
        for future in under_way:
            future.cancel()


_MAKER: list[Maker] = []
"""The one of this worker process."""


def _begin(rulebase: RuleBase, wishes: Wishes) -> None:
    _MAKER[:] = [Maker(rulebase, wishes)]
    # What a maker begins with stays: collecting garbage need not look at it again.
    gc.freeze()


def _go_on(number: int, weights: Weights) -> bytes:
    return _packed(_MAKER[0].chunk(number, weights))


_CLUSTER: dict[str, Maker] = {}
_ONE_AT_A_TIME = Lock()
"""A worker may have several threads, and a maker serves one."""


def _on_worker(rulebase: RuleBase, wishes: Wishes, number: int, weights: Weights) -> bytes:
    with _ONE_AT_A_TIME:
        key = wishes.key(rulebase)
        if key not in _CLUSTER:
            _CLUSTER.clear()
            _CLUSTER[key] = Maker(rulebase, wishes)
        return _packed(_CLUSTER[key].chunk(number, weights))


def _packed(chunk: Chunk) -> bytes:
    return msgspec.msgpack.encode(chunk)


def _unpacked(packed: bytes) -> Chunk:
    return msgspec.msgpack.decode(packed, type=Chunk)
