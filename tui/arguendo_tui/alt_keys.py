"""Alt with a letter, read at once.

Terminals send it as Escape and the letter. Textual waits a tenth of a second for more after these,
and takes them for two keys that were typed when another such key comes meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from string import ascii_lowercase, digits

from textual._xterm_parser import XTermParser
from textual.message import Message

ESCAPE = "\x1b"
_ALONE = frozenset(ascii_lowercase + digits)
"""After Escape these begin no longer sequence."""


class AltParser(XTermParser):
    """Reads keys as Textual does, but for Alt with a letter, for which it waits no longer."""

    _after_escape = False

    def feed(self, data: str) -> Iterable[Message]:
        """Go through the events that some input amounts to."""
        if not data:
            yield from super().feed(data)
        for character in data:
            yield from super().feed(character)
            if self._after_escape and character in _ALONE and self._timeout_time is not None:
                self._timeout_time = 0.0
                yield from self.tick()
            self._after_escape = character == ESCAPE


def read_alt_at_once() -> None:
    """Let the drivers of terminals read keys so; where there is no such driver, nothing is done."""
    for name in ("linux_driver", "web_driver"):
        try:
            vars(import_module(f"textual.drivers.{name}"))["XTermParser"] = AltParser
        except ImportError:
            continue
