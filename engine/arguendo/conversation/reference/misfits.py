"""Pronouns that fit nobody of whom was spoken: `and her?`, after a question about a boy."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import persons
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking.offering import one_or_which
from arguendo.conversation.reference import moving
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

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


def meant(context: Context, query: Query, words: Sequence[str]) -> Query:
    """Ask back where a pronoun was taken for somebody of whom nobody spoke.

    `Leo applies, and they register him`, where it is foreseen only of another that he is
    registered. Who is related to the one spoken of may be meant all the same.
    """
    said = {word for word in words if word in words_of("personal")}
    person = _pointed(context, words, said) if said and query.assume else None
    if person is None:
        return query
    truth = {_of(context, each, person, words): true for each, true in query.assume.items()}
    if truth.keys() == query.assume.keys():
        return query
    other = replace(query, confidence=DOUBTFUL, clarify=True, alternatives=())
    return replace(other, assume=truth)


def _pointed(context: Context, words: Sequence[str], said: Collection[str]) -> str | None:
    """Return whom a pronoun means: who is named last before it, or was spoken of last."""
    people, end = context.index.names.people, max(p for p, w in enumerate(words) if w in said)
    mentions = context.index.names.find(words[:end])
    named = [each for mention in reversed(mentions) for each in mention.entities[:1]]
    fitting = (each for each in named if each in people and context.may_be(each, said))
    return next(fitting, None) or context.last_person(said)


def _of(context: Context, statement: Statement, person: str, words: Sequence[str]) -> Statement:
    """Return a statement, of the person where it names only people who were not spoken of."""
    names, around = context.index.names, context.around
    spoken = {each for mention in names.find(words) for each in mention.entities}
    people = names.people.intersection(statement.arguments)
    known = [f.arguments for f in context.case.facts if person in f.arguments]
    related = {each for arguments in known for each in arguments}
    if not people or person in people or not people.isdisjoint({*spoken, *around, *related}):
        return statement
    return next(moving.variants(context, statement, [person], known=False), statement)
