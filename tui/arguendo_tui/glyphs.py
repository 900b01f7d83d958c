"""Signs for the console of Linux, whose font has those of code page 437 and little more.

Each is replaced by one that looks alike and is as wide; what it means is told in words beside it
everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = {
    "✓": "√",
    "✗": "x",
    "⊘": "Φ",
    "◆": "♦",
    "●": "•",
    "◂": "◄",
    "▸": "►",
    "▾": "▼",
    "▪": "■",
    "⇄": "↔",
    "⏎": "←",
    "≠": "±",
    "…": ".",
    "—": "-",
    "–": "-",
    "“": '"',
    "”": '"',
    "’": "'",
}
_LINES = dict(zip("╭╮╰╯━┃┏┓┗┛┣┫┳┻╋╸╺╌┄┈╴╶╷╵", "┌┐└┘═║╔╗╚╝╠╣╦╩╬══─────││", strict=True))
_BLOCKS = dict(zip("▏▎▍▋▊▉▁▂▃▅▆▇▔▕▖▗▘▝", "▌▌▌███▄▄▄▄██▀▐▌▐▌▐", strict=True))

CONSOLE: Mapping[int, str] = str.maketrans(_SIGNS | _LINES | _BLOCKS)
"""What stands for each sign."""


class ConsoleGlyphs(LineFilter):
    """Writes what the console can show."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Replace signs."""
        return [
            Segment(text.translate(CONSOLE), style, control) for text, style, control in segments
        ]
