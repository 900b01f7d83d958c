"""Journals as files: one a session, appended to line by line, for their owner's eyes only.

A line is on the disk before its answer is shown, so that a process killed at any moment loses
nothing that was sent. The folder is the caller's choice.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from msgspec.structs import replace

from arguendo.journal.records import (
    VERSION,
    Head,
    Record,
    Sent,
    Turn,
    Unwritable,
    line_of,
    now,
    read_line,
)

MOST_BYTES = 16 << 20
"""Of one journal; a larger one is not read, and none grows larger."""

MOST_LINES = 100_000
"""Of a journal that is read; none of ours has so many before it is too large."""

SUFFIX = ".jsonl"

_ID = re.compile(r"[0-9a-z]+(?:-[0-9a-z]+){0,5}")
_LETTERS = "bcdfghjkmnpqrstvwxz"
_ATTEMPTS = 8


class Unreadable(Exception):
    """A journal cannot be read; the message says why, for people."""


class Busy(Exception):
    """Another program goes on with the session."""


@dataclass(frozen=True)
class Session:
    """A conversation as its journal tells it."""

    head: Head
    turns: tuple[Turn, ...] = ()
    unanswered: str = ""
    """The last line sent, when the program ended before it was answered."""
    unread: int = 0
    """Lines that could not be read; one that is cut short at the end is not counted."""

    @property
    def id(self) -> str:
        """Its name."""
        return self.head.session


@dataclass(frozen=True)
class Kept:
    """A journal in the folder, whether it can be read or not."""

    id: str
    size: int
    """In bytes."""
    modified: float
    """When it was last written to, in seconds since the epoch."""


@dataclass
class Journal:
    """The journal of a session that goes on.

    Where it cannot be written, the conversation goes on without it: `trouble` says why.
    """

    folder: Path
    head: Head
    trouble: str = ""
    _descriptor: int | None = None
    _size: int = 0
    _is_closed: bool = False
    _lock: Lock = field(default_factory=Lock, repr=False)

    @classmethod
    def reopened(cls, folder: Path, session: Session) -> Journal:
        """Open a session's journal to go on with it; what was cut short at its end goes.

        Raises `Busy`, and `OSError`.
        """
        file = folder / f"{session.id}{SUFFIX}"
        descriptor = os.open(file, os.O_RDWR | os.O_APPEND | _FLAGS)
        try:
            _claim(descriptor)
            size = _end_of_last_line(descriptor)
            os.ftruncate(descriptor, size)
        except BaseException:
            os.close(descriptor)
            raise
        return cls(folder, session.head, _descriptor=descriptor, _size=size)

    @property
    def id(self) -> str:
        """The name of the session."""
        return self.head.session

    def write(self, record: Sent | Turn) -> None:
        """Append a record, and return once it is on the disk; nothing once it is closed."""
        with self._lock:
            if self.trouble or self._is_closed:
                return
            try:
                self._append(line_of(record))
            except Unwritable as error:
                self._stop(str(error))
            except OSError as error:
                self._stop(error.strerror or str(error))

    def close(self) -> None:
        """Let go of the file; another program may go on with the session."""
        with self._lock:
            self._is_closed = True
            self._close()

    def _append(self, line: bytes) -> None:
        if self._descriptor is None:
            self._descriptor = self._create()
            line = line_of(self.head) + line
        if self._size + len(line) > MOST_BYTES:
            self._stop(f"its journal has reached {MOST_BYTES >> 20} MB")
            return
        left = memoryview(line)
        while left:
            left = left[os.write(self._descriptor, left) :]
        os.fsync(self._descriptor)
        self._size += len(line)

    def _create(self) -> int:
        """Make the file: two programs that begin at once get two."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | _FLAGS
        for left in reversed(range(_ATTEMPTS)):
            try:
                descriptor = os.open(self.folder / f"{self.id}{SUFFIX}", flags, 0o600)
            except FileExistsError:
                if not left:
                    raise
                self.head = replace(self.head, session=new_id())
            else:
                _claim(descriptor)
                return descriptor
        raise AssertionError

    def _stop(self, why: str) -> None:
        self.trouble = f"This conversation is not kept from here on: {why}."
        self._close()

    def _close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def new_id() -> str:
    """Name a session after the moment; the letters tell those of one second apart."""
    return f"{now():%Y%m%d-%H%M%S}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"


def journals(folder: Path) -> list[Kept]:
    """List the journals of a folder, the one last written to first."""
    return sorted(_found(folder), key=lambda each: (each.modified, each.id), reverse=True)


def read(folder: Path, id: str) -> Session:
    """Read a session. Raises `Unreadable`."""
    file = folder / f"{id}{SUFFIX}"
    try:
        status = file.lstat()
        if not _ID.fullmatch(id) or not stat.S_ISREG(status.st_mode):
            raise Unreadable("it is no plain file")
        if status.st_size > MOST_BYTES:
            raise Unreadable(f"it is larger than {MOST_BYTES >> 20} MB")
        content = file.read_bytes()
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from error
    return session_of(content, id)


def session_of(content: bytes, id: str = "") -> Session:
    """Make a session of what stands in a journal. Raises `Unreadable`.

    Only lines that have their end count: what a killed process was writing is passed over. The
    name of the file is the session's, whatever its head says.
    """
    if content.count(b"\n") > MOST_LINES:
        raise Unreadable(f"it has more than {MOST_LINES:,} lines")
    first, *rest = content.split(b"\n")[:-1] or [b""]
    head = read_line(first)
    if not isinstance(head, Head):
        raise Unreadable("its first line is not that of a journal")
    if head.version > VERSION:
        raise Unreadable("a later version of the program wrote it")
    records = [read_line(line) for line in rest]
    turns = tuple(each for each in records if isinstance(each, Turn))
    lost = len(records) - sum(isinstance(each, Sent | Turn) for each in records)
    return Session(replace(head, session=id or head.session), turns, _unanswered(records), lost)


def delete(folder: Path, id: str) -> None:
    """Delete a session. Raises `Busy` while a program goes on with it, and `OSError`."""
    file = folder / f"{id}{SUFFIX}"
    if stat.S_ISREG(file.lstat().st_mode):
        descriptor = os.open(file, os.O_RDWR | _FLAGS)
        try:
            _claim(descriptor)
        finally:
            os.close(descriptor)
    file.unlink()


def _found(folder: Path) -> Iterator[Kept]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        id = entry.name.removesuffix(SUFFIX)
        if id != entry.name and _ID.fullmatch(id) and entry.is_file(follow_symlinks=False):
            status = entry.stat(follow_symlinks=False)
            yield Kept(id, status.st_size, status.st_mtime)


def _unanswered(records: list[Record | None]) -> str:
    """Return the last line sent, unless a turn of the same words or a later line follows."""
    waiting = ""
    for record in records:
        if isinstance(record, Sent):
            waiting = record.question
        elif isinstance(record, Turn) and record.said.question == waiting:
            waiting = ""
    return waiting


def _end_of_last_line(descriptor: int) -> int:
    """Return how many bytes of a file belong to lines that have their end."""
    end = os.lseek(descriptor, 0, os.SEEK_END)
    while end:
        start = max(0, end - (1 << 16))
        os.lseek(descriptor, start, os.SEEK_SET)
        place = os.read(descriptor, end - start).rfind(b"\n")
        if place >= 0:
            return start + place + 1
        end = start
    return 0


def _claim(descriptor: int) -> None:
    """Hold a file as long as it is open. Raises `Busy` when another program holds it.

    Where the system has no such locks, it is held by no one.
    """
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy from error


_FLAGS = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""No link is followed, no pipe waited for, and no child process inherits a journal."""
