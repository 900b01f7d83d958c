"""A worksheet, its key and an instructor's script, as blocks that formats set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from arguendo.case import Case
from arguendo.explanation.why import why
from arguendo.firing import replay
from arguendo.learning.exercise import Exercise, Kind, safe
from arguendo.statements import Statement
from arguendo.wording import exercises
from arguendo.wording.statements import Speaker


@dataclass(frozen=True)
class Part:
    """A heading, lines under it, and marked items."""

    heading: str
    lines: tuple[str, ...] = ()
    items: tuple[tuple[str, str], ...] = ()
    """Marks and what they stand before."""
    level: int = 2


def worksheet(made: Sequence[Exercise]) -> Iterator[Part]:
    """Set the exercises, each with what is given and what is asked."""
    yield Part("Exercises", (exercises.SHEET,))
    for number, each in enumerate(made, 1):
        blank = each.kind is Kind.ORDER
        items = [("__" if blank else f"{letter(n)}.", item) for n, item in enumerate(each.items)]
        rules = (exercises.RULES, *(f"- {line}" for line in each.hint)) if each.hint else ()
        lines = (*each.scene, *rules, f"**{each.prompt}**")
        yield Part(f"{number}. {exercises.KINDS[each.kind.value]}", lines, tuple(items), 3)


def key(made: Sequence[Exercise]) -> Iterator[Part]:
    """Give the right answers, with what explains them."""
    yield Part("Key")
    for number, each in enumerate(made, 1):
        told = tuple(
            (f"{place}." if each.kind is Kind.ORDER else f"{letter(n)}.", each.items[n])
            for place, n in enumerate(each.right, 1)
        )
        yield Part(f"Answer {number}", each.explanation, told, 3)


def script(case: Case, goals: Sequence[Statement]) -> Iterator[Part]:
    """Tell an instructor how each conclusion comes about: rule by rule, as they fire."""
    speaker = Speaker(case.rulebase)
    yield Part("Instructor's script", (exercises.SCRIPT,))
    for goal in goals:
        proof = why(case, goal)
        if proof is None:
            said = exercises.does_not_hold(speaker, goal)
            yield Part(speaker.asks(goal), safe([said]), level=3)
            continue
        claims = {step.claim: step for step in proof.steps[: proof.main] if step.rule}
        fired = dict.fromkeys(each.claim for each in replay(case).firings if each.fires)
        steps = [claims[each] for each in fired if each in claims]
        given = [exercises.link(speaker, step) for step in proof.leaves]
        told = [exercises.fires(speaker, step) for step in steps]
        yield Part(
            speaker.asks(goal),
            safe(["On the board first:", *(f"- {each}" for each in given)]),
            tuple((f"{n}.", each) for n, each in enumerate(safe(told), 1)),
            3,
        )


def letter(place: int) -> str:
    """Return the letter of an item."""
    return ascii_uppercase[place]
