"""Exercises from a rule base, a seed and conclusions: the same from the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random

from arguendo.cancelling import heed
from arguendo.learning import flawed, missing, ordering, predicting, weakest
from arguendo.learning.exercise import Exercise, Kind
from arguendo.learning.scenes import Setting, Stages
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.traces.space import Field, Space
from arguendo.valuation import Status

TRIES = 12
"""Cases drawn for one exercise about one conclusion."""

TRIES_AGAIN = 60
"""Cases drawn for a topic that was asked about before: there was one."""

FIELDS = 40
"""Conclusions looked at for one exercise of a kind."""

_MAKERS: Mapping[Kind, Callable[[Setting], Iterator[Exercise]]] = {
    Kind.PREDICT: predicting.make,
    Kind.MISSING: missing.make,
    Kind.ORDER: ordering.make,
    Kind.FLAW: flawed.make,
    Kind.WEAKEST: weakest.make,
}


class Teacher:
    """Makes exercises about the conclusions of one rule base."""

    def __init__(self, rulebase: RuleBase, conclusions: Sequence[Statement] = ()) -> None:
        """Ground the rule base. Conclusions that nothing concludes are left out."""
        self.space = Space(rulebase)
        self._stages = Stages(self.space)
        known = self.space.field
        chosen = [known[each] for each in conclusions if each in known]
        self.fields: Sequence[Field] = chosen if conclusions else self.space.fields

    def exercises(self, seed: int, kinds: Sequence[Kind] = tuple(Kind)) -> Iterator[Exercise]:
        """Go through different exercises, the kinds in turn, as long as there are any."""
        random, left = Random(f"exercises {seed}"), list(kinds)
        made: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()
        while left:
            for kind in tuple(left):
                found = self._new(kind, random, made)
                if found is None:
                    left.remove(kind)
                else:
                    made.add(_mark(found))
                    yield found

    def about(self, topic: str, seed: int) -> Exercise | None:
        """Make an exercise on a topic anew, in a fresh case; None where there is none any more."""
        kind, _, key = topic.partition(" ")
        field = next((each for each in self.fields if each.goal.key == key), None)
        if field is None or kind not in [*Kind]:
            return None
        return next(self._of(Kind(kind), field, Random(f"{topic} {seed}"), TRIES_AGAIN), None)

    def _new(
        self, kind: Kind, random: Random, made: set[tuple[str, tuple[str, ...], tuple[str, ...]]]
    ) -> Exercise | None:
        """Find an exercise that was not made yet."""
        fields = random.sample(self.fields, len(self.fields))
        for field in (fields * (FIELDS // max(1, len(fields)) + 1))[:FIELDS]:
            for found in self._of(kind, field, random):
                if _mark(found) not in made:
                    return found
        return None

    def _of(
        self, kind: Kind, field: Field, random: Random, tries: int = TRIES
    ) -> Iterator[Exercise]:
        settings = list(islice(self._stages.draw(field, random), tries))
        if kind is Kind.PREDICT:  # how it comes out is balanced
            order = random.sample([*Status], len(Status))
            settings.sort(key=lambda each: order.index(each.case.standing(each.goal).status))
        for setting in settings:
            heed()
            yield from _MAKERS[kind](setting)


def _mark(exercise: Exercise) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return what makes an exercise another one."""
    return exercise.topic, exercise.scene, tuple(sorted(exercise.items))
