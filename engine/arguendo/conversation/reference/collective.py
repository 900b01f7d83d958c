"""What is said of both, each or neither of those whose doings together make a conclusion.

`Both presidents promise` and `the two swap pledges` name no statement of their own: they say at
once all the open statements, each of another's doing, that together are a conclusion's grounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement

_ALL = words_of("collective")
_EACH = words_of("each_of_them")
_NONE = words_of("collective_denied")
NEAR = 0.8
"""How near to the best a reading must be for it to lead to what both do."""


def is_collective(context: Context, words: Sequence[str]) -> bool:
    """Tell whether something is said of both or neither of several, and not of one of them."""
    single = _single(context, words)
    if _are_joined(words, single) or (list(words[:1]) == ["they"] and not single):
        return True
    does = {single[0].end} if single else set()  # `Ann pledges it to Ben`
    said = (word for place, word in enumerate(words) if place not in does or word in _EACH)
    return len(single) != 1 and not (_ALL | _NONE).isdisjoint(said)


def _single(context: Context, words: Sequence[str]) -> list[Mention]:
    """List the names of one who may act; `each president` and `both leaders` are several."""
    named = [m for m in context.index.names.find(words) if set(m.entities) & context.index.actors]
    return [
        m
        for m in named
        if words[m.end - 1] not in _ALL | _EACH and _EACH.isdisjoint(words[: m.start][-1:])
    ]


def _are_joined(words: Sequence[str], single: Sequence[Mention]) -> bool:
    """Tell whether a clause is about two of them: `Ann and Ben promise`."""
    begins = len(single) == 2 and not single[0].start
    return begins and list(words[single[0].end : single[1].start]) == ["and"]


def by_both(context: Context, words: Sequence[str], readings: Sequence[Reading]) -> list[Reading]:
    """Read a clause as all that several do together; nothing if it is not about several."""
    if not readings or not is_collective(context, words):
        return []
    single = _single(context, words)
    joined = _are_joined(words, single) and (_ALL | _NONE).isdisjoint(words)
    denied = not _NONE.isdisjoint(words)
    names = context.index.names
    own = {e for m in names.find(words) for each in m.entities for e in names.members.get(each, ())}
    for reading in readings:
        if reading.score < NEAR * readings[0].score:
            break
        grounds = next(_together(context, reading.statement), None)
        actors = {ground.arguments[0] for ground in grounds or ()}
        doing = [m for m in single if not actors.isdisjoint(m.entities)]
        alone = len(doing) == 1  # `Ann vows to find Ben`
        if joined and grounds is not None and reading.statement not in grounds:
            continue  # `the Ann and Ben deal`
        if grounds is not None and not alone and (not own or own >= actors):
            positive = False if denied else reading.positive
            return [replace(reading, statement=each, positive=positive) for each in grounds]
    return []


def _together(context: Context, statement: Statement) -> Iterator[tuple[Statement, ...]]:
    """Go through the open grounds that together conclude a statement, or of which it is one."""
    graph = context.case.graph
    for inference in graph.inferences:
        grounds = tuple(graph.statements[number] for number in inference.grounds)
        actors = {ground.arguments[0] for ground in grounds if ground.arguments}
        if len(grounds) < 2 or len(actors) < len(grounds) or not all(map(context.is_open, grounds)):
            continue
        if statement in grounds or graph.statements[inference.claim] == statement:
            yield grounds
