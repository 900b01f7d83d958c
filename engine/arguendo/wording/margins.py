"""How far days and numbers lie apart, in words: `by 18 days`."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.explanation.margins import Margin, margin, margins
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Query
from arguendo.statements import Sort, sort_of
from arguendo.wording.grammar import counted, sentence
from arguendo.wording.page import Block, Role
from arguendo.wording.statements import Speaker


def by_how_much(answer: Answer) -> Iterator[Block]:
    """Say by how much what was compared differs, of what was last talked about."""
    speaker = Speaker(answer.case.rulebase)
    asked = _asked(answer.query)
    found = (asked,) if asked else margins(answer.proof, answer.why_not)
    if not found:
        says = speaker.says(answer.query.statement) if answer.query.statement else "it is so"
        said = f"no days or numbers are compared for whether {says}"
        yield Block(Role.ANSWER, (sentence(said),))
        return
    first, *others = found
    yield Block(Role.ANSWER, (sentence(f"by {_amount(first)}: {_apart(speaker, first)}"),))
    yield Block(Role.REASON, tuple(sentence(_apart(speaker, each)) for each in others))


def _asked(query: Query) -> Margin | None:
    """Return what the question itself held against each other."""
    value, goal = query.value, query.statement
    if value is None or goal is None or not value.relation:
        return None
    return margin(goal.arguments[value.place], value.relation, value.other)


def _is_of_days(found: Margin) -> bool:
    return sort_of(found.left) is Sort.DATE


def _amount(found: Margin) -> str:
    size = abs(found.apart)
    if _is_of_days(found):
        return counted(int(size), "day") if size else "nothing"
    return f"{size.numerator:,}" if size.denominator == 1 else f"{float(size):,}"


def _apart(speaker: Speaker, found: Margin) -> str:
    """Say how far the first lies from the second: `2 June is 18 days after 15 May`."""
    left, right = speaker.name(found.left), speaker.name(found.right)
    if not found.apart:
        return f"{left} is just that" if left == right else f"{left} is the same as {right}"
    above, below = ("after", "before") if _is_of_days(found) else ("more than", "less than")
    return f"{left} is {_amount(found)} {above if found.apart > 0 else below} {right}"
