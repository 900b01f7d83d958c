"""The steps of a trace as they are told one after another: grounds before what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.traces.formats import Source
from arguendo.traces.record import Failure, TraceStep
from arguendo.wording.grammar import capital, marks, named, series


def upward(steps: Sequence[TraceStep]) -> list[TraceStep]:
    """Put the steps of an argument in an order in which each comes after those that it uses.

    The conclusion comes last.
    """
    order: dict[int, TraceStep] = {}
    under_way: set[int] = set()

    def visit(step: TraceStep) -> None:
        if step.n in order or step.n in under_way:
            return
        under_way.add(step.n)
        for n in step.uses:
            if 1 <= n <= len(steps):
                visit(steps[n - 1])
        order[step.n] = step

    for step in reversed(steps):
        visit(step)
    return list(order.values())


def step_in_words(step: TraceStep, number: dict[int, int] | None = None) -> str:
    """Write a step as a sentence or two; `number` gives other numbers to the steps it uses."""
    said = capital(step.text)
    if step.rule is None:
        where = f", {marks(step.source)}" if step.source else ""
        return f"{said} ({step.degree}, {step.basis}{where})."
    used = [str(number[n] if number else n) for n in dict.fromkeys(step.uses)]
    lead = f"From {named(used)}" if used else "Since nothing speaks against it"
    where = f" ({marks(step.source)})" if step.source else ""
    return f"{lead}, by the rule “{step.rule}”: {said} ({step.degree}). {step.warrant}{where}"


def failure_in_words(failure: Failure, source: Source) -> str:
    """Write as a sentence what keeps a rule from concluding something."""
    said = [
        f"{what} {series([source.says(key) for key in keys])}"
        for what, keys in (
            ("holds:", failure.holds),
            ("missing:", failure.missing),
            ("in the way:", failure.rebutted_by),
        )
        if keys
    ]
    if failure.overridden_by:
        said.append(f"set aside by {named(list(failure.overridden_by))}")
    lead = f"The rule “{failure.rule}” could show that {source.says(failure.claim)}"
    return f"{lead}. {capital('; '.join(said) or 'it would apply')}."


def flips_in_words(changes: Sequence[dict[str, bool]], source: Source) -> Iterator[str]:
    """Write the sets of changes that flip an answer."""
    for each in changes:
        yield f"{capital(series([source.says(key, true) for key, true in each.items()]))}."
