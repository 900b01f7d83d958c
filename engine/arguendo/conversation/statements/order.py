"""In which order a text names things, and whether that is the order of a phrase."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.conversation.statements.phrases import Phrase

Starts = tuple[int | None, ...]
"""Where a text names each argument of a statement; None where it does not."""


def is_reversed(phrase: Phrase, passive: bool, arguments: tuple[str, ...], starts: Starts) -> bool:
    """Tell whether a text names entities in another order than a phrase, as its voice goes.

    In a passive text they are to stand the other way round than in an active phrase.
    """
    if len(starts) - starts.count(None) < 2:
        return False
    places = phrase.places.get(arguments)
    if places is None:
        places = phrase.places[arguments] = _places(phrase, arguments)
    where = [start for place in places if (start := starts[place]) is not None]
    return (where == sorted(where)) is (passive is not phrase.passive)


def is_headless(phrase: Phrase, starts: Starts) -> bool:
    """Tell whether a text names not the subject of a phrase, but something else of it."""
    inside = phrase.slots
    if not inside or len(inside) == len(starts) or starts[inside[0]] is not None:
        return False
    return starts.count(None) < len(starts)


def _places(phrase: Phrase, arguments: tuple[str, ...]) -> list[int]:
    """Return the places of a statement's arguments in the order in which a phrase has them."""
    found = list(dict.fromkeys(_mentioned(phrase, arguments)))
    return [*found, *(place for place in range(len(arguments)) if place not in found)]


def _mentioned(phrase: Phrase, arguments: tuple[str, ...]) -> Iterator[int]:
    """Go through the arguments that a phrase has a slot for, or names."""
    for each in phrase.order:
        if isinstance(each, int):
            yield each
        else:
            yield from (place for place, name in enumerate(arguments) if name in each)
