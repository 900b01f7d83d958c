"""Turns of a conversation that are looked for: by their place, or by words in them."""

from __future__ import annotations

from collections.abc import Iterable

from arguendo.cancelling import heed
from arguendo.journal.records import Turn
from arguendo.problems import printable
from arguendo_tui.board import Earlier, Found
from arguendo_tui.packing import Turns
from arguendo_tui.presenters.transcript import pages

MOST = 200
"""Turns that are found at most, the last ones."""
_AROUND = 40


def told_between(turns: Turns, start: int, stop: int) -> tuple[Earlier, ...]:
    """Return what was said from one turn on up to another, counted from 0."""
    return tuple(
        Earlier(place, turn.said.question, pages(turn))
        for place, turn in enumerate(turns.between(start, stop), max(start, 0) + 1)
    )


def found_in(turns: Iterable[Turn], words: str) -> tuple[Found, ...]:
    """Find the turns in which all words occur, the last first."""
    wanted = words.casefold().split()
    found = []
    for place, turn in enumerate(turns, 1):
        heed()
        blocks = (block for page in pages(turn) for block in page.blocks)
        told = " ".join(line.strip() for block in blocks for line in block.lines)
        text = f"{turn.said.question} {told}".casefold()
        if wanted and all(word in text for word in wanted):
            found.append(Found(place, printable(turn.said.question), _excerpt(told, wanted[0])))
    return tuple(reversed(found[-MOST:]))


def _excerpt(told: str, word: str) -> str:
    """Cut the words around one out of a text; where there are more, that is seen."""
    at = max(told.casefold().find(word), 0)
    start = told.rfind(" ", 0, max(at - _AROUND // 2, 0)) + 1
    end = told.find(" ", start + 2 * _AROUND)
    cut = told[start:end] if end >= 0 else told[start:]
    return printable(f"{'… ' if start else ''}{cut}{' …' if end >= 0 else ''}")
