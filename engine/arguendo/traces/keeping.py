"""Traces on disk while they are made: chunk by chunk, so that a run that was killed goes on.

Beside the file to be written stands a folder with a manifest and a file a chunk, each written whole
or not at all. What is in it is all that a run knows; going on is reading it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from arguendo.disk import write_whole
from arguendo.traces.record import Trace, read, written

BUFFER = 1 << 20


class OtherRun(Exception):
    """An unfinished run with other wishes, or another rule base, is there."""


class Manifest(Struct, frozen=True):
    """What the chunks beside it are chunks of."""

    key: str
    """Digest of the wishes and the rule base."""
    count: int
    """Traces wanted."""


class Ledger(Struct, frozen=True):
    """The first line of a chunk's file: what was drawn, and what was new."""

    drawn: dict[int, int]
    new: dict[int, int]


class Parts:
    """The chunks of one run."""

    def __init__(self, out: Path, manifest: Manifest) -> None:
        """Begin, or go on with what is there. Raises `OtherRun` and `OSError`."""
        self._out = out
        self.folder = out.with_name(f"{out.name}.parts")
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "manifest.json"
        if file.exists():
            if _manifest(file) != manifest:
                raise OtherRun(str(self.folder))
        else:
            write_whole(file, msgspec.json.encode(manifest))

    def __iter__(self) -> Iterator[tuple[Ledger, Iterator[Trace]]]:
        """Go through the chunks that are there, in their order; each is read before the next."""
        number = 0
        while (file := self._file(number)).exists():
            with file.open("rb") as stream:
                yield msgspec.json.decode(next(stream), type=Ledger), map(read, stream)
            number += 1

    def put(self, number: int, ledger: Ledger, traces: Sequence[Trace]) -> None:
        """Write one chunk."""
        lines = [msgspec.json.encode(ledger), *(written(each).encode() for each in traces), b""]
        write_whole(self._file(number), b"\n".join(lines))

    def finish(self) -> None:
        """Put the chunks together to the file that is wanted, and clear them away."""
        whole = self.folder / "whole"
        with whole.open("wb") as target:
            number = 0
            while (file := self._file(number)).exists():
                with file.open("rb") as source:
                    next(source)
                    shutil.copyfileobj(source, target, BUFFER)
                number += 1
            target.flush()
            os.fsync(target.fileno())
        whole.replace(self._out)
        shutil.rmtree(self.folder)

    def _file(self, number: int) -> Path:
        return self.folder / f"chunk-{number:07d}.jsonl"


def _manifest(file: Path) -> Manifest | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Manifest)
    except msgspec.MsgspecError:
        return None
