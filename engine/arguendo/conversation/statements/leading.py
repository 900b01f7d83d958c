"""What leads up to a day: *on* it something happens, *until* it there is time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arguendo.conversation.lexicon import words_of

_SENSES = (words_of("on_a_day"), words_of("to_a_day"))
ON_A_DAY = 0
"""The sense in which something happens *on* a day."""


def leads(words: Sequence[str], starts: Iterable[int]) -> dict[int, int]:
    """Tell of the places before which a preposition stands in which sense that is taken."""
    senses = {
        start: next((n for n, some in enumerate(_SENSES) if words[start - 1] in some), None)
        for start in starts
        if start
    }
    return {start: sense for start, sense in senses.items() if sense is not None}
