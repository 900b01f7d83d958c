"""What clauses could say besides what they were read as."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.statements.assumed import Clause, Heard
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement

MOST_LEFT, MOST_JOINED = 3, 2
"""Readings of a clause that was read as nothing, and of one that was read together with another."""

LEAST_SAID, LEAST_JOINED = 3, 2
"""Words of a clause that says something of what it names, and of one joined to another."""
SAID_AGAIN = 0.6
"""How much of a statement a clause must say to say it again."""

Told = Mapping[tuple[int, int], Sequence[Reading]]
"""From which clause to which, and what they could say, the likeliest first."""
Taken = Sequence[tuple[int, int, Sequence[Reading]]]
"""From which clause to which, and what they were read as."""


def rival(told: Told, start: int, end: int, reading: Reading) -> float:
    """Tell how near the next best statement is that some clauses could mean."""
    others = (r.score for r in told.get((start, end), ()) if r.statement != reading.statement)
    best = max(others, default=0.0)
    return best / max(reading.score, best) if best else 0.0


def left(told: Told, places: Iterable[int]) -> Iterator[Heard]:
    """Go through what clauses could say that were read as nothing."""
    for place in places:
        for rank, each in enumerate(told.get((place, place + 1), ())[:MOST_LEFT]):
            yield Heard(each, rival(told, place, place + 1, each), weak=True, rank=rank)


def clauses(
    told: Told,
    taken: Taken,
    texts: Mapping[int, Sequence[str]],
    joined: Collection[int],
    bare: Collection[int],
    names: Names,
) -> Iterator[Clause]:
    """Go through the clauses that say something, with what they were read as.

    `texts` are the words of clauses by their places, `joined` the places of those behind an *and*
    or *but*, which tell something, and so does a denial before one: `no dog and no cat`. `bare` are
    those of clauses that take up what was said before: `he does`. What was read as nothing is given
    with what it is most like, which may be said elsewhere.
    """
    said = {reading.statement: reading.positive for _, _, group in taken for reading in group}
    for place, words in texts.items():
        names_one = len(words) >= LEAST_SAID and names.find(words)
        denies = place + 1 in joined and not word_lists().negation.isdisjoint(words)
        tells = (place in joined or denies) and len(words) >= LEAST_JOINED
        if names_one or place in bare or (tells and not word_lists().stop.issuperset(words)):
            read = [r for start, end, group in taken if start <= place < end for r in group]
            like = read or [
                r for r in told.get((place, place + 1), ())[:1] if not _is_echo(r, said)
            ]
            yield " ".join(words), tuple(r.statement for r in like)


def _is_echo(like: Reading, said: Mapping[Statement, bool]) -> bool:
    """Tell whether a clause is only faintly like what another one said, or turns that round."""
    if like.statement not in said:
        return False
    return like.told < SAID_AGAIN or like.positive is not said[like.statement]


def beside(told: Told, start: int, end: int, group: Sequence[Reading]) -> Iterator[Heard]:
    """Go through what clauses could say beside what was read: by other words, or one by one."""
    taken = reduce(or_, (each.mask for each in group))
    known = {each.statement for each in group}
    for rank, other in enumerate(told.get((start, end), ())):
        own = _own(other, taken)
        if own and other.statement not in known:
            yield Heard(other, rival(told, start, end, other), weak=True, own=own, rank=rank)
    for place in range(start, end) if end - start > 1 else ():
        for rank, other in enumerate(told.get((place, place + 1), ())[:MOST_JOINED]):
            if other.statement not in known:
                near = rival(told, place, place + 1, other)
                yield Heard(other, near, weak=True, rank=rank, joined=True)


def outside(readings: Sequence[Reading]) -> Iterator[Heard]:
    """Go through what the words of a question could say beside what it asks, its first reading."""
    for rank, each in enumerate(readings):
        first = readings[0]
        own = _own(each, first.mask) if each.part is first.part else 1.0
        if own and each.statement != first.statement:
            yield Heard(each, weak=True, own=own, rank=rank, outside=True)


def _own(reading: Reading, taken: int) -> float:
    """Return the share of its words that are not among those taken (a bit mask)."""
    return (reading.mask & ~taken).bit_count() / max(1, reading.mask.bit_count())
