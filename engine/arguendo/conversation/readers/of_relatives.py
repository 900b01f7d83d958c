"""What is said of a relative, rather than that he is one: `had Ben's mother not been a diplomat`.

Whoever speaks of a child's parents may well ask about the child, so that these stay told of. Where
that reads as if they were not his parents, the text is read once more with their names instead, and
that is taken if it then says something else.
"""

from __future__ import annotations

from collections.abc import Callable

from arguendo.conversation.reference import relatives
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query


def rather(said: Utterance, query: Query, read: Callable[[Utterance], Query]) -> Query:
    """Read a supposition with the names of relatives where it would deny that they are these."""
    denied = {statement for statement, true in query.assume.items() if not true}
    related = [statement for statement in denied if said.context.is_fact(statement)]
    if query.intent is not Intent.WHAT_IF or not related:
        return query
    put = relatives.instead(said.context, said.said, related)
    if put is None:
        return query
    other = read(Utterance(said.context, put, text=said.text))
    denies = any(not true and one not in denied for one, true in other.assume.items())
    again = not denied.isdisjoint(other.assume)
    return other if denies and not again and other.intent is query.intent else query
