"""Degrees of likelihood: an ordered scale of words, handled as small integers.

A degree is an index into its scale: 0 means "not at all" (no word), 1 is the weakest word.
The built-in scale is the upper half of the words of estimative probability in Intelligence
Community Directive 203 (2015), with `established` above them for facts and assumptions.
"""

from __future__ import annotations

from dataclasses import dataclass

NONE = 0


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered scale, weakest word first; the last word is that of facts."""

    words: tuple[str, ...]

    @property
    def top(self) -> int:
        """The degree of facts and of assumptions that say no less."""
        return len(self.words)

    def word(self, degree: int) -> str | None:
        """Return the word of a degree, or None for no degree at all."""
        return self.words[degree - 1] if degree else None

    def degree(self, word: str) -> int | None:
        """Return the degree of a word (case and spaces apart), or None for an unknown word."""
        wanted = " ".join(word.casefold().split())
        return next((i for i, known in enumerate(self.words, 1) if known == wanted), None)


ICD_203 = Scale(("roughly even chance", "likely", "very likely", "almost certain", "established"))
