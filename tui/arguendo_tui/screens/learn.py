"""Exercises over the whole screen: one after the other, each explained once it is answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from arguendo.learning.answering import feedback
from arguendo.learning.exercise import Exercise
from arguendo.learning.making import Teacher
from arguendo.learning.progress import Progress
from arguendo.learning.sitting import sitting
from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo.wording.statements import Speaker
from arguendo_tui.presenters.actions import LEARN
from arguendo_tui.screens.commands import Command, part_commands
from arguendo_tui.screens.help import HelpScreen
from arguendo_tui.screens.jobs import Failed, Job
from arguendo_tui.screens.passing import Passing
from arguendo_tui.screens.working import PATIENCE
from arguendo_tui.widgets.exercise import ExerciseBox
from arguendo_tui.widgets.key_line import KeyLine

_MAKING = "Making an exercise … Escape leaves."


class Made(Message):
    """An exercise is made, or (None) there are no more."""

    def __init__(self, exercise: Exercise | None) -> None:
        """Take it."""
        super().__init__()
        self.exercise = exercise


class LearnScreen(Passing):
    """Goes through what is due, then what is new, until one has enough of it."""

    AUTO_FOCUS = "#exercise"
    itself = "learn"
    WRITES = False

    def __init__(self, rulebase: RuleBase, memory: Path | None) -> None:
        """Take the rule base, and the folder in which progress is kept (None: it is not)."""
        super().__init__()
        self._rulebase = rulebase
        self._progress = Progress(memory, rulebase.name)
        self._waiting: Iterator[Exercise] | None = None
        self._answered = self._right = 0
        self._patience: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="status"):
            yield Static(Content(f"Exercises · {printable(self._rulebase.name)}"), id="where")
            yield Static(id="how", markup=False)
        yield ExerciseBox()
        yield KeyLine(show_command_palette=False)

    def on_mount(self) -> None:
        self._go_on()

    @property
    def _box(self) -> ExerciseBox:
        return self.query_one(ExerciseBox)

    @on(ExerciseBox.Done)
    def _go_on(self) -> None:
        """Make the next exercise, aside; while one is being made no other is."""
        if not any(each.group == "exercise" and each.is_running for each in self.workers):
            self.run_worker(Job(self, self._make, Made), thread=True, group="exercise")
            self._patience = self.set_timer(PATIENCE, partial(self._box.say, _MAKING))

    def _make(self) -> Exercise | None:
        if self._waiting is None:
            teacher = Teacher(self._rulebase)
            self._waiting = sitting(teacher, self._progress, datetime.now(UTC))
        return next(self._waiting, None)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.stop()

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        event.stop()
        self._stop_waiting()
        self._box.say(event.text)

    @on(Made)
    def _show(self, event: Made) -> None:
        self._stop_waiting()
        exercise = event.exercise
        if exercise is None:
            self._box.say(f"That was all: {self._right} of {self._answered} right. Escape leaves.")
        else:
            self._box.ask(exercise)

    @on(ExerciseBox.Answered)
    def _judge(self, event: ExerciseBox.Answered) -> None:
        told = feedback(Speaker(self._rulebase), event.exercise, event.answer)
        self._answered += 1
        self._right += told.is_right
        try:
            self._progress.add(event.exercise.topic, told.is_right, datetime.now(UTC))
        except OSError as error:
            said = f"This answer is not remembered: {error.strerror or error}."
            self.notify(said, severity="warning", markup=False)
        self._box.tell(told)
        self.query_one("#how", Static).update(Content(f"{self._right} of {self._answered} right"))

    def commands(self) -> Iterator[Command]:
        """Go through the commands for the palette."""
        on_box = partial(self.app.run_action, default_namespace=self._box)
        yield from part_commands({LEARN: ""}, lambda action: on_box(action.do))

    @on(ExerciseBox.Helped)
    def _help(self) -> None:
        self.app.push_screen(HelpScreen(LEARN, chosen=getattr(self.app, "keys", {})))

    @on(ExerciseBox.Left)
    def _leave(self) -> None:
        self.dismiss(None)
