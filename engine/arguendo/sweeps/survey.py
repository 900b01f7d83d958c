"""A sweep from what is asked to what is found: combinations, draws or rows, wherever valued."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from arguendo.case import Case
from arguendo.sampling import admitted_sets, exclusive_groups
from arguendo.statements import Statement
from arguendo.sweeps.blocks import WORD, Words
from arguendo.sweeps.boundary import MOST_QUESTIONS, Boundary, boundary
from arguendo.sweeps.outline import Findings, Outline, Shape, Wanted
from arguendo.sweeps.rows import BadScenarios, Batch, Sheet, batches
from arguendo.sweeps.running import Engine, Found, Stretch, Work, job_for, locally, stretches
from arguendo.sweeps.sources import Combinations, Draws, Source
from arguendo.sweeps.tables import MOST_ROWS, answers_of, columns, created, titles

MOST_VARIED = 40
"""Questions of which all combinations are valued."""
MOST_TOGETHER = 6
"""Conclusions of which is told which hold together."""
MOST_CELLS = 900
"""Cells of a map."""

Watch = Callable[[int, int | None], None]
"""Told how many scenarios are done, and of how many if that is known."""


class BadSweep(Exception):
    """A sweep cannot be made: why, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say it."""
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True)
class Means:
    """By whom the work is done and what runs it, who is told, and where rows are written."""

    work: Work = locally
    engine: Engine | None = None
    watch: Watch = lambda done, total: None
    table: Path | None = None


@dataclass(frozen=True)
class Survey:
    """What a sweep found."""

    wanted: Wanted
    findings: Findings
    boundaries: tuple[Boundary, ...] = ()
    """By conclusion, where asked for."""
    seed: int | None = None
    """Of scenarios drawn at random."""


def combinations(
    case: Case, wanted: Wanted, means: Means = Means(), *, turning: bool = False
) -> Survey:
    """Value all combinations of the questions; `turning`: find the boundaries as well.

    Raises `BadSweep`, and `OSError` for a table that cannot be written.
    """
    count = len(wanted.over)
    if count > MOST_VARIED:
        message = f"{count} questions have too many combinations"
        raise BadSweep(message, f"vary {MOST_VARIED} at most, or draw some: --sample N")
    if turning and count > MOST_QUESTIONS:
        raise BadSweep(f"the boundary is found for {MOST_QUESTIONS} questions at most")
    source = Combinations(count)
    return _valued(case, wanted, source, Shape(partial=source.size < WORD), means, turning=turning)


def draws(case: Case, wanted: Wanted, size: int, seed: int, means: Means = Means()) -> Survey:
    """Value combinations drawn at random. Raises as `combinations`."""
    _ready(case, wanted)
    numbers = [case.graph.add(each) for each in wanted.over]
    place = {number: i for i, number in enumerate(numbers)}
    rivals = {n: [each for each in case.graph.contraries[n] if each in place] for n in numbers}
    exclusive = []
    for group in exclusive_groups(numbers, rivals):
        sets = admitted_sets(group, rivals) if len(group) > 1 else None
        if sets:
            members = tuple(place[number] for number in group)
            exclusive.append((members, tuple(tuple(place[n] for n in some) for some in sets)))
    source = Draws(len(numbers), size, seed, tuple(exclusive))
    return replace(_valued(case, wanted, source, Shape(partial=True), means), seed=seed)


def rows(case: Case, wanted: Wanted, sheet: Sheet, means: Means = Means()) -> Survey:
    """Value the rows of an open file, whose columns are the statements that are varied.

    Raises `BadSweep`, `BadScenarios` and `OSError`.
    """
    _ready(case, wanted)
    outline = Outline(case, _keeping(wanted, means), Shape(degrees=True, partial=True))
    counts, done = [0] * outline.program.counters, 0
    scale = case.rulebase.scale
    with _Sink(case, wanted, means) as sink:
        queue: list[Batch] = []

        def parts() -> Iterator[Stretch]:
            for batch in batches(sheet, scale):
                queue.append(batch)
                source = batch.source(scale.top)
                yield Stretch(source, 0, source.words)

        ahead = parts()
        first = next(ahead, None)
        if first is None:
            raise BadScenarios("there is no row below the columns")
        job = job_for(outline.program, first.source, means.engine)
        for found in means.work(job, _after(first, ahead)):
            counts = [one + more for one, more in zip(counts, found.counts, strict=True)]
            sink.write(queue.pop(0), found, done)
            done += found.scenarios
            means.watch(done, None)
    return Survey(wanted, outline.findings(counts, done))


def _after(first: Stretch, others: Iterator[Stretch]) -> Iterator[Stretch]:
    yield first
    yield from others


def _valued(
    case: Case, wanted: Wanted, source: Source, shape: Shape, means: Means, *, turning: bool = False
) -> Survey:
    """Value all scenarios of a source."""
    _ready(case, wanted)
    if means.table and source.size > MOST_ROWS:
        raise BadSweep(f"{source.size:,} scenarios are too many for a table of them")
    kept = replace(wanted, keep=True) if turning else _keeping(wanted, means)
    outline = Outline(case, kept, shape)
    counts, done, bits = [0] * outline.program.counters, 0, list[Words]()
    job = job_for(outline.program, source, means.engine)
    questions, top = len(wanted.over), case.rulebase.scale.top
    ahead = stretches(source, short=kept.keep)
    with _Sink(case, wanted, means) as sink:
        for part, found in _paired(source, kept.keep, means.work(job, ahead)):
            counts = [one + more for one, more in zip(counts, found.counts, strict=True)]
            if means.table:
                sink.write(answers_of(part, questions, top), found, done)
            bits += [found.kept] if turning else []
            done += found.scenarios
            means.watch(done, source.size)
    found_bits = np.concatenate(bits, axis=1) if turning else None
    boundaries = _boundaries(found_bits, wanted, top) if found_bits is not None else ()
    return Survey(wanted, outline.findings(counts, done), boundaries)


def _paired(source: Source, short: bool, found: Iterator[Found]) -> Iterator[tuple[Stretch, Found]]:
    return zip(stretches(source, short=short), found, strict=True)


def _boundaries(bits: Words, wanted: Wanted, top: int) -> tuple[Boundary, ...]:
    admitted, step = bits[0], top + 2
    made = []
    for place in range(1, len(bits), step):
        holds, contested = bits[place], bits[place + top]
        made.append(boundary(holds & ~contested, admitted, len(wanted.over)))
    return tuple(made)


def _keeping(wanted: Wanted, means: Means) -> Wanted:
    return replace(wanted, keep=means.table is not None)


def _ready(case: Case, wanted: Wanted) -> None:
    """Bring everything into the graph. Raises `BadSweep` for what cannot be."""
    _refuse(case, wanted)
    case.grounding.admit(wanted.over)
    for each in wanted.show:
        case.graph.add(each)


def _refuse(case: Case, wanted: Wanted) -> None:
    if not wanted.show:
        raise BadSweep("no conclusion is to be shown", "name one: --show SENTENCE")
    assumed = [each.key for each in wanted.over if each in case.assumptions]
    if assumed:
        message = f"{assumed[0]} is assumed already, and cannot be varied"
        raise BadSweep(message, "begin with a scenario that leaves it open")
    if wanted.jointly and len(wanted.show) > MOST_TOGETHER:
        raise BadSweep(f"{MOST_TOGETHER} conclusions at most are looked at together")
    for axis in wanted.axes or ():
        strange = _strangers(axis, wanted.over)
        if strange:
            raise BadSweep(f"{strange[0].key} is on the map and is not varied")
    if wanted.axes and (len(wanted.axes[0]) + 1) * (len(wanted.axes[1]) + 1) > MOST_CELLS:
        raise BadSweep("the map would have too many cells", "put fewer questions on its axes")


def _strangers(axis: Sequence[Statement], over: Sequence[Statement]) -> list[Statement]:
    return [each for each in axis if each not in over]


class _Sink:
    """Where single scenarios are written, if anywhere."""

    def __init__(self, case: Case, wanted: Wanted, means: Means) -> None:
        self._scale = case.rulebase.scale
        self._wanted = wanted
        self._path = means.table
        self._stack = ExitStack()

    def __enter__(self) -> _Sink:
        if self._path:
            keys = ([each.key for each in some] for some in (self._wanted.over, self._wanted.show))
            self._table = self._stack.enter_context(created(self._path, titles(*keys)))
        return self

    def __exit__(self, *what: object) -> None:
        self._stack.__exit__(*what)  # type: ignore[arg-type]

    def write(self, batch: Batch, found: Found, done: int) -> None:
        if self._path:
            self._table.write(columns(batch, found.kept, done + 1, self._scale))
