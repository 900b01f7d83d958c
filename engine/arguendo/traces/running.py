"""A whole run: chunks in order, duplicates left out, kept on disk, counted at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from arguendo.rulebase import RuleBase
from arguendo.traces.crews import Crew
from arguendo.traces.keeping import Ledger, Manifest, Parts
from arguendo.traces.making import Chunk, Maker, Unit, Wishes
from arguendo.traces.record import Trace, read
from arguendo.traces.tallying import Summary, Tally
from arguendo.traces.yields import Yields

DROUGHT = 40
"""Chunks one after another without a new trace, after which there seem to be no more."""


@dataclass
class Progress:
    """How far a run is."""

    done: int = 0
    chunks: int = 0
    resumed: int = 0
    """Traces that an earlier run had left."""
    idle: int = 0
    """Chunks since the last new trace."""
    drawn: int = 0

    def add(self, ledger: Ledger, yields: Yields) -> None:
        """Take note of the next chunk."""
        new = sum(ledger.new.values())
        self.chunks += 1
        self.done += new
        self.drawn += sum(ledger.drawn.values())
        self.idle = 0 if new else self.idle + 1
        yields.add(ledger.drawn, ledger.new)

    def is_over(self, count: int) -> bool:
        """Tell whether there are enough, or seem to be no more."""
        return self.done >= count or self.idle >= DROUGHT


def run(
    rulebase: RuleBase,
    wishes: Wishes,
    count: int,
    out: Path,
    crew: Crew,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Summary:
    """Make so many traces and write them to a file, a line each; go on where a run was killed.

    Raises `Faulty` when one does not pass, `OtherRun` and `OSError`.
    """
    parts = Parts(out, Manifest(wishes.key(rulebase), count))
    progress, seen = Progress(), set[bytes]()
    yields = Maker(rulebase, wishes).yields
    for ledger, traces in parts:
        seen.update(bytes.fromhex(trace.id) for trace in traces)
        progress.add(ledger, yields)
    progress.resumed = progress.done
    tell(progress)
    if not progress.is_over(count):
        for chunk in crew(progress.chunks, yields.weights):
            ledger, new = _sifted(chunk, seen, count - progress.done)
            parts.put(progress.chunks, ledger, new)
            progress.add(ledger, yields)
            tell(progress)
            if progress.is_over(count):
                break
    seen.clear()
    tally = Tally()
    for _, traces in parts:
        for trace in traces:
            tally.add(trace)
    parts.finish()
    rules = tuple(rule.id for rule in rulebase.rules)
    return tally.summary(count, progress.drawn, rules)


def _sifted(chunk: Chunk, seen: set[bytes], room: int) -> tuple[Ledger, list[Trace]]:
    """Take out what is there already, and what is too much."""
    new: list[Trace] = []
    by_aim: Counter[int] = Counter()
    for aim, unit in chunk.units:
        fresh = _new(unit, seen)[: room - len(new)]
        seen.update(bytes.fromhex(trace.id) for trace in fresh)
        by_aim[aim] += len(fresh)
        new += _paired(fresh)
    return Ledger(chunk.drawn, dict(by_aim)), new


def _new(unit: Unit, seen: set[bytes]) -> list[Trace]:
    fresh = {trace.id: trace for trace in unit if bytes.fromhex(trace.id) not in seen}
    return list(fresh.values())


def _paired(traces: list[Trace]) -> Iterator[Trace]:
    """Go through traces of one unit; one whose twin is not among them has none."""
    ids = {trace.id for trace in traces}
    for trace in traces:
        alone = trace.pair not in ids
        yield msgspec.structs.replace(trace, pair=None) if alone else trace


def lines(file: Path) -> Iterator[Trace]:
    """Go through the traces of a file. Raises `BadTrace` and `OSError`."""
    with file.open("rb") as stream:
        for line in stream:
            if line.strip():
                yield read(line)
