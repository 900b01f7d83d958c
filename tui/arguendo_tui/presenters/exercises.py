"""Exercises as paragraphs: what is given, what is asked and chosen, and what is said to that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from arguendo.learning.answering import Feedback
from arguendo.learning.exercise import Exercise, Kind
from arguendo.wording import exercises
from arguendo_tui.presenters.actions import LEARN, key_names, of_part
from arguendo_tui.presenters.labels import Paragraph, Tone, label
from arguendo_tui.presenters.reasoning import HOLDS, MISSING

CHOSEN = ">"
_BULLET = "- "


def given(exercise: Exercise, rules: bool = True) -> tuple[Paragraph, ...]:
    """Set what an exercise is to be answered by; the rules only if they are to be seen."""
    heads = {exercises.RULES: Tone.ACCENT, exercises.CLOSED: Tone.DIM}
    lines = exercise.given if rules else (*exercise.scene, exercises.CLOSED)
    found, gap = [], False
    for line in lines:
        if not line:
            gap = True
            continue
        mark = _BULLET if line.startswith(_BULLET) else ""
        text = line.removeprefix(_BULLET)
        found.append(Paragraph(label((text, heads.get(line, Tone.PLAIN))), mark, gap))
        gap = False
    return tuple(found)


def asked(
    exercise: Exercise,
    order: Sequence[int],
    at: int,
    feedback: Feedback | None,
    keys: Mapping[str, str],
) -> Iterator[Paragraph]:
    """Set the question and its items in an order, with the one pointed at, and the feedback.

    An item that is moved keeps its number, by which the feedback names it.
    """
    yield Paragraph(label((exercise.prompt, Tone.STRONG)))
    for place, item in enumerate(order):
        tone = Tone.ACCENT if place == at and not feedback else Tone.PLAIN
        mark = f"{_sign(exercise, item, place == at, feedback)} {item + 1}. "
        yield Paragraph(label((exercise.items[item], tone)), mark)
    if feedback:
        first, *others = feedback.lines
        tone = Tone.GOOD if feedback.is_right else Tone.BAD
        yield Paragraph(label((first, tone)), gap=True)
        yield from (Paragraph(label(line)) for line in others)
    yield Paragraph(label((_how(exercise, feedback is not None, keys), Tone.DIM)), gap=True)


def _sign(exercise: Exercise, item: int, is_chosen: bool, feedback: Feedback | None) -> str:
    if not feedback or exercise.kind is Kind.ORDER:
        return CHOSEN if is_chosen else " "
    if item in exercise.right:
        return HOLDS
    return MISSING if is_chosen else " "


def _how(exercise: Exercise, is_answered: bool, chosen: Mapping[str, str]) -> str:
    """Tell the keys that lead on."""
    names = {action.id: key_names(action, chosen) for action in of_part(LEARN)}
    up_down, enter = f"{names['learn_up']} {names['learn_down']}", names["learn_answer"]
    scroll = f"{names['learn_back']} {names['learn_forth']}: scroll"
    if is_answered:
        return f"{enter}: the next one · {scroll}"
    if exercise.kind is Kind.ORDER:
        return f"A number picks a step, {up_down} move it · {enter}: answer · {scroll}"
    return f"{up_down} or a number: choose · {enter}: answer · {scroll}"
