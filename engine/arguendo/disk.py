"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Put content in a file by a new one in its place; what goes wrong leaves the old one.

    A link stays one: what it leads to is written. An old file's rights are kept; a new one gets
    `mode`, less what the system takes away. Raises `OSError`.
    """
    with writing_whole(path, mode) as stream:
        stream.write(content)


@contextmanager
def writing_whole(path: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """Write a file bit by bit, as `write_whole` does: it is there once all of it is written."""
    path = Path(os.path.realpath(path))
    unfinished = path.with_name(f".arguendo-{os.urandom(8).hex()}.part")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            unfinished.chmod(stat.S_IMODE(path.stat().st_mode))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


_BINARY = getattr(os, "O_BINARY", 0)
"""Where the system tells text from bytes, bytes are meant."""
