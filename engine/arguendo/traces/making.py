"""Chunks of traces: each a function of the rule base, the wishes and its own number alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from random import Random
from typing import TypeAlias

import msgspec
from msgspec import Struct

from arguendo.explanation.requirements import apply
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.traces.building import Findings, investigate, outlined, told
from arguendo.traces.drawing import Assumptions, Balance, Draw, Matter
from arguendo.traces.identity import digest, split_of
from arguendo.traces.record import VERSION, Trace
from arguendo.traces.space import Field, Space
from arguendo.traces.spoiling import spoilt
from arguendo.traces.verifying import proven
from arguendo.traces.yields import Weights, Yields

CHUNK = 100
"""Questions drawn for one chunk."""

Unit: TypeAlias = tuple[Trace, ...]
"""Traces that belong together: one, its twin that one change makes, its spoilt copy."""

COVER = -1
"""The aim of a draw that is there to use a rule."""


class Chunk(Struct, frozen=True):
    """What came of one chunk."""

    drawn: dict[int, int]
    """How often each aim was drawn."""
    units: list[tuple[int, Unit]]
    """Units with the aims that they were drawn for."""


@dataclass(frozen=True)
class Wishes:
    """What traces are to be made; equal wishes make equal traces."""

    seed: int = 0
    balance: Balance = Balance.STATUS
    pairs: float = 0.5
    """Share of traces that get a twin, one change apart, where there is one."""
    flawed: float = 0.0
    """Share of traces that get a copy with a flaw."""
    distraction: float = 0.25
    """Share of cases in which something is assumed that does not bear on the question."""

    def key(self, rulebase: RuleBase) -> str:
        """Return the digest of all that decides which traces come out, their number apart."""
        parts = (VERSION, CHUNK, rulebase.digest, sorted(asdict(self).items()))
        return digest(msgspec.json.encode(parts))


class Maker:
    """Makes chunks of traces of one rule base. Not every chunk comes from the same maker.

    It remembers what it made in lower chunks, since whoever takes the chunks in their order has
    that already: leaving it out changes nothing but the time that it takes.
    """

    def __init__(self, rulebase: RuleBase, wishes: Wishes) -> None:
        """Ground the rule base."""
        self._wishes = wishes
        self._space = Space(rulebase)
        self._draw = Draw(self._space, wishes.balance)
        self._rules = [rule.id for rule in rulebase.rules]
        self._met: dict[str, int] = {}
        """By digest of a matter, and by id of a trace: the lowest chunk that it was made in."""

    @property
    def yields(self) -> Yields:
        """What is drawn by in the beginning."""
        return Yields(len(self._draw.aims), self._draw.groups)

    def chunk(self, number: int, weights: Weights) -> Chunk:
        """Make the units of one chunk. Raises `Faulty` when a trace does not pass."""
        random = Random(f"{self._wishes.seed}/{number}")
        if len(self._met) > MOST_MET:
            self._met.clear()
        drawn: Counter[int] = Counter()
        units = []
        for aim, matter in self._matters(random, number, weights):
            drawn[aim] += 1
            unit = self._unit(matter, number)
            if unit:
                units.append((aim, unit))
        return Chunk(dict(drawn), units)

    def _matters(
        self, random: Random, number: int, weights: Weights
    ) -> Iterator[tuple[int, Matter]]:
        """Draw the questions of a chunk; the first of all are there to use every rule."""
        aims = self._draw.aims
        for place in range(number * CHUNK, (number + 1) * CHUNK if aims else 0):
            rule = self._rules[place] if place < len(self._rules) else None
            matter = self._draw.covering(rule, random) if rule else None
            if matter:
                yield COVER, matter
            else:
                (aim,) = random.choices(range(len(aims)), weights)
                yield aim, self._draw.matter(aims[aim], random)

    def _is_new(self, key: str, number: int) -> bool:
        """Tell whether something was made in no lower chunk, nor in this one as yet."""
        if self._met.get(key, number + 1) <= number:
            return False
        self._met[key] = number
        return True

    def _unit(self, matter: Matter, number: int) -> Unit:
        key = _digest(matter.field, matter.assumptions)
        if not self._is_new(key, number):
            return ()
        random = Random(f"{self._wishes.seed}/{key}")
        field = matter.field
        case = self._space.case.assume_all(
            dict(sorted(matter.assumptions, key=lambda pair: pair[0].key))
        ).assume_all(self._distraction(field, random))
        found = investigate(case, field)
        first = outlined(found)
        split = split_of(first.id)
        made = [(first, found)]
        twin = self._twin(found, random)
        if twin is not None:
            second = outlined(twin)
            made = [
                (msgspec.structs.replace(first, pair=second.id), found),
                (msgspec.structs.replace(second, pair=first.id), twin),
            ]
        new = [(trace, known) for trace, known in made if self._is_new(trace.id, number)]
        unit = [proven(self._space.case, told(trace, known)) for trace, known in new]
        if random.random() < self._wishes.flawed:
            wrong = spoilt(found, first, random)
            unit += [wrong] if wrong and self._is_new(wrong.id, number) else []
        return tuple(msgspec.structs.replace(trace, split=split) for trace in unit)

    def _twin(self, found: Findings, random: Random) -> Findings | None:
        """Find out how things stand after one change that flips the answer, if one does."""
        single = [turn for turn in found.turns if len(turn.changes) == 1]
        if not single or random.random() >= self._wishes.pairs:
            return None
        return investigate(apply(found.case, random.choice(single).changes), found.field)

    def _distraction(self, field: Field, random: Random) -> dict[Statement, int]:
        if random.random() >= self._wishes.distraction:
            return {}
        outside = [each for each in self._space.outside if each not in field.reach]
        top = self._space.rulebase.scale.top
        return {
            each: random.choice((NONE, top, top))
            for each in random.sample(outside, min(len(outside), random.choice((1, 1, 2))))
        }


MOST_MET = 400_000
"""Entries after which a maker forgets what it made, so that memory stays bounded."""


def _digest(field: Field, assumptions: Assumptions) -> str:
    made = sorted((statement.key, degree) for statement, degree in assumptions)
    return digest(msgspec.json.encode((field.goal.key, made)))
