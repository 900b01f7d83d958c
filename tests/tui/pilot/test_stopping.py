"""Long work beside the screen: told, and stopped by Escape. The work waits for events, not time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widgets import Input

from arguendo.cancelling import Cancelled, heed
from arguendo_tui.app import ArguendoApp
from arguendo_tui.board import Found
from arguendo_tui.desk import Desk
from arguendo_tui.screens import working
from arguendo_tui.screens.jobs import Ended, Job, Stopped
from arguendo_tui.screens.map import MapScreen
from arguendo_tui.screens.news import FilesChanged
from arguendo_tui.screens.searching import SearchScreen
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets.prompt import Line
from tests.tui.driving import BROAD, Driven, program

OPENS = "Does the fair open?"


class Held:
    """A step of the desk that changes something, then waits until it may look whether to go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
        self.begun, self.may_go_on, self.stopped = Event(), Event(), Event()
        self._monkeypatch = monkeypatch
        self._step = step
        self._usual: Callable[..., Any] = getattr(Desk, step)

        def held(desk: Desk, *given: Any) -> Any:
            return self._held(desk, *given)

        monkeypatch.setattr(Desk, step, held)

    def _held(self, desk: Desk, *given: Any) -> Any:
        try:
            with desk._whole():
                desk._goal = None
                self.begun.set()
                assert self.may_go_on.wait(20)
                heed()
            return self._usual(desk, *given)
        except Cancelled:
            self.stopped.set()
            raise

    async def wait(self, ui: Driven, until: Callable[[], bool]) -> None:
        for _ in range(600):
            if until():
                return
            await ui.pilot.pause(0.005)
        raise AssertionError(ui.text())

    def release(self) -> None:
        self._monkeypatch.setattr(Desk, self._step, self._usual)
        self.may_go_on.set()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "PATIENCE", 0.01)
    monkeypatch.setattr(working, "TICK", 0.01)


async def test_a_question_is_stopped_and_nothing_is_changed(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        assert isinstance(ui.screen, Workspace)
        desk = ui.screen._desk
        goal, turns = desk._goal, desk.turns
        assert "Stop" not in ui.text()
        held = Held(monkeypatch, "ask")
        ui.screen.query_one(Line).value = "Does Bob help?"
        await ui.pilot.press("escape", "enter")
        await held.wait(ui, lambda: "working it out" in ui.status and "esc Stop" in ui.text())
        await ui.pilot.press(*"not")
        assert ui.screen.query_one(Line).value == "not"
        await ui.pilot.press("f4", "escape")
        await held.wait(ui, lambda: "stopping" in ui.status)
        held.release()
        await ui.settle()
        assert ui.cards[-1].text == "Stopped; nothing was changed."
        assert (desk._goal, desk.turns) == (goal, turns)
        assert "stopping" not in ui.status
        assert "Stop" not in ui.text().splitlines()[-1]
        assert (await ui.ask(OPENS)).text.startswith("Yes, that is likely")


async def test_a_toggle_that_is_stopped_shows_its_row_as_it_was(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await ui.press("f4")
        before = ui.lines("#toggles")
        held = Held(monkeypatch, "assume")
        await ui.pilot.press("plus")
        await held.wait(ui, lambda: "esc Stop" in ui.text())
        assert ui.lines("#toggles") != before
        await ui.pilot.press("escape")
        held.release()
        await ui.settle()
        assert ui.lines("#toggles") == before
        assert ui.cards[-1].question == "A change of what is assumed"
        assert "Stopped; nothing was changed." in ui.cards[-1].text


async def test_what_made_way_for_a_question_that_is_stopped_is_worked_out_after_all(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(fair) as ui:
        weighing = Held(monkeypatch, "sides")
        await ui.ask_soon(OPENS)
        await weighing.wait(ui, weighing.begun.is_set)
        ui.screen.query_one(Line).value = "Does Bob help?"
        await ui.pilot.press("enter")
        space = ui.screen
        assert isinstance(space, Workspace)
        await weighing.wait(ui, lambda: "desk" in space._jobs.values())
        await ui.pilot.press("escape")
        weighing.release()
        await ui.settle()
        assert ui.cards[-1].text == "Stopped; nothing was changed."
        assert space._panes.assumptions._weights.goal is not None


@pytest.mark.parametrize("step", ["reload", "compare"])
async def test_reading_anew_and_comparing_are_stopped(
    fair: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    async with program(fair) as ui:
        held = Held(monkeypatch, step)
        await ui.pilot.press("ctrl+r" if step == "reload" else "ctrl+e")
        await held.wait(ui, lambda: "esc Stop" in ui.text())
        await ui.pilot.press("escape")
        held.release()
        await ui.settle()
        told = [note.message for note in ui.app._notifications]
        told += [card.text for card in ui.cards]
        assert told == ["Stopped; nothing was changed."]
        assert ui.shows(Workspace)


async def test_weighing_makes_way_for_the_next_question_and_is_stopped_by_hand(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(fair) as ui:
        held = Held(monkeypatch, "sides")
        await ui.ask_soon(OPENS)
        await held.wait(ui, held.begun.is_set)
        ui.screen.query_one(Line).value = "Does Bob help?"
        await ui.pilot.press("enter")  # Escape would stop it by hand
        held.release()
        await ui.settle()
        assert [card.answered for card in ui.cards] == [True, True]
        assert "Stopped" not in ui.text()
        again = Held(monkeypatch, "sides")
        await ui.ask_soon(OPENS)
        await again.wait(ui, lambda: "weighing" in ui.status)
        await ui.pilot.press("escape")
        again.release()
        await ui.settle()
        assert [note.message for note in ui.app._notifications] == [
            "Stopped. What hangs on each assumption was not worked out."
        ]
        assert ui.cards[-1].text.startswith("Yes")


async def test_a_map_being_drawn_is_stopped_before_the_screen_is_left(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(fair) as ui:
        held = Held(monkeypatch, "chart")
        await ui.pilot.press("f7")
        await held.wait(ui, lambda: "esc Stop" in ui.text())
        await ui.pilot.press("escape")
        held.release()
        await ui.settle()
        assert ui.shows(MapScreen)
        await ui.press("escape")
        assert ui.shows(Workspace)


async def test_leaving_waits_for_no_work(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = ArguendoApp(fair)
    async with app.run_test(size=BROAD) as pilot:
        ui = Driven(app, pilot)
        held = Held(monkeypatch, "opening")
        await held.wait(ui, held.begun.is_set)
        await pilot.press("ctrl+q")
    held.may_go_on.set()
    assert held.stopped.wait(20)


async def test_work_that_never_began_is_not_waited_for(fair: Path) -> None:
    async with program(fair) as ui:
        assert isinstance(ui.screen, Workspace)
        for _ in range(40):
            job = Job(ui.screen, lambda: None, lambda _: FilesChanged())
            ui.screen.work(job, "survey", "drawing the map", alone=True)
        await ui.settle()
        assert ui.screen._jobs == {}
        assert not ui.screen.is_busy


async def test_what_fails_beside_the_conversation_is_told_as_an_error(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(fair) as ui:

        def failing(*_: object) -> None:
            raise ValueError("odd")

        monkeypatch.setattr(Desk, "compare", failing)
        await ui.press("ctrl+e")
        (note,) = ui.app._notifications
        assert "odd" in note.message
        assert note.severity == "error"


async def test_enter_in_a_search_goes_to_what_is_found_by_the_words_that_stand_there(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await ui.ask("Does Bob help?")
        space = ui.screen
        assert isinstance(space, Workspace)
        await ui.press("ctrl+f", *"fair")
        screen, usual, may_go_on = ui.screen, Desk.find, Event()
        assert isinstance(screen, SearchScreen)

        def held(desk: Desk, words: str) -> tuple[Found, ...]:
            assert may_go_on.wait(20)
            return usual(desk, words)

        monkeypatch.setattr(screen, "_find", partial(held, space._desk))
        screen.query_one(Input).value = "bob help"
        await ui.pilot.press("enter")
        assert ui.shows(SearchScreen)
        gone: list[int | None] = []
        monkeypatch.setattr(screen, "dismiss", gone.append)
        may_go_on.set()
        await ui.settle()
        assert gone == [2]


class Done(Message):
    """Tells that something is done, to nobody."""


class Recorder(MessagePump):
    """Keeps what is posted to it."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []

    def post_message(self, message: Message) -> bool:
        self.messages.append(message)
        return True


async def test_what_is_stopped_and_then_fails_is_stopped(fair: Path) -> None:
    async with program(fair) as ui:
        space = ui.screen
        assert isinstance(space, Workspace)
        begun, may_fail = Event(), Event()

        def fail() -> None:
            begun.set()
            may_fail.wait(20)
            raise ValueError

        told = Recorder()
        job = Job(told, fail, lambda made: Done())
        space.run_worker(job, thread=True)
        while not begun.is_set():
            await ui.pilot.pause(0.005)
        job.stop()
        may_fail.set()
        await ui.settle()
        assert [type(each) for each in told.messages] == [Stopped, Ended]


async def test_the_newest_of_several_jobs_is_told(fair: Path) -> None:
    async with program(fair) as ui:
        space = ui.screen
        assert isinstance(space, Workspace)
        may_end = Event()
        for called in ("first", "second"):
            job = Job(space, lambda: may_end.wait(20), lambda made: Done())
            space.work(job, called, called)
            while f"{called} …" not in ui.status:
                await ui.pilot.pause(0.005)
        may_end.set()
