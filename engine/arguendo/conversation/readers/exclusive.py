"""Questions whether something is so of one alone: `is Leo the only one who …?`.

What a rule base says of one tells nothing of others, so that such a question has no plain yes: one
asks back, with what is asked but for the *only*, and with others of whom it holds as well. Where
the statement itself says that there is no other, that is what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

MOST_OTHERS = 2
UNSURE = 0.5
"""How sure a reading is at most that leaves out that it is asked of one alone."""


def asked_back(said: Utterance, query: Query) -> Query:
    """Ask back about a question whether something is so of one alone."""
    if query.intent is not Intent.ASK or query.statement is None or query.clarify:
        return query
    if query.quantified is not None and query.quantified.besides:
        return query
    words = {word.text for sentence in said.said for word in sentence.words}
    excluding = words & words_of("excluding")
    predicate = said.context.case.rulebase.vocabulary.predicates[query.statement.predicate]
    own = {word for each in (predicate.says, *predicate.also) for word in plain_words(each)}
    if not excluding or not excluding.isdisjoint(own):
        return query
    sure = min(query.confidence, UNSURE)
    others = islice(_others(said.context, query.statement), MOST_OTHERS)
    beside = tuple(
        replace(query, statement=each, confidence=sure, alternatives=()) for each in others
    )
    return replace(query, clarify=True, confidence=sure, alternatives=beside)


def _others(context: Context, statement: Statement) -> Iterator[Statement]:
    """Go through what holds of others instead of the first one of whom a statement tells."""
    for each in context.case.facts:
        alike = each.predicate == statement.predicate and each != statement
        if alike and each.arguments[1:] == statement.arguments[1:] and context.holds(each):
            yield each
