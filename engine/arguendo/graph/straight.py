"""Strata as one function of Python, written for the graph: quick for whoever values it often.

Every degree is a local variable of it, and rebuttals are looked at on the spot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TypeAlias

from arguendo.graph.values import GroundBlocker, Inference, Step, Stratum

WORTH = 300
"""Valuations of a graph from which on writing the function pays: it costs about as many."""
MOST = 1_000
"""Inferences in the longest function that is written."""
MOST_NAMED = 20_000
"""Statements that it names at most, again wherever they are looked at: a rebuttal may name many."""

Follow: TypeAlias = Callable[[list[int], Mapping[int, int]], None]
"""Takes the degrees that are given, and the assumptions; fills in all degrees."""


class Straight:
    """The function for the strata of a graph as it stands, written when it pays."""

    def __init__(self) -> None:
        """Begin with none."""
        self._flow: Sequence[Stratum] = ()
        self._times = 0
        self._follow: Follow | None = None

    def of(
        self,
        flow: Sequence[Stratum],
        inferences: Sequence[Inference],
        blockers: Sequence[Sequence[GroundBlocker]],
    ) -> Follow | None:
        """Return the function, or None as long as there is none."""
        if flow is not self._flow:
            self._flow, self._times, self._follow = flow, 0, None
        self._times += 1
        if self._times == WORTH and sum(len(each.inferences) for each in flow) <= MOST:
            self._follow = _made(flow, inferences, blockers)
        return self._follow


def _made(
    flow: Iterable[Stratum],
    inferences: Sequence[Inference],
    blockers: Sequence[Sequence[GroundBlocker]],
) -> Follow | None:
    steps: list[Step] = []
    for stratum in flow:
        if stratum.steps is None:
            return None  # what goes in a circle is not valued step by step
        steps += stratum.steps
    named = chain.from_iterable(_asked(each, inferences, blockers) for each in steps)
    asked = list(islice(named, MOST_NAMED + 1))
    if len(asked) > MOST_NAMED:
        return None
    rivals = {n: _applies(inferences[n], blockers[n]) for each in steps for n in each.rivals}
    body = [line for each in steps for line in _written(each, rivals)]
    claims = dict.fromkeys(each.claim for each in steps)
    used = {*claims, *asked}
    lines = [
        "def follow(degrees, assumptions):",
        *(f"    d{number} = degrees[{number}]" for number in sorted(used)),
        *body,
        *(f"    degrees[{number}] = d{number}" for number in claims),
        "    return None",
    ]
    made: dict[str, Follow] = {}
    exec(compile("\n".join(lines), "<strata>", "exec"), {}, made)  # only numbers of this graph
    return made["follow"]


def _written(step: Step, rivals: Mapping[int, str]) -> Iterator[str]:
    """Go through the lines that give a claim its degree."""
    grounds = [f"d{ground}" for ground in dict.fromkeys(step.grounds)]
    yield f"    if {' and '.join(grounds) or 'True'}:"
    yield f"        degree = {step.qualifier}"
    for ground in grounds:
        yield f"        if {ground} < degree: degree = {ground}"
    against = [*map(_blocks, step.blockers), *(rivals[each] for each in step.rivals)]
    unless = f" and not ({' or '.join(against)})" if against else ""
    claim = step.claim
    yield f"        if degree > d{claim} and {claim} not in assumptions{unless}: d{claim} = degree"


def _blocks(blocker: GroundBlocker) -> str:
    """Write that all literals of a blocker are so."""
    literals = (f"d{number}" if holds else f"not d{number}" for number, holds in blocker.literals)
    return f"({' and '.join(literals) or 'True'})"


def _applies(inference: Inference, blockers: Iterable[GroundBlocker]) -> str:
    """Write that an inference has its grounds and no rebuttal."""
    parts = [str(bool(inference.rule.qualifier)), *(f"d{each}" for each in inference.grounds)]
    return f"({' and '.join([*parts, *(f'not {_blocks(each)}' for each in blockers)])})"


def _asked(
    step: Step, inferences: Sequence[Inference], blockers: Sequence[Sequence[GroundBlocker]]
) -> Iterator[int]:
    """Go through the statements that a step looks at."""
    yield from step.grounds
    for blocker in step.blockers:
        yield from (number for number, _ in blocker.literals)
    for rival in step.rivals:
        yield from inferences[rival].grounds
        for blocker in blockers[rival]:
            yield from (number for number, _ in blocker.literals)
