"""What is varied and what is to be found out, written as one program, and its counts read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from arguendo.case import Case
from arguendo.statements import Statement
from arguendo.sweeps.circuit import TRUE, Circuit
from arguendo.sweeps.compiling import Supposed, Valued
from arguendo.sweeps.program import Program, schedule


@dataclass(frozen=True)
class Wanted:
    """What is varied, what is looked at, and what is to be told of it."""

    over: tuple[Statement, ...]
    show: tuple[Statement, ...]
    by_question: bool = False
    """The shares among the scenarios that assume a question, and among the others."""
    jointly: bool = False
    """How often which of the conclusions hold together."""
    axes: tuple[tuple[Statement, ...], tuple[Statement, ...]] | None = None
    """Two groups of questions: shares by how many of each are assumed."""
    keep: bool = False
    """How every single scenario comes out."""


@dataclass(frozen=True)
class Shape:
    """How scenarios give their answers."""

    degrees: bool = False
    """Questions may be assumed to a degree, or not to be so; else they are assumed or left."""
    partial: bool = False
    """The last word may have fewer scenarios than bits."""


@dataclass(frozen=True)
class Share:
    """In how many scenarios a conclusion stands how."""

    statement: Statement
    of: int
    at_degree: tuple[int, ...]
    """By degree, weakest first: it holds uncontested at exactly that degree."""
    contested: int
    fails: int
    """It does not hold: a contrary does, or it is assumed not to."""

    @property
    def holds(self) -> int:
        """It holds uncontested, at any degree."""
        return sum(self.at_degree)

    @property
    def open(self) -> int:
        """It is not established."""
        return self.of - self.holds - self.contested - self.fails


@dataclass(frozen=True)
class Part:
    """Some of the scenarios, and by conclusion in how many of them it holds uncontested."""

    of: int
    holds: tuple[int, ...]


@dataclass(frozen=True)
class ByQuestion:
    """The scenarios that assume a question, and those that do not."""

    question: Statement
    true: Part
    other: Part


@dataclass(frozen=True)
class Findings:
    """What was found in all scenarios."""

    scenarios: int
    """Valued in all."""
    admitted: int
    """Those that assume no two contraries; all counts are of these."""
    shares: tuple[Share, ...]
    by_question: tuple[ByQuestion, ...] = ()
    jointly: tuple[tuple[tuple[bool, ...], int], ...] = ()
    """Which of the conclusions hold uncontested, and in how many scenarios just these do."""
    cells: tuple[tuple[Part, ...], ...] = ()
    """By how many of the first axis and of the second are assumed."""


class Standings(NamedTuple):
    """In which scenarios a conclusion stands how, as formulas; of the admitted ones only."""

    levels: list[int]
    """By level: it has at least that degree."""
    alone: list[int]
    """By level: it has, and no contrary of it holds."""
    contested: int
    fails: int


class Outline:
    """A program for what is wanted of a case, and how its counts are to be read."""

    def __init__(self, case: Case, wanted: Wanted, shape: Shape = Shape()) -> None:
        """Write the program; the statements must be in the case's graph."""
        self.wanted = wanted
        self.shape = shape
        self.top = case.rulebase.scale.top
        self._circuit = circuit = Circuit()
        self._counted: list[int] = []
        numbers = [case.graph.add(each) for each in wanted.over]
        shown = [case.graph.add(each) for each in wanted.show]
        supposed = {number: self._suppose() for number in numbers}
        valid = circuit.new_input() if shape.partial else TRUE
        fixed = {case.graph.add(each): degree for each, degree in case.assumptions.items()}
        facts = case.grounding.degrees_of_facts(case.as_of)
        valued = Valued(circuit, case.graph, supposed, fixed, facts)
        self._admitted = circuit.both(valid, valued.admitted())
        self._true = {s: supposed[n].true for s, n in zip(wanted.over, numbers, strict=True)}
        self._stands = [self._standing(valued, number) for number in shown]
        self._holds = [each.alone[0] for each in self._stands]
        self._count()
        kept = self._kept() if wanted.keep else []
        self.program: Program = schedule(circuit, self._counted, kept)

    def findings(self, counts: Sequence[int], scenarios: int) -> Findings:
        """Read what the program counted."""
        left = iter(counts)
        admitted = next(left)
        return Findings(
            scenarios,
            admitted,
            tuple(self._read_share(each, admitted, left) for each in self.wanted.show),
            self._read_by_question(left),
            self._read_jointly(left),
            self._read_cells(left),
        )

    def _suppose(self) -> Supposed:
        if not self.shape.degrees:
            return Supposed((self._circuit.new_input(),) * self.top)
        levels = tuple(self._circuit.new_input() for _ in range(self.top))
        return Supposed(levels, self._circuit.new_input())

    def _standing(self, valued: Valued, number: int) -> Standings:
        circuit, opposed = self._circuit, valued.opposed(number)
        levels = [circuit.both(level[number], self._admitted) for level in valued.levels]
        against = circuit.either(opposed, valued.denied(number))
        return Standings(
            levels,
            [circuit.without(level, opposed) for level in levels],
            circuit.both(levels[0], opposed),
            circuit.all_of([against, self._admitted, circuit.negation(valued.levels[0][number])]),
        )

    def _kept(self) -> list[int]:
        """List what tells how each scenario comes out, as `tables` reads it."""
        rows = [self._admitted]
        for each in self._stands:
            rows += [*each.levels, each.contested, each.fails]
        return rows

    def _count(self) -> None:
        """Order what is counted, as `findings` reads it."""
        self._counted.append(self._admitted)
        for each in self._stands:
            self._counted += [*each.alone, each.contested, each.fails]
        self._count_by_question()
        if self.wanted.jointly:
            self._counted += map(self._together, self._patterns())
        self._count_cells()

    def _patterns(self) -> Iterator[tuple[bool, ...]]:
        return product((True, False), repeat=len(self._holds))

    def _count_by_question(self) -> None:
        if self.wanted.by_question:
            for question in self.wanted.over:
                self._count_part(self._true[question])
                self._count_part(self._circuit.negation(self._true[question]))

    def _count_part(self, where: int) -> None:
        both = self._circuit.both
        self._counted += [both(where, each) for each in (self._admitted, *self._holds)]

    def _together(self, pattern: Sequence[bool]) -> int:
        circuit = self._circuit
        pairs = zip(self._holds, pattern, strict=True)
        parts = [each if true else circuit.negation(each) for each, true in pairs]
        return circuit.all_of([*parts, self._admitted])

    def _count_cells(self) -> None:
        if self.wanted.axes:
            first, second = (self._numbers_assumed(axis) for axis in self.wanted.axes)
            for one, other in product(first, second):
                self._count_part(self._circuit.both(one, other))

    def _numbers_assumed(self, axis: Sequence[Statement]) -> list[int]:
        return self._circuit.exactly([self._true[each] for each in axis])

    def _read_share(self, statement: Statement, of: int, counts: Iterator[int]) -> Share:
        levels = [next(counts) for _ in range(self.top)]
        at = tuple(a - b for a, b in zip(levels, [*levels[1:], 0], strict=True))
        return Share(statement, of, at, next(counts), next(counts))

    def _read_part(self, counts: Iterator[int]) -> Part:
        return Part(next(counts), tuple(next(counts) for _ in self._holds))

    def _read_by_question(self, counts: Iterator[int]) -> tuple[ByQuestion, ...]:
        if not self.wanted.by_question:
            return ()
        return tuple(
            ByQuestion(question, self._read_part(counts), self._read_part(counts))
            for question in self.wanted.over
        )

    def _read_jointly(self, counts: Iterator[int]) -> tuple[tuple[tuple[bool, ...], int], ...]:
        if not self.wanted.jointly:
            return ()
        return tuple((pattern, next(counts)) for pattern in self._patterns())

    def _read_cells(self, counts: Iterator[int]) -> tuple[tuple[Part, ...], ...]:
        if not self.wanted.axes:
            return ()
        first, second = self.wanted.axes
        return tuple(
            tuple(self._read_part(counts) for _ in range(len(second) + 1))
            for _ in range(len(first) + 1)
        )
