from __future__ import annotations

import os
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.journal import files
from arguendo.journal.files import (
    Busy,
    Journal,
    Session,
    Unreadable,
    delete,
    journals,
    new_id,
    read,
    session_of,
)
from arguendo.journal.records import (
    Edition,
    Head,
    Passage,
    Put,
    Sent,
    Stage,
    Told,
    Turn,
    TypedQuery,
    line_of,
    read_line,
)

AT = datetime(2024, 5, 1, 12, tzinfo=UTC)
HEAD = Head(1, "one", AT, "0", Edition("fair", "d1"))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
moments = st.builds(lambda seconds: AT + timedelta(seconds=seconds), st.integers(0, 10**6))
queries = st.builds(
    TypedQuery,
    intent=texts,
    statement=st.none() | texts,
    assume=st.dictionaries(texts, st.booleans(), max_size=2),
    number=st.none() | st.integers(0, 9),
    confidence=st.floats(0, 1),
)
puts = st.builds(
    Put,
    question=texts,
    query=queries,
    answer=st.builds(
        Told,
        status=st.none() | texts,
        degree=st.none() | texts,
        text=st.lists(
            st.builds(Passage, role=texts, lines=st.lists(texts, max_size=2).map(tuple)), max_size=2
        ).map(tuple),
    ),
    numbered=st.none() | texts,
)
turns = st.builds(
    Turn,
    at=moments,
    said=puts,
    rule_base=st.builds(Edition, texts, texts),
    case=st.builds(Stage, assumptions=st.dictionaries(texts, st.booleans(), max_size=2)),
    again=st.none() | puts,
    by_hand=st.booleans(),
    anew=st.booleans(),
)
conversations = st.lists(turns, max_size=4)


def turn(question: str = "Why?") -> Turn:
    put = Put(question, TypedQuery("help"), Told())
    return Turn(AT, put, Edition("fair", "d1"), Stage())


def written(folder: Path, *questions: str) -> Session:
    journal = Journal(folder, HEAD)
    for question in questions:
        journal.write(Sent(AT, question))
        journal.write(turn(question))
    journal.close()
    return read(folder, journal.id)


@given(conversations)
def test_what_is_written_is_read(talked: list[Turn]) -> None:
    content = line_of(HEAD) + b"".join(map(line_of, talked))
    assert session_of(content) == Session(HEAD, tuple(talked))


@given(conversations, st.data())
def test_a_journal_cut_short_anywhere_reads_as_its_first_turns(
    talked: list[Turn], data: st.DataObject
) -> None:
    first = line_of(HEAD)
    content = first + b"".join(map(line_of, talked))
    cut = content[: data.draw(st.integers(len(first), len(content)))]
    found = session_of(cut)
    assert found.turns == tuple(talked[: cut.count(b"\n") - 1])
    assert found.unread == 0


@given(st.binary(max_size=200))
def test_no_bytes_do_any_harm(content: bytes) -> None:
    read_line(content)
    assert session_of(line_of(HEAD) + content).turns == ()


@pytest.mark.parametrize(
    "line",
    [
        b'{"kind":"turn"}',
        b'{"kind":"sent","at":"yesterday","question":"x"}',
        b'{"kind":"sent","at":"2024-05-01T12:00:00","question":"x"}',
        b'{"kind":"sent","at":"2024-05-01T12:00:00Z","question":["x"]}',
        b'{"kind":"sent","at":"2024-05-01T12:00:00Z","question":"\\ud800"}',
        b'{"kind":"other"}',
        b'{"kind":"turn","said":{"query":' + b'{"alternatives":[' * 100_000,
        b"[" * 100_000,
        b"\xff\xfe",
        b"",
    ],
)
def test_a_line_of_another_shape_is_counted_and_passed_over(line: bytes) -> None:
    content = b"\n".join([line_of(HEAD) + line, line_of(turn("a"))])
    found = session_of(content)
    assert [each.said.question for each in found.turns] == ["a"]
    assert found.unread == 1


def test_a_line_longer_than_all_ours_is_none() -> None:
    long = b" " * (1 << 20) + line_of(turn("a"))
    assert session_of(line_of(HEAD) + long).unread == 1


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"\n", b"{}\n", line_of(turn()), line_of(HEAD)[:-1]),
        line_of(Head(2, "one", AT, "9", Edition("fair", "d1"))),
        line_of(HEAD) + b"\n" * 100_000,
    ],
)
def test_what_does_not_begin_like_a_journal_is_none(content: bytes) -> None:
    with pytest.raises(Unreadable):
        session_of(content)


def test_nothing_is_written_before_the_first_line(tmp_path: Path) -> None:
    Journal(tmp_path / "kept", HEAD).close()
    assert not (tmp_path / "kept").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are of another kind there")
def test_only_the_owner_may_read(tmp_path: Path) -> None:
    written(tmp_path / "kept", "a")
    (file,) = (tmp_path / "kept").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_two_that_begin_at_once_get_two_files(tmp_path: Path) -> None:
    one, two = Journal(tmp_path, HEAD), Journal(tmp_path, HEAD)
    one.write(turn("a"))
    two.write(turn("b"))
    assert one.id != two.id
    questions = {read(tmp_path, each.id).turns[0].said.question for each in journals(tmp_path)}
    assert questions == {"a", "b"}


def test_a_line_sent_and_not_answered_is_known(tmp_path: Path) -> None:
    journal = Journal(tmp_path, HEAD)
    for record in (Sent(AT, "a"), turn("a"), Sent(AT, "b")):
        journal.write(record)
    journal.close()
    found = read(tmp_path, journal.id)
    assert (len(found.turns), found.unanswered) == (1, "b")


def test_going_on_cuts_off_what_was_cut_short_and_appends(tmp_path: Path) -> None:
    session = written(tmp_path, "a")
    file = tmp_path / f"{session.id}.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole + line_of(turn("x"))[:-1])
    journal = Journal.reopened(tmp_path, session)
    journal.write(turn("b"))
    journal.close()
    journal.write(turn("c"))
    assert file.read_bytes() == whole + line_of(turn("b"))


@pytest.mark.skipif(sys.platform == "win32", reason="no such locks there")
def test_one_program_at_a_time_goes_on(tmp_path: Path) -> None:
    session = written(tmp_path, "a")
    journal = Journal.reopened(tmp_path, session)
    with pytest.raises(Busy):
        Journal.reopened(tmp_path, session)
    with pytest.raises(Busy):
        delete(tmp_path, session.id)
    journal.close()
    delete(tmp_path, session.id)
    assert journals(tmp_path) == []


def test_a_journal_does_not_grow_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1_000)
    journal = Journal(tmp_path, HEAD)
    for _ in range(50):
        journal.write(turn("a"))
    assert journal.trouble
    (kept,) = journals(tmp_path)
    assert kept.size <= 1_000
    assert len(read(tmp_path, kept.id).turns) > 2


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = written(tmp_path, "a")
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    with pytest.raises(Unreadable, match="larger than"):
        read(tmp_path, session.id)


@pytest.mark.parametrize(
    ("text", "why"), [("x" * (1 << 20), "too large"), ("\ud800", "half a character")]
)
def test_a_turn_that_no_line_holds_ends_the_journal_not_the_conversation(
    tmp_path: Path, text: str, why: str
) -> None:
    journal = Journal(tmp_path, HEAD)
    journal.write(turn("a"))
    journal.write(turn(text))
    journal.write(turn("b"))
    assert why in journal.trouble
    assert len(read(tmp_path, journal.id).turns) == 1


def test_without_a_folder_to_write_to_the_trouble_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    journal = Journal(tmp_path / "file", HEAD)
    journal.write(turn("a"))
    assert journal.trouble.startswith("This conversation is not kept from here on")


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are of another kind there")
def test_links_and_pipes_are_not_journals(tmp_path: Path) -> None:
    session = written(tmp_path / "elsewhere", "a")
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "link.jsonl").symlink_to(tmp_path / "elsewhere" / f"{session.id}.jsonl")
    os.mkfifo(folder / "pipe.jsonl")
    assert journals(folder) == []
    for name in ("link", "pipe", "../elsewhere/one"):
        with pytest.raises(Unreadable):
            read(folder, name)


def test_the_last_one_written_to_comes_first(tmp_path: Path) -> None:
    for id, moment in (("b", 1), ("a", 3), ("c", 2)):
        (tmp_path / f"{id}.jsonl").touch()
        os.utime(tmp_path / f"{id}.jsonl", (moment, moment))
    (tmp_path / "note.txt").touch()
    assert [each.id for each in journals(tmp_path)] == ["a", "c", "b"]
    assert journals(tmp_path / "nowhere") == []


def test_names_tell_sessions_apart() -> None:
    assert len({new_id() for _ in range(20)}) > 10
