"""Which exercises come up in one sitting: what is due first, then what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from arguendo.learning.exercise import Exercise, Kind
from arguendo.learning.making import Teacher
from arguendo.learning.progress import Progress


def sitting(
    teacher: Teacher,
    progress: Progress,
    now: datetime,
    *,
    seed: int | None = None,
    kinds: Sequence[Kind] = tuple(Kind),
    only_due: bool = False,
) -> Iterator[Exercise]:
    """Go through exercises: topics that are due, in fresh cases; then topics that are new.

    Without a seed each sitting has one of its own, by the number of answers so far. Topics that
    were answered and are not due come only when there is nothing new left.
    """
    learnt = progress.learnt()
    chosen = sum(each.answers for each in learnt) if seed is None else seed
    for topic in progress.due(now):
        if topic.partition(" ")[0] in [*kinds]:
            found = teacher.about(topic, chosen)
            if found is not None:
                yield found
    if only_due:
        return
    known = {each.topic for each in learnt}
    later: list[Exercise] = []
    for each in teacher.exercises(chosen, kinds):
        if each.topic not in known:
            yield each
        elif len(later) < MOST_LATER:
            later.append(each)
    yield from later


MOST_LATER = 50
"""Exercises on known topics that are kept back."""
