from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.data_structures import Size
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from arguendo.case import Case
from arguendo.wording.page import Page
from arguendo_tui import line
from arguendo_tui.turns import Talk, turn

QUESTION = "Does the town build a bridge?"


class Screen(io.StringIO):
    """What a terminal would show."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def state_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for the history, by the convention of the system."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[PipeInput, Screen]]:
    """A terminal: what is typed there, and what it shows."""
    monkeypatch.setattr(line, "has_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Screen()
    output = Vt100_Output(screen, lambda: Size(rows=40, columns=80), enable_cpr=False)
    with create_pipe_input() as typed, create_app_session(input=typed, output=output):
        yield typed, screen


def test_a_terminal_shows_answers_in_colours(bridge: Case, keys: tuple[PipeInput, Screen]) -> None:
    typed, screen = keys
    typed.send_text(f"{QUESTION}\r/quit\r")
    assert line.talk(bridge) == 0
    shown = screen.getvalue()
    assert "it is not established that the town builds a bridge" in shown
    assert "\x1b[0;36;1m" in shown


def test_no_color_is_heeded(
    bridge: Case, keys: tuple[PipeInput, Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed, screen = keys
    monkeypatch.setenv("NO_COLOR", "1")
    typed.send_text(f"{QUESTION}\r\x04")
    line.talk(bridge)
    assert "not established" in screen.getvalue()
    assert "\x1b[0;36" not in screen.getvalue()


def test_control_c_forgets_the_line_and_control_d_leaves(
    bridge: Case, keys: tuple[PipeInput, Screen]
) -> None:
    typed, screen = keys
    typed.send_text("nonsense\x03\x04")
    assert line.talk(bridge) == 0
    assert "lies outside" not in screen.getvalue()


def test_what_was_typed_is_remembered(
    bridge: Case, keys: tuple[PipeInput, Screen], state_home: Path
) -> None:
    keys[0].send_text(f"{QUESTION}\r\x04")
    line.talk(bridge)
    assert QUESTION in (state_home / "arguendo/history").read_text(encoding="utf-8")


def test_without_a_folder_one_can_talk_all_the_same(
    bridge: Case, keys: tuple[PipeInput, Screen], state_home: Path
) -> None:
    state_home.write_text("a file, where a folder should be")
    keys[0].send_text(f"{QUESTION}\r\x04")
    assert line.talk(bridge) == 0


def test_the_line_is_completed_in_place(bridge: Case, keys: tuple[PipeInput, Screen]) -> None:
    completer = line.new_session(bridge).completer
    assert completer is not None
    begun = Document("/assume the town h")
    (found,) = completer.get_completions(begun, CompleteEvent(completion_requested=True))
    assert (found.text, found.start_position) == ("the town has the will", -10)


def test_a_pipe_gets_plain_text_and_no_prompt(
    bridge: Case, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{QUESTION}\n\nwhy not?"))
    assert line.talk(bridge) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"> {QUESTION}\n\nOn these facts")
    assert "> why not?" in shown
    assert "\x1b" not in shown
    assert "bare>" not in shown


def test_a_turn_that_fails_does_not_end_the_conversation(
    bridge: Case, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(talking: Talk, said: str) -> tuple[Talk, Page | None]:
        if said.startswith("what next"):
            raise OverflowError("math range error")
        return turn(talking, said)

    monkeypatch.setattr(line, "turn", failing)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"what next?\n{QUESTION}\n"))
    assert line.talk(bridge) == 0
    shown = capsys.readouterr().out
    assert "That failed inside the program (OverflowError: math range error)." in shown
    assert "On these facts" in shown


def test_a_dumb_terminal_gets_plain_text_and_a_plain_prompt(
    bridge: Case, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(line, "has_terminal", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{QUESTION}\n"))
    assert line.talk(bridge) == 0
    shown = capsys.readouterr().out
    assert "bare> On these facts" in shown
    assert "\x1b" not in shown
