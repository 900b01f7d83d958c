from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from arguendo.journal.files import Journal, journals, read
from tests.tui.cli.conftest import Command, Result
from tests.tui.fair import write_fair

BUILDS = "Does the town build a bridge?"
ASSUME = "Assume that the town has the will."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where conversations are kept."""
    monkeypatch.setenv("ARGUENDO_JOURNAL", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def chat(arguendo: Command, town: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Hold a conversation through a pipe."""

    def talk(*lines: str, options: tuple[object, ...] = ("--rule-base", town)) -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return arguendo("chat", *options)

    return talk


def ids(folder: Path) -> list[str]:
    return [each.id for each in journals(folder)]


def test_what_was_said_is_listed_shown_and_exported(
    arguendo: Command, chat: Command, folder: Path, tmp_path: Path
) -> None:
    chat(BUILDS, ASSUME)
    (id,) = ids(folder)
    listed = arguendo("sessions")
    assert (listed.status, listed.err) == (0, "")
    assert listed.out.startswith(id)
    assert listed.out.rstrip().endswith(f"town  2 turns  {BUILDS}")
    (row,) = arguendo("sessions", "--json").json["sessions"]
    assert (row["id"], row["turns"], row["first_question"]) == (id, 2, BUILDS)
    shown = arguendo("sessions", "show", id).out
    assert f"> {BUILDS}\n\nOn these facts it is not established" in shown
    assert f"> {ASSUME}" in shown
    assert arguendo("sessions", "export", id).out.startswith("# Will the town build a bridge?")
    assert arguendo("sessions", "export", id, "--format", "json").json["session"] == id
    page = tmp_path / "talk.html"
    assert arguendo("sessions", "export", id, "--out", page).status == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    refused = arguendo("sessions", "export", id, "--out", page)
    assert (refused.status, "--yes" in refused.err) == (2, True)
    assert arguendo("sessions", "export", id, "--out", page, "--yes").status == 0


def test_one_goes_on_where_one_was(chat: Command, folder: Path) -> None:
    chat(BUILDS, ASSUME)
    (id,) = ids(folder)
    for options in (("--resume",), ("--resume", id)):
        found = chat("why?", options=options)
        assert found.status == 0
        assert found.out.startswith("Back in the conversation of ")
        assert "> why?\n\nIt is likely that the town builds a bridge" in found.out
    assert ids(folder) == [id]
    assert len(read(folder, id).turns) == 4


def test_a_suggestion_of_the_last_answer_can_still_be_picked(chat: Command, folder: Path) -> None:
    chat(BUILDS)
    found = chat("1", options=("--resume",))
    assert "→ Why not?" in found.out


def test_it_goes_on_with_the_last_about_the_rule_base_named(
    chat: Command, folder: Path, town: Path
) -> None:
    chat(BUILDS)
    chat("help", options=())
    assert BUILDS in chat(options=("--resume", "--rule-base", town)).out


def test_a_session_brings_its_rule_base_wherever_one_stands(
    chat: Command, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat(BUILDS)
    monkeypatch.chdir(write_fair(tmp_path / "fair"))
    found = chat("why not?", options=("--resume",))
    assert "It is not established that the town builds a bridge" in found.out


@pytest.mark.parametrize("option", ["--no-journal", "ARGUENDO_JOURNAL"])
def test_nothing_is_kept_when_so_wished(
    chat: Command, folder: Path, town: Path, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    options: tuple[object, ...] = ("--rule-base", town)
    if option.startswith("-"):
        options += (option,)
    else:
        monkeypatch.setenv(option, "off")
        monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    assert "not established" in chat(BUILDS, options=options).out
    assert not folder.exists()


def test_single_questions_are_not_kept(arguendo: Command, town: Path, folder: Path) -> None:
    arguendo("ask", "--rule-base", town, BUILDS)
    assert not folder.exists()


def test_sessions_are_deleted_only_when_someone_says_so(
    arguendo: Command, chat: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat(BUILDS)
    (id,) = ids(folder)
    assert arguendo("sessions", "delete", id).status == 2
    for answer, status in (("n\n", 1), ("yes\n", 0)):
        assert ids(folder) == [id]
        asked = io.StringIO(answer)
        monkeypatch.setattr(asked, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdin", asked)
        assert arguendo("sessions", "delete", id).status == status
    assert ids(folder) == []
    assert "no conversations" in arguendo("sessions").err


def test_all_ids_are_known_before_one_is_deleted(
    arguendo: Command, chat: Command, folder: Path
) -> None:
    chat(BUILDS)
    (id,) = ids(folder)
    found = arguendo("sessions", "delete", id, f"{id[:-1]}0", "--yes")
    assert (found.status, f"did you mean “{id}”?" in found.err) == (2, True)
    assert ids(folder) == [id]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show",), "needs the id"),
        (("list", "x"), "needs no id"),
        (("delete",), "needs the ids"),
        (("show", "../x"), "there is no session"),
        (("show", "x", "--json"), "--json is for the list"),
        (("show", "x", "--out", "y"), "sessions export"),
        (("shwo", "x"), "shwo"),
    ],
)
def test_wrong_usage_is_told(arguendo: Command, arguments: tuple[str, ...], told: str) -> None:
    found = arguendo("sessions", *arguments)
    assert (found.status, found.out) == (2, "")
    assert told in found.err


def test_nothing_to_go_on_with_is_told(chat: Command, town: Path) -> None:
    assert "there is no session" in chat(options=("--resume",)).err
    assert "there is no session about" in chat(options=("--resume", "--rule-base", town)).err
    assert "exclude each other" in chat(options=("--resume=x", "--scenario", "bare")).err


def test_a_session_open_elsewhere_is_not_gone_on_with(
    arguendo: Command, chat: Command, folder: Path
) -> None:
    chat(BUILDS)
    (id,) = ids(folder)
    journal = Journal.reopened(folder, read(folder, id))
    assert "open in another program" in chat(options=("--resume",)).err
    assert "open in another program" in arguendo("sessions", "delete", id, "--yes").err
    journal.close()


def test_a_rule_base_that_is_gone_is_told(chat: Command, folder: Path, town: Path) -> None:
    chat(BUILDS)
    town.rename(town.with_name("city"))
    assert "not there any more" in chat(options=("--resume",)).err
    moved = ("--resume", *ids(folder), "--rule-base", town.with_name("city"))
    assert "Back in the conversation" in chat(options=moved).out


def test_a_line_that_was_sent_and_not_answered_is_told(
    chat: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*_: object) -> None:
        raise KeyboardInterrupt

    chat(BUILDS)
    with monkeypatch.context() as patched:
        patched.setattr("arguendo_tui.line.turn", end)
        assert chat(ASSUME, options=("--resume",)).status == 130
    assert f"not answered before the program ended: “{ASSUME}”" in chat(options=("--resume",)).out


EVIL = (
    '{"kind":"head","version":1,"session":"x","at":"2024-05-01T12:00:00Z","program":"",'
    '"rule_base":{"name":"\\u001b[31mred","digest":"\\u001b"},"title":"\\u001b]0;t\\u0007"}\n'
    '{"kind":"turn","at":"2024-05-01T12:00:00Z","said":{"question":"\\u001b[2J<b>\\n",'
    '"query":{"intent":"\\u001b[1m"},"answer":{"text":[{"role":"\\u001b","lines":["\\u001b[5m"],'
    '"heading":"\\u009b1m"}]}},"rule_base":{"name":"\\u001b","digest":""},'
    '"case":{"title":"\\u001b[1m"}}\n'
    '{"kind":"turn","said":3}\n'
    '{"kind":"sent","at":"2024-05-01T12:00:00Z","question":"\\u001b[1m"}\n'
)


def test_nothing_in_a_journal_reaches_the_terminal_as_it_is(
    arguendo: Command, chat: Command, folder: Path, town: Path
) -> None:
    folder.mkdir()
    (folder / "evil.jsonl").write_text(EVIL, encoding="utf-8")
    (folder / "torn.jsonl").write_text(EVIL[:50], encoding="utf-8")
    found = [
        arguendo("sessions"),
        arguendo("sessions", "--json"),
        arguendo("sessions", "show", "evil"),
        arguendo("sessions", "show", "torn"),
        *(arguendo("sessions", "export", "evil", "--format", f) for f in ("markdown", "html")),
        arguendo("sessions", "export", "evil", "--format", "json"),
        chat(options=("--resume", "evil", "--rule-base", town)),
    ]
    assert [each.status for each in found] == [0, 0, 0, 2, 0, 0, 0, 0]
    assert "cannot be read" in found[0].out
    assert "Left out: " in found[-1].out
    assert "One line of its journal could not be read." in found[-1].out
    for each in found:
        assert not {"\x1b", "\x07", "\x9b"} & set(each.out + each.err)


@pytest.fixture
def running(checkout: Path, town: Path) -> Iterator[subprocess.Popen[str]]:
    """A conversation in a process of its own."""
    roots = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    code = "from arguendo_tui.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "chat", "--rule-base", str(town)],
        env={**os.environ, "PYTHONPATH": roots},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    yield process
    process.kill()
    process.communicate()


def test_a_conversation_is_exported_as_it_goes_on(chat: Command, tmp_path: Path) -> None:
    page = tmp_path / "talk.md"
    said = chat(BUILDS, f"/export {page}", ASSUME, f"/export {page}")
    assert "is written to" in said.out
    assert "exists already" in said.out
    assert BUILDS in page.read_text(encoding="utf-8")
    assert ASSUME not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["", "talk", "talk.txt", "~nobody-of-this-name/talk.md", "a\0.md"])
def test_nothing_is_exported_under_a_name_that_tells_no_form(
    chat: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    said = chat(BUILDS, f"/export {name}".strip())
    assert ("HTML (.html)" if not name.endswith(".md") else "cannot be the name") in said.out
    assert [*(tmp_path / "here").iterdir()] == []


def test_a_process_killed_loses_nothing_that_was_sent(
    chat: Command, folder: Path, running: subprocess.Popen[str]
) -> None:
    assert running.stdin is not None
    assert running.stdout is not None
    for line, answer in ((BUILDS, "not established"), (ASSUME, "assumed")):
        running.stdin.write(f"{line}\n")
        running.stdin.flush()
        assert any(answer in shown for shown in iter(running.stdout.readline, ""))
    running.kill()
    running.wait()
    (id,) = ids(folder)
    assert [turn.said.question for turn in read(folder, id).turns] == [BUILDS, ASSUME]
    found = chat("why?", options=("--resume",))
    assert "It is likely that the town builds a bridge" in found.out
