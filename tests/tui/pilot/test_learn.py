from __future__ import annotations

import re
from pathlib import Path
from threading import Event

import pytest

from arguendo.learning.exercise import Exercise, Kind
from arguendo_tui.screens import learn
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
            assert all(line in box.text for line in exercise.given)
            await ui.press("question_mark")
            assert not any(line in box.text for line in exercise.hint)
            await ui.press("question_mark", "enter")
            assert box.feedback is not None
            assert box.feedback.is_right == is_right
            assert all(line in box.text for line in (*exercise.hint, *box.feedback.lines))
            if exercise.kind is Kind.ORDER:
                told = re.findall(r"^[> ] (\d)\. ", box.text, re.M)
                right = [str(item + 1) for item in exercise.right]
                assert told == (right if is_right else right[::-1])
            await ui.press("enter")
        assert kinds == {*Kind}
        await ui.press("escape")
        assert ui.shows(Workspace)


async def test_an_exercise_that_takes_longer_to_make_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held, usual = Event(), LearnScreen._make

    def slow(screen: LearnScreen) -> Exercise | None:
        held.wait(10)
        return usual(screen)

    monkeypatch.setattr(learn, "PATIENCE", 0.01)
    monkeypatch.setattr(LearnScreen, "_make", slow)
    async with program(ANIMALS) as ui:
        await ui.pilot.press("ctrl+l")
        while "Making an exercise …" not in ui.text():
            await ui.pilot.pause(0.01)
        held.set()
        await ui.settle()
        assert ui.screen.query_one(ExerciseBox).exercise is not None


async def test_what_is_longer_than_the_screen_is_scrolled_by_keys() -> None:
    async with program(ANIMALS, (60, 12)) as ui:
        await ui.press("ctrl+l")
        box = ui.screen.query_one(ExerciseBox)
        given, asked = box.query_one("#given"), box.query_one("#asked")
        await ui.press(*["pagedown"] * 6)
        assert given.scroll_offset.y == given.max_scroll_y > 0
        await ui.press("enter", *["pagedown"] * 6)
        assert asked.scroll_offset.y == asked.max_scroll_y > 0
        await ui.press(*["pageup"] * 4)
        assert asked.scroll_offset.y == 0


async def _sort(ui: Driven, wanted: tuple[int, ...]) -> None:
    """Move the items into an order, as one would: choose one by number, move it up."""
    order = list(range(len(wanted)))
    for place, item in enumerate(wanted):
        at = order.index(item)
        await ui.press(str(item + 1), *["up"] * (at - place))
        order.insert(place, order.pop(at))
