"""What a set of traces holds, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from msgspec import Struct

from arguendo.traces.identity import identity
from arguendo.traces.record import Trace


class Summary(Struct, frozen=True):
    """What was made; the counts of one kind add up to `traces`, but for questions and rules."""

    traces: int
    wanted: int
    exhausted: bool
    """Whether no more different ones were found than these."""
    verified: int
    """How many the certificate checker has proven right."""
    flawed: dict[str, int]
    """How many it has proven wrong, by their flaw."""
    drawn: int
    """Questions in cases that were drawn."""
    duplicates: int
    leaking: int
    """Traces of one split whose equal stands in another."""
    pairs: int
    by_status: dict[str, int]
    by_depth: dict[int, int]
    by_split: dict[str, int]
    by_flips: dict[int, int]
    """By how many changes flip the answer; 0 where none does."""
    questions: int
    rules_applied: int
    rules_failed: int
    rules: int
    rules_never_applied: tuple[str, ...]


@dataclass
class Tally:
    """Counts traces as they come."""

    status: Counter[str] = field(default_factory=Counter)
    depth: Counter[int] = field(default_factory=Counter)
    split: Counter[str] = field(default_factory=Counter)
    flips: Counter[int] = field(default_factory=Counter)
    flaws: Counter[str] = field(default_factory=Counter)
    questions: set[str] = field(default_factory=set)
    applied: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    pairs: int = 0
    duplicates: int = 0
    leaking: int = 0
    _places: dict[bytes, int] = field(default_factory=dict)
    """By id: how many splits it is in, a bit each."""
    _splits: dict[str, int] = field(default_factory=dict)

    def add(self, trace: Trace) -> None:
        """Count a trace; its id is worked out anew."""
        self.status[trace.status] += 1
        self.depth[trace.depth] += 1
        self.split[trace.split] += 1
        self.questions.add(trace.question.statement)
        if trace.flaw:
            self.flaws[trace.flaw.kind] += 1
        else:
            self.flips[len(trace.flips[0].changes) if trace.flips else 0] += 1
            self.pairs += trace.pair is not None
            self.applied.update(step.rule for step in trace.steps if step.rule)
        self.failed.update(failure.rule for failure in trace.failures)
        self._place(bytes.fromhex(identity(trace)), trace.split)

    def _place(self, id: bytes, split: str) -> None:
        bit = 1 << self._splits.setdefault(split, len(self._splits))
        before = self._places.get(id, 0)
        self._places[id] = before | bit
        self.duplicates += before != 0
        self.leaking += before not in (0, bit)

    def summary(self, wanted: int, drawn: int, rules: tuple[str, ...]) -> Summary:
        """Sum up."""
        traces = self.status.total()
        return Summary(
            traces=traces,
            wanted=wanted,
            exhausted=traces < wanted,
            verified=traces - self.flaws.total(),
            flawed=dict(sorted(self.flaws.items())),
            drawn=drawn,
            duplicates=self.duplicates,
            leaking=self.leaking,
            pairs=self.pairs // 2,
            by_status=dict(sorted(self.status.items())),
            by_depth=dict(sorted(self.depth.items())),
            by_split=dict(sorted(self.split.items())),
            by_flips=dict(sorted(self.flips.items())),
            questions=len(self.questions),
            rules_applied=len(self.applied),
            rules_failed=len(self.failed),
            rules=len(rules),
            rules_never_applied=tuple(each for each in rules if each not in self.applied),
        )
