"""What is pasted: text alone, without what would steer a terminal or turn the text around."""

from __future__ import annotations

import re
import unicodedata

STARTS, ENDS = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after what is pasted (bracketed paste)."""

_STEERING = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI: colours, places
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n\r]*(?:\x07|\x1b\\\\|\x9c)"  # OSC …
    "|\x1b[ -/]*[0-~]?"
)
"""Escape sequences (ECMA-48); the text that one of the second kind holds is never shown."""
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BROKEN = re.compile(r"[ \t]*\n\s*")
_KEPT = "\n\t\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_DROPPED = ("Cc", "Cf", "Cs")


def cleaned(text: str) -> str:
    """Return a text in its order without escape sequences, controls and marks of direction."""
    text = _BREAKS.sub("\n", _STEERING.sub("", text))
    if text.isprintable():
        return text
    return "".join(
        each for each in text if each in _KEPT or unicodedata.category(each) not in _DROPPED
    )


def in_a_line(text: str) -> str:
    """Return a text for where there is one line: a blank in place of each break."""
    return _BROKEN.sub(" ", cleaned(text).strip("\n")).replace("\t", " ")
