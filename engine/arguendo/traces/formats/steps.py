"""Questions with labelled steps, from the grounds up, for models that judge steps.

Labels are those that process supervision knows: 1 right, -1 wrong, 0 neither, being drawn from
something wrong. (Lightman and others, Let's Verify Step by Step, 2023.)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from arguendo.export.wire import encode
from arguendo.traces.formats import Source
from arguendo.traces.formats.files import write_lines
from arguendo.traces.formats.sequence import failure_in_words, step_in_words, upward
from arguendo.traces.record import Trace

RIGHT, TAINTED, WRONG = 1, 0, -1


class Labelled(Struct, frozen=True):
    """One step in words, and whether it is right."""

    text: str
    label: int
    rule: str | None


class Solution(Struct, frozen=True):
    """A question, the steps to its answer, and the answer."""

    id: str
    split: str
    prompt: str
    steps: tuple[Labelled, ...]
    answer: str
    label: int
    flaw: str | None


def solution(trace: Trace, source: Source) -> Solution:
    """Make the labelled steps of a trace."""
    steps = (*_steps(trace), *_failures(trace, source))
    return Solution(
        trace.id,
        trace.split,
        f"{trace.text.scene}\n\n{trace.question.text}",
        steps,
        trace.text.line,
        WRONG if trace.flaw else RIGHT,
        trace.flaw.kind if trace.flaw else None,
    )


def _steps(trace: Trace) -> Iterator[Labelled]:
    order = upward(trace.steps)
    number = {step.n: place for place, step in enumerate(order, 1)}
    wrong = trace.flaw.step if trace.flaw else None
    label: dict[int, int] = {}
    for step in order:
        drawn_from = [label.get(n, RIGHT) for n in step.uses]
        label[step.n] = WRONG if step.n == wrong else min([RIGHT, *map(_taint, drawn_from)])
        yield Labelled(step_in_words(step, number), label[step.n], step.rule)


def _taint(label: int) -> int:
    """Return what a step's label makes of those that use it."""
    return RIGHT if label == RIGHT else TAINTED


def _failures(trace: Trace, source: Source) -> Iterator[Labelled]:
    for failure in trace.failures:
        yield Labelled(failure_in_words(failure, source), RIGHT, failure.rule)


def write(source: Source, out: Path) -> None:
    """Write a question with its steps a line."""
    write_lines(out, (encode(solution(trace, source)) for trace in source))
