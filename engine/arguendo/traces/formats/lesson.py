"""What a lesson made of a trace tells, in its order, before it is set as Markdown or as a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.traces.formats import Source
from arguendo.traces.formats.sequence import failure_in_words, flips_in_words, step_in_words
from arguendo.traces.record import Trace, TraceStep
from arguendo.wording.grammar import capital

HOW = {True: "What would make it hold no longer", False: "What would make it hold"}


@dataclass(frozen=True)
class Opened:
    """Something that is told in a line, and the rest of it."""

    line: str
    rest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """One part of a lesson."""

    heading: str
    items: tuple[Opened, ...]
    numbered: bool = False


def parts(trace: Trace, source: Source) -> Iterator[Part]:
    """Go through the parts of a lesson, after its question, scene and answer."""
    if trace.steps:
        yield Part("Why, step by step", tuple(_steps(trace.steps, source)), numbered=True)
    for each in trace.against:
        heading = f"To the contrary: {source.says(each.statement)}"
        yield Part(heading, tuple(_steps(each.steps, source)), numbered=True)
    if trace.failures:
        failed = tuple(Opened(failure_in_words(each, source)) for each in trace.failures)
        yield Part("What could show it, and does not", failed)
    if trace.missing:
        missing = tuple(Opened(f"{capital(source.says(key))}.") for key in trace.missing)
        yield Part("What is missing in the end", missing)
    if trace.flips:
        changes = [flip.changes for flip in trace.flips]
        said = tuple(map(Opened, flips_in_words(changes, source)))
        yield Part(HOW[trace.status == "holds"], said)
    if trace.flaw:
        where = f"Step {trace.flaw.step}" if trace.flaw.step else "The verdict"
        said = (Opened(f"{where} is wrong: {trace.flaw.told}.", (f"Kind: {trace.flaw.kind}.",)),)
        yield Part("The error in this answer", said)


def _steps(steps: tuple[TraceStep, ...], source: Source) -> Iterator[Opened]:
    for step in steps:
        line = f"{capital(step.text)}: {step.degree}."
        rest = [step_in_words(step)]
        if step.unless:
            unless = "; or ".join(source.says(key) for key in step.unless)
            rest.append(f"It would not follow if {unless}.")
        yield Opened(line, tuple(rest))
