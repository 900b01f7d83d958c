"""Labels: text in pieces, each with a tone that a front end sets in colour or leaves plain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from arguendo.problems import printable

OF_COPIED = 40
"""Characters that are told of what was copied."""


class Tone(Enum):
    """What a piece of text is to the eye; no tone ever carries a meaning of its own."""

    PLAIN = "plain"
    STRONG = "strong"
    DIM = "dim"
    ACCENT = "accent"
    GOOD = "good"
    BAD = "bad"
    WARN = "warn"


Piece: TypeAlias = tuple[str, Tone]


@dataclass(frozen=True)
class Label:
    """Pieces of text in one line."""

    pieces: tuple[Piece, ...]

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(text for text, _ in self.pieces)


def label(*parts: str | Piece) -> Label:
    """Make a label, safe to print, of texts and of texts with a tone; empty ones are left out."""
    pieces = [(part, Tone.PLAIN) if isinstance(part, str) else part for part in parts]
    return Label(tuple((printable(text), tone) for text, tone in pieces if text))


@dataclass(frozen=True)
class Paragraph:
    """A label that wraps beside its mark (a bullet, a number, a few spaces)."""

    label: Label
    mark: str = ""
    gap: bool = False
    """Whether an empty line stands before it."""


def paragraphs_text(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return paragraphs as plain text."""
    return "\n".join(("\n" if p.gap else "") + p.mark + p.label.plain for p in paragraphs)


def copied(text: str) -> str:
    """Say what was copied: its beginning."""
    plain = printable(" ".join(text.split()))
    words = plain[:OF_COPIED].rpartition(" ")[0] or plain[:OF_COPIED]
    cut = plain if len(plain) <= OF_COPIED else f"{words} …"
    return f"Copied, where the terminal allows it: “{cut}”"
