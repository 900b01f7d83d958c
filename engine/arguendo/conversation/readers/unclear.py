"""What was not understood, said so: rather than offer readings that are hardly ever meant.

Of 31 readings so unlikely that shared no word with their text none was right, and what an *if*
opens is no question: a choice of such only misleads.
"""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.readers import barely, followups, left_out
from arguendo.conversation.segmentation.segments import Stance
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Beyond, Intent, Query
from arguendo.statements import Statement

HARDLY = 0.1
"""How sure a reading must be to be asked back about."""
HARDLY_BEYOND = 0.3
"""How likely a text must be to lie beyond all there is for that to be said of it."""


def told(said: Utterance, text: str, query: Query) -> Query:
    """Say that a text was not understood where what it was read as is hardly meant."""
    beyond = query.intent is Intent.OUT_OF_SCOPE
    hardly = query.confidence < HARDLY or _asks_what_is_supposed(said, query)
    if beyond or not query.clarify or not hardly or _is_said(said, query):
        return query
    if (barely_said := barely.read(said)) is not None:
        return barely_said
    near = said.entities or followups.pointed_at(said.context, said.said)
    return Query(
        Intent.OUT_OF_SCOPE,
        confidence=query.confidence,
        clarify=True,
        beyond=Beyond.UNCLEAR,
        unread=tuple(_supposed(said, text)),
        near=tuple(near),
    )


def rather(said: Utterance, text: str, query: Query) -> Query:
    """Say that a text was not understood where it hardly lies beyond what can be answered.

    `y tho` asks why, and `what if it were put off?` supposes something: only what is not plain.
    """
    told_why = query.beyond is not None or not query.clarify
    if told_why or said.likely.of(Intent.OUT_OF_SCOPE) >= HARDLY_BEYOND:
        return query
    return replace(query, beyond=Beyond.UNCLEAR, unread=tuple(_supposed(said, text)))


def unsupposed(said: Utterance, text: str, query: Query) -> Query:
    """Say what was not understood of a supposition that would else lie outside the argument.

    Whoever supposes something has the argument in mind, unless it is plain what else he has.
    """
    opens = said.parts.stance is Stance.WHAT_IF and bool(said.parts.assumed)
    if not opens or query.beyond is not None:
        return query
    if (barely_said := barely.read(said)) is not None:
        return barely_said
    near = said.entities or followups.pointed_at(said.context, said.said)
    unread = tuple(_supposed(said, text))
    return replace(query, beyond=Beyond.UNCLEAR, unread=unread, near=tuple(near))


def _asks_what_is_supposed(said: Utterance, query: Query) -> bool:
    """Tell whether what an *if* opens, and nothing else, was read as what is asked."""
    parts = said.parts
    opens = parts.stance is Stance.WHAT_IF and parts.assumed and not (parts.rest or parts.weighs)
    return bool(opens) and query.intent is Intent.ASK and not (query.assume or said.assumed.truth)


def _is_said(said: Utterance, query: Query) -> bool:
    """Tell whether a text has a word of what a reading supposes, or else of what it asks."""
    asked = (each.statement for each in (query, *query.alternatives))
    return any(_has_word_of(said, each) for each in query.assume or asked if each is not None)


def _has_word_of(said: Utterance, statement: Statement) -> bool:
    """Tell whether a text has a word by which a statement is told, or names a thing it is about.

    That somebody is named, or what is the only one of its kind, tells nothing of what is said.
    """
    context = said.context
    words = [word.text for sentence in said.said for word in sentence.words]
    plain = context.index.names.people | context.matcher.foreseen.only_ones
    things = {*statement.arguments} - plain
    return not things.isdisjoint(said.entities) or left_out.says(context, words, statement)


def _supposed(said: Utterance, text: str) -> list[str]:
    """Return what a text supposes, as typed, where that is what was not understood."""
    if said.assumed.truth or said.parts.stance is None:
        return []
    spans = (" ".join(word.text for word in words) for words in said.parts.assumed)
    return [left_out.typed(words, text) for words in spans]
