"""One exercise on the screen: what is given, what is asked, what is chosen, and the feedback."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.message import Message

from arguendo.learning.answering import Feedback
from arguendo.learning.exercise import Exercise, Kind
from arguendo_tui.presenters.actions import LEARN
from arguendo_tui.presenters.exercises import asked, given
from arguendo_tui.presenters.labels import Paragraph
from arguendo_tui.presenters.pages import plain_paragraphs
from arguendo_tui.presenters.tiling import WIDE_FROM
from arguendo_tui.widgets.keys import bindings
from arguendo_tui.widgets.setting import Prose

MOST_ITEMS = 9
"""Items that a number key can choose."""


class ExerciseBox(Container, can_focus=True):
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
        super().__init__(id="exercise")
        self.exercise: Exercise | None = None
        self.feedback: Feedback | None = None
        self._order: list[int] = []
        self._at = 0
        self._tells_rules = True

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="given", can_focus=False):
            yield Prose(id="given-told")
        with VerticalScroll(id="asked", can_focus=False):
            yield Prose(id="asked-told")

    @property
    def text(self) -> str:
        """All that it shows."""
        told = [each for part in self.query(Prose) for each in part.paragraphs]
        return "\n".join(f"{each.mark}{each.label.plain}" for each in told)

    def on_resize(self) -> None:
        self.set_class(self.size.width >= WIDE_FROM, "-wide")

    def ask(self, exercise: Exercise) -> None:
        """Show an exercise that is to be answered."""
        self.exercise, self.feedback = exercise, None
        self._order, self._at = list(range(len(exercise.items))), 0
        self._tells_rules = True
        self._draw()
        self.query_one("#given").scroll_home(animate=False)

    def tell(self, feedback: Feedback) -> None:
        """Show what is said to the answer."""
        self.feedback = feedback
        self._draw()

    def say(self, text: str) -> None:
        """Show a line in place of an exercise."""
        self.exercise = None
        self._set((), plain_paragraphs(text))

    def action_pick(self, number: int) -> None:
        """Choose the item with a number."""
        if self.exercise and not self.feedback and number <= len(self._order):
            self._at = self._order.index(number - 1)
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

    def action_page(self, by: int) -> None:
        """Scroll what is given; once it is answered what is said to that, if it is the longer."""
        part = self.query_one("#asked")
        if not (self.feedback and part.max_scroll_y):
            part = self.query_one("#given")
        part.scroll_relative(y=by * max(part.size.height - 1, 1), animate=False)

    def action_answer(self) -> None:
        """Answer, or go on once that is done."""
        if self.feedback or not self.exercise:
            self.post_message(self.Done())
        elif self.exercise.kind is Kind.ORDER:
            self.post_message(self.Answered(self.exercise, tuple(self._order)))
        else:
            self.post_message(self.Answered(self.exercise, (self._at,)))

    def action_hint(self) -> None:
        """Hide the rules that bear on it, or show them."""
        self._tells_rules = not self._tells_rules
        self._draw()

    def action_help(self) -> None:
        """Ask for the keys."""
        self.post_message(self.Helped())

    def action_leave(self) -> None:
        """Leave."""
        self.post_message(self.Left())

    def _draw(self) -> None:
        if self.exercise is None:
            return
        keys = getattr(self.app, "keys", {})
        told = asked(self.exercise, self._order, self._at, self.feedback, keys)
        self._set(given(self.exercise, self._tells_rules), told)

    def _set(self, given: Iterable[Paragraph], told: Iterable[Paragraph]) -> None:
        self.query_one("#given-told", Prose).show(given)
        self.query_one("#asked-told", Prose).show(told)
        self.query_one("#asked").scroll_home(animate=False)
