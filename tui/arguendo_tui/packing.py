"""Many turns of a conversation in little room: all but the last are kept packed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from threading import Lock

from msgspec import msgpack

from arguendo.journal.records import Turn

LOOSE = 64
"""Turns that are packed together; at least as many, the last, are not packed."""

_DECODER: msgpack.Decoder[list[Turn]] = msgpack.Decoder(list[Turn])


class Turns:
    """Turns in their order, to be added to and read, by several threads at once."""

    def __init__(self, turns: Iterable[Turn] = ()) -> None:
        """Take the first ones."""
        self._packed: list[bytes] = []
        self._loose: list[Turn] = []
        self._lock = Lock()
        for turn in turns:
            self.append(turn)

    def append(self, turn: Turn) -> None:
        """Add a turn."""
        with self._lock:
            self._loose.append(turn)
            if len(self._loose) >= 2 * LOOSE:
                packed, self._loose = self._loose[:LOOSE], self._loose[LOOSE:]
                self._packed.append(zlib.compress(msgpack.encode(packed), 6))

    def __len__(self) -> int:
        """Count them."""
        with self._lock:
            return len(self._packed) * LOOSE + len(self._loose)

    def __iter__(self) -> Iterator[Turn]:
        """Go through all of them."""
        return self.between(0, len(self))

    def between(self, start: int, stop: int) -> Iterator[Turn]:
        """Go through those from a place on up to another, unpacking no others."""
        place = max(start, 0)
        while place < min(stop, len(self)):
            first, turns = self._around(place)
            some = turns[place - first : min(stop, first + len(turns)) - first]
            yield from some
            place += len(some)

    def _around(self, place: int) -> tuple[int, Sequence[Turn]]:
        """Return the turns that lie together with one, and the place of their first."""
        block = place // LOOSE
        with self._lock:
            if block >= len(self._packed):
                return len(self._packed) * LOOSE, tuple(self._loose)
            packed = self._packed[block]
        return block * LOOSE, _DECODER.decode(zlib.decompress(packed))
