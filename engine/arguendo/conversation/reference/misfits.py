"""Pronouns that fit nobody of whom was spoken: `and her?`, after a question about a boy."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import persons
from arguendo.conversation.ranking.offering import one_or_which
from arguendo.conversation.reference import moving
from arguendo.inquiry.query import Intent, Query

DOUBTFUL = 0.5


def fitting(context: Context, query: Query, words: Collection[str]) -> Query:
    """Put a query about somebody whom pronouns cannot mean to whom they may.

    Of several it is asked back which is meant; where there is nobody, what is.
    """
    goal, names = query.statement, context.index.names
    if goal is None or context.fits(goal, words) or persons.contrasts(words):
        return query
    kinds = {names.kinds[each] for each in goal.arguments if each in names.people}
    alike = (each for each in sorted(names.people) if names.kinds[each] in kinds)
    others = [each for each in alike if context.may_be(each, words)]
    found = list(dict.fromkeys(moving.variants(context, goal, others)))
    if not found:
        return Query(Intent.OUT_OF_SCOPE, confidence=DOUBTFUL, clarify=True)
    meant = [
        replace(query, statement=each, intent=context.as_it_stands(query.intent, each))
        for each in found
    ]
    return one_or_which(meant, DOUBTFUL)
