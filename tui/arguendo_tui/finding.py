"""Words found in the turns of a conversation."""

from __future__ import annotations

from collections.abc import Iterable

from arguendo.journal.records import Turn
from arguendo.problems import printable
from arguendo_tui.board import Found
from arguendo_tui.presenters.transcript import pages

MOST = 200
"""Turns that are found at most, the last ones."""
_AROUND = 40


def found_in(turns: Iterable[Turn], words: str) -> tuple[Found, ...]:
    """Find the turns in which all words occur, the last first."""
    wanted = words.casefold().split()
    found = []
    for place, turn in enumerate(turns, 1):
        blocks = (block for page in pages(turn) for block in page.blocks)
        told = " ".join(line.strip() for block in blocks for line in block.lines)
        text = f"{turn.said.question} {told}".casefold()
        if wanted and all(word in text for word in wanted):
            at = max(told.casefold().find(wanted[0]) - _AROUND // 2, 0)
            excerpt = printable(told[at : at + 2 * _AROUND])
            found.append(Found(place, printable(turn.said.question), excerpt))
    return tuple(reversed(found[-MOST:]))
