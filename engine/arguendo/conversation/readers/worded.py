"""Texts that are put word for word as the program would put what they were read as."""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.segmentation import orders
from arguendo.inquiry.query import Intent, Query
from arguendo.wording.questions import query_in_words

TO_THE_LETTER = 0.95
"""How sure a reading is of a text that the program would put in the same words."""


def to_the_letter(context: Context, text: str, query: Query) -> Query:
    """Leave no doubt about a text that is word for word how the program would put its reading."""
    if not query.clarify or query.named or query.intent is Intent.OUT_OF_SCOPE:
        return query
    put, typed = plain_words(query_in_words(query, context.case.rulebase)), plain_words(text)
    if query.intent is Intent.ASSUME:  # `suppose that …`: the word that orders is one's own
        asked = query_in_words(replace(query, intent=Intent.WHAT_IF), context.case.rulebase)
        put, typed = plain_words(asked)[2:], orders.ordered(typed)
    if put != typed:
        return query
    return replace(query, clarify=False, confidence=TO_THE_LETTER, alternatives=())
