"""What is costly to make, kept on disk between two runs of the program.

A thing is kept under the digest of all that it is made from, so that it is never stale. Keeping is
never needed: whatever goes wrong with the folder or a file, the thing is made anew. A file begins
with a digest of the rest, so that damage is noticed, and holds data only, see `packing`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from arguendo.disk import write_whole

Kept = TypeVar("Kept")

MOST_KEPT = 32
"""Files in the folder; the oldest go first."""

ENDING = ".kept"
_SEAL = sha256().digest_size

SWITCH = "ARGUENDO_CACHE"
"""Environment variable: a folder to keep things in, or `off` to keep nothing."""


def _same(value: Any) -> Any:
    return value


def kept(
    name: str,
    digest: str,
    make: Callable[[], Kept],
    freeze: Callable[[Kept], Any] = _same,
    thaw: Callable[[Any], Kept] = _same,
) -> Kept:
    """Return what was kept under a name and digest, or make it and keep it.

    Without a digest it is always made. What is not itself a value that can be packed is kept as
    what `freeze` makes of it, and comes back by `thaw`, which may raise anything.
    """
    folder = _folder() if digest else None
    if folder is None:
        return make()
    file = folder / f"{name}-{_edition()}-{digest[:32]}{ENDING}"
    with suppress(Exception):  # a file of another edition or cut short: anything may go wrong
        if _is_ours(folder) and _is_ours(file):
            return thaw(_opened(file.read_bytes()))
    made = make()
    with suppress(Exception):  # nor is it for whoever asked to mend what cannot be kept
        _try_to_keep(file, freeze(made))
    return made


def _opened(content: bytes) -> Any:
    """Return what a file holds. Raises `Unpackable`, `ValueError` for a file that is damaged."""
    from arguendo.keeping.packing import unpack

    seal, packed = content[:_SEAL], memoryview(content)[_SEAL:]
    if sha256(packed).digest() != seal:
        raise ValueError("the file is damaged")
    return unpack(packed)


def _try_to_keep(file: Path, made: object) -> None:
    from arguendo.keeping.packing import Unpackable, pack

    with suppress(OSError, Unpackable):
        packed = pack(made)
        _keep(file, sha256(packed).digest() + packed)


def _folder() -> Path | None:
    """Return the folder, by the convention of the system, or None where nothing is to be kept."""
    chosen = os.environ.get(SWITCH, "")
    if chosen.casefold() in ("off", "0", "no"):
        return None
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("arguendo", appauthor=False)


@cache
def _edition() -> str:
    """Name what the form of kept things depends on: the program's files and Python's version."""
    here = Path(__file__).parents[1]
    newest = max(
        (
            entry.stat().st_mtime_ns
            for folder in _FORMS
            for entry in os.scandir(here / folder)
            if entry.is_file()  # a folder of bytecode changes when a program first runs
        ),
        default=0,
    )
    return f"{sys.version_info.major}{sys.version_info.minor}-{newest:x}"


_FORMS = (
    *("", "keeping", "vocabulary", "yaml_nodes", "reading", "checks", "graph", "matching"),
    *("conversation", "conversation/lexicon", "conversation/english"),
    *("conversation/entities", "conversation/statements"),
)
"""The folders whose code decides what is kept, or how it looks."""


def _is_ours(path: Path) -> bool:
    """Tell whether only we could have written a file or folder: what it says is taken for true."""
    if not hasattr(os, "getuid"):
        return True
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _keep(file: Path, content: bytes) -> None:
    """Write a file, and let the oldest go."""
    folder = file.parent
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(file, content, 0o600)
    files = sorted(folder.glob(f"*{ENDING}"), key=lambda each: each.stat().st_mtime)
    for old in files[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
