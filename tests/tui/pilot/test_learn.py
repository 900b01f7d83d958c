from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.learning.exercise import Kind
from arguendo_tui.screens.learn import LearnScreen
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets.exercise import ExerciseBox
from tests.tui.driving import Driven, program

ANIMALS = Path(__file__).parents[3] / "examples" / "animals"


@pytest.mark.parametrize("is_right", [True, False])
async def test_exercises_are_answered_by_keys_and_explained(is_right: bool) -> None:
    async with program(ANIMALS) as ui:
        await ui.press("ctrl+l")
        assert ui.shows(LearnScreen)
        box = ui.screen.query_one(ExerciseBox)
        kinds = set()
        for _ in Kind:
            exercise = box.exercise
            assert exercise is not None
            kinds.add(exercise.kind)
            if exercise.kind is Kind.ORDER:
                await _sort(ui, exercise.right if is_right else exercise.right[::-1])
            else:
                wrong = (exercise.right[0] + 1) % len(exercise.items)
                await ui.press(str((exercise.right[0] if is_right else wrong) + 1))
            await ui.press("question_mark", "enter")
            assert box.feedback is not None
            assert box.feedback.is_right == is_right
            assert all(line in str(box.content) for line in exercise.hint)
            assert box.feedback.lines[0] in str(box.content)
            await ui.press("enter")
        assert kinds == {*Kind}
        await ui.press("escape")
        assert ui.shows(Workspace)


async def _sort(ui: Driven, wanted: tuple[int, ...]) -> None:
    """Move the items into an order, as one would: choose one by number, move it up."""
    order = list(range(len(wanted)))
    for place, item in enumerate(wanted):
        at = order.index(item)
        await ui.press(str(at + 1), *["up"] * (at - place))
        order.insert(place, order.pop(at))
