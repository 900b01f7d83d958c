"""What takes the place of a word in the turn before: `no, I meant Ben`, `no, swam I mean`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from arguendo.conversation import ellipsis, sayings
from arguendo.conversation.assumptions import read_assumptions
from arguendo.conversation.context import Context
from arguendo.conversation.utterance import LEAST, Utterance
from arguendo.conversation.words import Word
from arguendo.inquiry.query import Query
from arguendo.statements import Statement

MOST_WORDS = 12


def read(said: Utterance) -> Query | None:
    """Read a turn that puts another name, or another supposition, into the last one."""
    last = said.context.last
    meant = _meant(said) if last is not None else None
    if last is None or not meant:
        return None
    names = said.context.index.names.find([word.text for word in meant])
    small = sayings.of_words("same")
    inside = {p for mention in names for p in range(mention.start, mention.end)}
    bare = all(word.text in small for p, word in enumerate(meant) if p not in inside)
    if names and bare:
        return _of_others(said.context, last, [m.entities[0] for m in names])
    if not last.assume:
        return None
    assumed = read_assumptions(said.context, [meant])
    plain = not any(map(said.context.is_derived, assumed.truth))
    if not assumed.truth or assumed.score < LEAST or not plain:
        return None
    return replace(_again(last), assume=assumed.truth)


def _meant(said: Utterance) -> Sequence[Word]:
    """Return what is said to have been meant, after a word that takes back what was said."""
    words = [word for sentence in said.said for word in sentence.words]
    texts = [word.text for word in words]
    meaning = sayings.of("correcting", "means")
    at = next((p for p, each in enumerate(pairwise(texts)) if each in meaning), None)
    if at is None or len(words) > MOST_WORDS:
        return ()
    back = sayings.single("correcting", "takes_back")
    before, after = words[:at], words[at + 2 :]
    takes_back = any(word.text in back for word in words)
    meant = after if any(word.text not in back for word in after) else before
    while meant and meant[0].text in back:
        meant = meant[1:]
    while meant and meant[-1].text in back:
        meant = meant[:-1]
    return meant if takes_back or (meant and meant[:1] == after[:1]) else ()


def _of_others(context: Context, last: Query, entities: Sequence[str]) -> Query | None:
    """Put the last query to those who were meant, the first name first."""
    if last.entity is not None and last.statement is None:
        return replace(_again(last), entity=entities[0])
    statement: Statement | None = last.statement
    for place, entity in enumerate(entities):
        is_last = place == len(entities) - 1
        changed = ellipsis.variants(context, statement, [entity], is_last) if statement else ()
        statement = next(iter(changed), None)
    return replace(_again(last), statement=statement) if statement is not None else None


def _again(last: Query) -> Query:
    """Return a query as it is put again."""
    sure = replace(last, confidence=ellipsis.SURE, clarify=False)
    return replace(sure, manner=None, alternatives=(), notes=())
