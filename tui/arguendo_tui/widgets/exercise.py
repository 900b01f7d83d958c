"""One exercise on the screen: what is given, what is asked, what is chosen, and the feedback."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from arguendo.learning.answering import Feedback
from arguendo.learning.exercise import Exercise, Kind
from arguendo.problems import printable
from arguendo_tui.presenters.actions import LEARN
from arguendo_tui.widgets.keys import bindings

MOST_ITEMS = 9
"""Items that a number key can choose."""


class ExerciseBox(Static, can_focus=True):
    """Shows an exercise, and moves what is chosen by keys; says when it is answered."""

    BINDINGS = [
        *bindings(LEARN),
        *(Binding(str(n), f"pick({n})", show=False) for n in range(1, MOST_ITEMS + 1)),
    ]

    class Answered(Message):
        """An answer is given."""

        def __init__(self, exercise: Exercise, answer: tuple[int, ...]) -> None:
            """Take the exercise and the answer."""
            super().__init__()
            self.exercise = exercise
            self.answer = answer

    class Done(Message):
        """The feedback is read: the next exercise is wished for."""

    class Helped(Message):
        """The keys are asked for."""

    class Left(Message):
        """Enough of it."""

    def __init__(self) -> None:
        """Begin with nothing to show."""
        super().__init__("", id="exercise", markup=False)
        self.exercise: Exercise | None = None
        self.feedback: Feedback | None = None
        self._order: list[int] = []
        self._at = 0
        self._is_hinted = False

    def ask(self, exercise: Exercise) -> None:
        """Show an exercise that is to be answered."""
        self.exercise, self.feedback = exercise, None
        self._order, self._at = list(range(len(exercise.items))), 0
        self._is_hinted = False
        self._draw()

    def tell(self, feedback: Feedback) -> None:
        """Show what is said to the answer."""
        self.feedback = feedback
        self._draw()

    def say(self, text: str) -> None:
        """Show a line in place of an exercise."""
        self.exercise = None
        self.update(Content(printable(text)))

    def action_pick(self, number: int) -> None:
        """Choose the item in a place, counted from 1."""
        if self.exercise and not self.feedback and number <= len(self._order):
            self._at = number - 1
            self._draw()

    def action_move(self, by: int) -> None:
        """Choose the next item; of an order, change it with its neighbour."""
        place = self._at + by
        if not self.exercise or self.feedback or not 0 <= place < len(self._order):
            return
        if self.exercise.kind is Kind.ORDER:
            order = self._order
            order[self._at], order[place] = order[place], order[self._at]
        self._at = place
        self._draw()

    def action_answer(self) -> None:
        """Answer, or go on once that is done."""
        if self.feedback or not self.exercise:
            self.post_message(self.Done())
        elif self.exercise.kind is Kind.ORDER:
            self.post_message(self.Answered(self.exercise, tuple(self._order)))
        else:
            self.post_message(self.Answered(self.exercise, (self._at,)))

    def action_hint(self) -> None:
        """Show or hide the rules that bear on it."""
        self._is_hinted = not self._is_hinted
        self._draw()

    def action_help(self) -> None:
        """Ask for the keys."""
        self.post_message(self.Helped())

    def action_leave(self) -> None:
        """Leave."""
        self.post_message(self.Left())

    def _draw(self) -> None:
        if self.exercise:
            self.update(Content("\n").join(self._lines(self.exercise)))
            self.scroll_visible(animate=False)

    def _lines(self, exercise: Exercise) -> Iterator[Content]:
        yield from map(Content, exercise.scene)
        yield Content("")
        yield Content.styled(exercise.prompt, "bold")
        for place, item in enumerate(self._order):
            mark = ">" if place == self._at else " "
            style = ("bold" if self.feedback else "bold $text-accent") if mark == ">" else ""
            yield Content.styled(f"{mark} {place + 1}. {exercise.items[item]}", style)
        if self._is_hinted:
            yield Content("")
            yield from map(Content, exercise.hint or ("There is no rule to tell.",))
        if self.feedback:
            first, *others = self.feedback.lines
            yield Content("")
            style = "bold $text-success" if self.feedback.is_right else "bold $text-error"
            yield Content.styled(first, style)
            yield from map(Content, others)
