"""What is said of a list of which words leave only a part."""

from __future__ import annotations

from arguendo_tui.presenters.labels import Label, Tone, label


def told_filtered(words: str, shown: int, of: int) -> Label | None:
    """Say how many of how many have the words, and how all are shown; None without words."""
    if not words.strip():
        return None
    how = " — / and Escape: show all"
    if not shown:
        return label((f"None of {of} has these words", Tone.WARN), (how, Tone.DIM))
    return label((f"{shown} of {of} shown", Tone.ACCENT), (how, Tone.DIM))


def told_found(words: str, found: int) -> str:
    """Say what a search came to where it found nothing; empty otherwise."""
    return "" if found or not words.strip() else "Nothing found: no turn has all these words."
