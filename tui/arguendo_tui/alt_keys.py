"""Alt with a letter, read at once; and what is pasted, read as one text.

Terminals send it as Escape and the letter. Textual waits a tenth of a second for more after these,
and takes them for two keys that were typed when another such key comes meanwhile. An
escape sequence within what is pasted it would take apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from string import ascii_lowercase, digits

from textual._xterm_parser import XTermParser
from textual.message import Message

from arguendo_tui.pasting import ENDS, STARTS, cleaned

ESCAPE = "\x1b"
_ALONE = frozenset(ascii_lowercase + digits)
"""After Escape these begin no longer sequence."""


class AltParser(XTermParser):
    """Reads keys as Textual does, but for Alt with a letter, for which it waits no longer."""

    _after_escape = False
    _begun = ""
    """What came last, as far as it begins a paste."""
    _pasted: list[str] | None = None
    """What was pasted so far, while that goes on."""

    def feed(self, data: str) -> Iterable[Message]:
        """Go through the events that some input amounts to."""
        if not data:
            yield from super().feed(data)
        for character in data:
            if self._pasted is not None:
                yield from self._paste(character)
                continue
            yield from super().feed(character)
            if self._after_escape and character in _ALONE and self._timeout_time is not None:
                self._timeout_time = 0.0
                yield from self.tick()
            self._after_escape = character == ESCAPE
            self._begun += character
            if self._begun == STARTS:
                self._begun, self._pasted = "", []
            elif not STARTS.startswith(self._begun):
                self._begun = ESCAPE if character == ESCAPE else ""

    def _paste(self, character: str) -> Iterable[Message]:
        """Keep what is pasted; hand it on at its end."""
        text = self._pasted if self._pasted is not None else []
        text.append(character)
        if character == ENDS[-1] and "".join(text[-len(ENDS) :]) == ENDS:
            self._pasted = None
            for each in f"{cleaned(''.join(text[: -len(ENDS)]))}{ENDS}":
                yield from super().feed(each)


def read_alt_at_once() -> None:
    """Let the drivers of terminals read keys so; where there is no such driver, nothing is done."""
    for name in ("linux_driver", "web_driver"):
        try:
            vars(import_module(f"textual.drivers.{name}"))["XTermParser"] = AltParser
        except ImportError:
            continue
