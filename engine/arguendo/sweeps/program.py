"""A circuit's formulas in an order to compute them in, over as few buffers as that order needs.

A buffer is given to another formula as soon as nothing asks for its first one any more; the buffer
freed last is taken first, since it is still in the cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from arguendo.sweeps.circuit import FALSE, TRUE, Circuit, Formula, Kind


class Op(IntEnum):
    """What a step does."""

    NOT = 3
    AND = 4
    OR = 5
    COUNT = 6
    """Adds the scenarios in a buffer (`left`) to a counter (`out`)."""
    KEEP = 7
    """Copies a buffer (`left`) to a row of what is kept (`out`)."""


class Step(NamedTuple):
    """One operation on buffers."""

    op: Op
    out: int
    left: int
    right: int = 0


class Repeat(NamedTuple):
    """Steps to go through until no variable changes; variables begin with no scenario."""

    steps: tuple[Step, ...]
    changes: tuple[tuple[int, int], ...]
    """Buffers of a variable and of its next value."""


Part: TypeAlias = Step | Repeat


@dataclass(frozen=True)
class Program:
    """What to do with a block of scenarios. Buffers 0 and 1 hold no and every scenario."""

    inputs: tuple[int, ...]
    """By input of the circuit: its buffer, which keeps its content; 0 where nothing asks for it."""
    buffers: int
    parts: tuple[Part, ...]
    counters: int
    kept: int

    @property
    def operations(self) -> int:
        """How many operations on bits a block takes at least."""
        return sum(len(part.steps) if isinstance(part, Repeat) else 1 for part in self.parts)


def schedule(circuit: Circuit, counted: Sequence[int], kept: Sequence[int] = ()) -> Program:
    """Write the program that counts some formulas and keeps the bits of others."""
    return _Scheduling(circuit, counted, kept).program()


class _Scheduling:
    def __init__(self, circuit: Circuit, counted: Sequence[int], kept: Sequence[int]) -> None:
        self._circuit = circuit
        self._wanted: dict[int, list[Step]] = {}
        for op, formulas in ((Op.COUNT, counted), (Op.KEEP, kept)):
            for place, formula in enumerate(formulas):
                if op is Op.COUNT and formula == FALSE:
                    continue  # nothing is to be added
                self._wanted.setdefault(formula, []).append(Step(op, place, 0))
        self._sizes = len(counted), len(kept)
        self._bodies = {loop: self._body(loop) for loop in range(len(circuit.loops))}
        self._inner = {each: loop for loop, body in self._bodies.items() for each in body}
        self._needed = self._reached(self._wanted)
        self._buffer = {FALSE: 0, TRUE: 1}
        self._free: list[int] = []
        self._buffers = 2
        self._order = self._ordered()
        self._last = self._last_uses()
        self._dying: dict[int, list[int]] = {}
        for formula, place in self._last.items():
            self._dying.setdefault(place, []).append(formula)

    def program(self) -> Program:
        formulas = self._circuit.formulas
        inputs = [0] * self._circuit.inputs
        for formula in sorted(self._needed):
            if formulas[formula].kind is Kind.INPUT:
                inputs[formulas[formula].left] = self._take(formula)
        parts: list[Part] = []
        for formula in sorted(self._needed):
            if formulas[formula].kind <= Kind.INPUT:
                parts += self._uses(formula)
        place = 0
        for unit in self._order:
            if isinstance(unit, range):
                loop = unit.start
                parts.append(self._repeat(loop, place))
                place += len(self._bodies[loop]) + 1
                for formula in (*self._circuit.loops[loop].variables, *self._bodies[loop]):
                    parts += self._uses(formula)
            else:
                parts.append(self._step(unit, place))
                parts += self._uses(unit)
                if self._last[unit] == place:  # nothing else asks for it
                    self._free.append(self._buffer[unit])
                place += 1
        return Program(tuple(inputs), self._buffers, tuple(parts), *self._sizes)

    def _uses(self, formula: int) -> list[Step]:
        """Count and keep a formula as soon as it is computed."""
        buffer = self._buffer.get(formula, 0)
        return [step._replace(left=buffer) for step in self._wanted.get(formula, ())]

    def _reached(self, start: Iterable[int]) -> set[int]:
        found = set[int]()
        waiting = list(start)
        while waiting:
            formula = waiting.pop()
            if formula not in found:
                found.add(formula)
                waiting += self._parts(formula)
        return found

    def _parts(self, formula: int) -> Sequence[int]:
        """Return what a formula is computed from; a variable from all that its loop rests on."""
        found = self._circuit.formulas[formula]
        if found.kind is Kind.VARIABLE:
            return self._circuit.loops[found.left].following
        return operands(found)

    def _body(self, loop: int) -> list[int]:
        """Return what is computed anew in each round, in order."""
        belongs, found = self._circuit.belongs, set[int]()
        waiting = list(self._circuit.loops[loop].following)
        while waiting:
            formula = waiting.pop()
            if belongs[formula] == loop and formula not in found:
                found.add(formula)
                waiting += operands(self._circuit.formulas[formula])
        kinds = self._circuit.formulas
        return sorted(n for n in found if kinds[n].kind is not Kind.VARIABLE)

    def _ordered(self) -> list[int | range]:
        """Order formulas and whole loops (as a range that begins with their number)."""
        ends: dict[int, int] = {}
        units: dict[tuple[int, int], int | range] = {}
        for formula in sorted(self._needed):
            kind = self._circuit.formulas[formula].kind
            if kind is Kind.VARIABLE:
                loop = self._circuit.formulas[formula].left
                if loop not in ends:
                    ends[loop] = self._end(loop, ends)
                    units[ends[loop], FALSE] = range(loop, loop + 1)
            elif kind >= Kind.NOT and formula not in self._inner:
                after = self._circuit.belongs[formula]
                end = 2 * formula if after is None else max(2 * formula, ends[after])
                units[end, formula] = formula
        return [units[key] for key in sorted(units)]

    def _end(self, loop: int, ends: Mapping[int, int]) -> int:
        """Return the place, twice a formula's number being its own, at which a loop may stand."""
        found = self._circuit.loops[loop]
        before = max((ends[each] for each in range(loop) if each in ends), default=0)
        return max(before, 2 * max(*found.variables, *found.following) + 1)

    def _last_uses(self) -> dict[int, int]:
        """Return the place at which each formula is used last; in a loop that is its end."""
        last: dict[int, int] = {}
        place = 0
        ends: dict[int, int] = {}
        for unit in self._order:
            if isinstance(unit, range):
                loop, inside = unit.start, self._bodies[unit.start]
                end = ends[loop] = place + len(inside)
                own = set(inside)
                for offset, formula in enumerate(inside):
                    last.setdefault(formula, place + offset)
                    for part in operands(self._circuit.formulas[formula]):
                        last[part] = place + offset if part in own else end
                found = self._circuit.loops[loop]
                last |= dict.fromkeys((*found.variables, *found.following), end)
                place = end + 1
            else:
                last.setdefault(unit, place)
                last |= dict.fromkeys(operands(self._circuit.formulas[unit]), place)
                place += 1
        for formula in self._wanted:
            if formula in self._inner:  # counted after the loop's end
                last[formula] = max(last[formula], ends[self._inner[formula]])
        return last

    def _take(self, formula: int) -> int:
        if self._free:
            buffer = self._free.pop()
        else:
            buffer = self._buffers
            self._buffers += 1
        self._buffer[formula] = buffer
        return buffer

    def _release(self, place: int, but: int | None = None) -> None:
        """Free the buffers of what is used for the last time, those of constants and inputs not."""
        for formula in self._dying.get(place, ()):
            if formula != but and self._circuit.formulas[formula].kind > Kind.INPUT:
                self._free.append(self._buffer[formula])

    def _step(self, formula: int, place: int) -> Step:
        found = self._circuit.formulas[formula]
        buffers = [self._buffer[part] for part in operands(found)]
        self._release(place, but=formula)
        return Step(Op(found.kind), self._take(formula), *buffers)

    def _repeat(self, loop: int, place: int) -> Repeat:
        found = self._circuit.loops[loop]
        for variable in found.variables:
            self._take(variable)
        steps = []
        for formula in self._bodies[loop]:
            steps.append(self._step(formula, place))
            place += 1
        changes = tuple(
            (self._buffer[one], self._buffer[after])
            for one, after in zip(found.variables, found.following, strict=True)
        )
        self._release(place)
        return Repeat(tuple(steps), changes)


def operands(formula: Formula) -> Sequence[int]:
    """Return the formulas that one is made of."""
    if formula.kind is Kind.NOT:
        return (formula.left,)
    return (formula.left, formula.right) if formula.kind >= Kind.AND else ()
