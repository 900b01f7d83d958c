"""Stretches of scenarios valued one after the other: by this process, or by others for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from typing import NamedTuple, Protocol, TypeAlias

import numpy as np

from arguendo.sweeps.blocks import WORD, Blocks, Words, block_words
from arguendo.sweeps.fused import MOST_OPERATIONS, Fused
from arguendo.sweeps.program import Program
from arguendo.sweeps.sources import UNIT, Combinations, Given, Source

STRETCH = 1 << 20
"""Words that are valued between one sign of progress and the next."""
SHORT = UNIT
"""Words that are valued at once where the bits of every scenario are wanted."""
WORTH_COMPILING = 10.0
"""Seconds of numpy's from which on the seconds that compiling takes are worth it."""
_SECONDS_AN_OPERATION = 5e-12
"""What an operation on one scenario costs numpy, about."""


class Engine(StrEnum):
    """What runs a program."""

    NUMPY = "numpy"
    NUMBA = "numba"


@dataclass(frozen=True)
class Job:
    """A program, what runs it, and the words of a block."""

    program: Program
    engine: Engine
    words: int


class Stretch(NamedTuple):
    """Some scenarios of a source: so many words, from one word on."""

    source: Source
    first: int
    words: int

    @property
    def scenarios(self) -> int:
        """How many they are: the last word may have fewer than bits."""
        return min(self.source.size, (self.first + self.words) * WORD) - self.first * WORD


class Found(NamedTuple):
    """What came out for a stretch."""

    counts: tuple[int, ...]
    kept: Words
    """By formula kept: its bits, those of blocks cut to the stretch."""
    scenarios: int


Work: TypeAlias = Callable[[Job, Iterable[Stretch]], Iterator[Found]]
"""Values stretches, and gives what is found in their order."""


class Runner(Protocol):
    """What a program is run by, block by block."""

    kept: Words

    @property
    def inputs(self) -> Given:
        """By input: its words, or None where nothing asks for it."""

    @property
    def counts(self) -> list[int]:
        """What has been counted so far."""

    def run(self) -> None:
        """Go through all steps once."""


def chosen_engine(program: Program, scenarios: int) -> Engine:
    """Choose numba where it is installed and so much is to be done that compiling is worth it."""
    seconds = scenarios * program.operations * _SECONDS_AN_OPERATION
    is_worth_it = seconds > WORTH_COMPILING and program.operations <= MOST_OPERATIONS
    return Engine.NUMBA if is_worth_it and find_spec("numba") else Engine.NUMPY


def job_for(program: Program, source: Source, engine: Engine | None = None) -> Job:
    """Say how a program is run on the scenarios of a source."""
    chosen = engine or chosen_engine(program, source.size)
    words = block_words(program)
    words = min(words, source.words) if isinstance(source, Combinations) else max(words, UNIT)
    return Job(program, chosen, words)


def stretches(source: Source, *, short: bool = False) -> Iterator[Stretch]:
    """Part a source; `short`: so that the bits of a stretch take little room."""
    step = SHORT if short else STRETCH
    for first in range(0, source.words, step):
        yield Stretch(source, first, min(step, source.words - first))


def locally(job: Job, parts: Iterable[Stretch]) -> Iterator[Found]:
    """Value stretches one after the other."""
    return (value(job, part) for part in parts)


def value(job: Job, part: Stretch) -> Found:
    """Value one stretch."""
    made = _made_for(job)
    runner, start = made.runner, made.runner.counts
    kept: list[Words] = []
    for first in range(part.first, part.first + part.words, job.words):
        made.fill(part.source, first)
        runner.run()
        if job.program.kept:
            left = part.first + part.words - first
            kept.append(runner.kept[:, :left].copy())
    counts = tuple(now - then for now, then in zip(runner.counts, start, strict=True))
    bits = np.concatenate(kept, axis=1) if kept else np.zeros((0, part.words), np.uint64)
    return Found(counts, bits, part.scenarios)


class _Made:
    """A runner, and which scenarios its inputs have."""

    def __init__(self, job: Job) -> None:
        self.job = job
        make = Fused if job.engine is Engine.NUMBA else Blocks
        self.runner: Runner = make(job.program, job.words)
        self._source: Source | None = None
        self._first = 0

    def fill(self, source: Source, first: int) -> None:
        """Put the scenarios from a word on into the inputs; what is in there already stays."""
        before = self._first if source == self._source else None
        self._source = None  # whoever interrupts it leaves something in between
        source.fill(self.runner.inputs, first, before)
        self._source, self._first = source, first


_of_thread = threading.local()
"""What each thread used last: buffers are not to be shared."""


def _made_for(job: Job) -> _Made:
    made: _Made | None = getattr(_of_thread, "made", None)
    if made is None or made.job != job:
        made = _of_thread.made = _Made(job)
    return made
