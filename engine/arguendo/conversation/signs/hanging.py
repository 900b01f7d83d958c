"""What hangs on what in a text: whether one statement that it speaks of bears on another.

Whoever asks how things stand speaks of one statement, or of several that have nothing to do with
each other; whoever supposes something speaks of what is supposed and of what hangs on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from arguendo.conversation.context import Context
from arguendo.conversation.ranking.target import depends
from arguendo.conversation.segmentation.parts import Part
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.statements import Statement

MOST_READINGS = 12
"""Readings that are looked at for another statement beside the best one."""
NEAR, VERY_NEAR = 0.3, 0.6
"""How likely another statement must be beside the best one for it to be spoken of as well."""


def of_hanging(said: Utterance, readings: Sequence[Reading]) -> Iterator[str]:
    """Tell whether what a text speaks of, declares or assumes bears on what it asks."""
    yield from _of_two(said, readings)
    if any(each.asks for each in said.parts.rest) and said.declared.truth:
        yield from _of_bearing(said, "declared", said.declared, readings)
    if said.parts.stance and said.assumed.truth:
        yield from _of_bearing(said, "assumed", said.assumed, readings)


class _Pair(NamedTuple):
    """Two statements that different words of a text speak of."""

    how: str
    """Whether the other one bears on the likeliest, or the likeliest on it."""
    condition: Reading
    claim: Reading


def _of_two(said: Utterance, readings: Sequence[Reading]) -> Iterator[str]:
    """Tell whether other words of the question speak of what its statement hangs on."""
    if not readings:
        return
    first, *others = islice(readings, MOST_READINGS)
    near = (each for each in others if each.score >= NEAR * first.score)
    other = next((each for each in near if _are_apart(first, each)), None)
    if other is None:
        yield "two: none"
        return
    how_near = "near" if other.score >= VERY_NEAR * first.score else "far"
    pair = _pair(said.context, first, other)
    if pair is None:
        yield "two: apart"
        yield f"two: apart {how_near}"
        return
    how, condition, claim = pair
    stands = _standing(said.context, condition.statement, condition.positive)
    order = "before" if _place(condition) < _place(claim) else "behind"
    yield f"two: {how}"
    yield from (f"two: {how} {each}" for each in (how_near, stands, order))
    holds = "holds" if said.context.holds(claim.statement) else "fails"
    yield from (f"two: {stands} {each}" for each in (how_near, order, holds))


def _pair(context: Context, first: Reading, other: Reading) -> _Pair | None:
    """Tell which of two statements bears on the other one, if any does."""
    if depends(context, [other.statement], first.statement):
        return _Pair("bears", other, first)
    if depends(context, [first.statement], other.statement):
        return _Pair("borne", first, other)
    return None


def _are_apart(one: Reading, other: Reading) -> bool:
    """Tell whether two statements are surely spoken of by different words."""
    a, b = one.part, other.part
    if a is None or b is None:
        return False
    if a == b:
        return bool(one.mask and other.mask) and not one.mask & other.mask
    if a.whole or b.whole:
        return False
    clauses = bool(a.clause and b.clause and a.last != b.last)
    return a.aside != b.aside or clauses or _is_beneath(a, b) or _is_beneath(b, a)


def _is_beneath(one: Part, other: Part) -> bool:
    return bool(one.main and other.subordinate)


def _place(reading: Reading) -> tuple[bool, float, int]:
    """Tell where in a text a statement is spoken of."""
    part = reading.part or Part()
    first = (reading.mask & -reading.mask).bit_length()
    return not part.aside, part.last + part.subordinate, first


def _of_bearing(
    said: Utterance, name: str, told: Assumed, readings: Sequence[Reading]
) -> Iterator[str]:
    """Tell how things stand that are told, and whether they bear on what is asked."""
    context = said.context
    states = sorted({_standing(context, each, true) for each, true in told.truth.items()})
    yield from (f"bears: {name} {state}" for state in states)
    others = (each for each in readings if each.statement not in told.truth)
    asked = next((each for each in others if not (each.part and each.part.aside)), None)
    if asked is None:
        yield f"bears: {name} on nothing"
        return
    bears = "bears" if depends(context, told.truth, asked.statement) else "beside"
    stands = _standing(context, asked.statement, asked.positive)
    seen = sorted({stands, *states})
    yield f"bears: {name} {bears}"
    yield from (f"bears: {name} {bears} {each}" for each in seen)


def _standing(context: Context, statement: Statement, positive: bool) -> str:
    """Tell of what kind a statement is, and whether it stands as it is told."""
    kinds = (
        ("open", context.is_open(statement)),
        ("fact", context.is_fact(statement)),
        ("derived", context.is_derived(statement)),
    )
    kind = next((name for name, is_so in kinds if is_so), "other")
    return f"{kind} {'so' if positive == context.holds(statement) else 'otherwise'}"
