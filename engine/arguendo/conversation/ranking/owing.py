"""What somebody is to do, told from what somebody does: `should the club pay?`, `does it pay?`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.statements.sentences import content, unfilled, words_of_template
from arguendo.inquiry.query import Intent
from arguendo.statements import Predicate, Statement

NEAR = 0.25
"""How near what somebody is to do must come to what somebody does."""
OWING, PERMITTING = words_of("owing"), words_of("permitting")
_TAKING = (Intent.WHAT_WOULD_IT_TAKE, Intent.WHAT_FOLLOWS, Intent.RECOMMEND)
"""Intents of questions in which *must* and *have to* tell of what has to come about."""


def owed_rather(
    context: Context,
    said: Sequence[Sentence],
    intent: Intent,
    found: list[Reading],
    fitting: Sequence[Reading],
) -> list[Reading]:
    """Let what somebody is to do, or may do, stand for the same as done, where a text asks that.

    It is looked for among all that is `fitting`.
    """
    first = found[0] if found else None
    modal = _modal(said, intent)
    if first is None or not modal:
        return found

    def is_meant(reading: Reading) -> bool:
        if modal is OWING and is_owed(context, reading.statement) and _is_same(reading, first):
            return True
        return _is_of_deed(context, reading.statement, first.statement, modal)

    chosen = next((each for each in fitting if is_meant(each)), None)
    if chosen is None:
        return found
    rest = [r for r in found if r.statement != chosen.statement and not _is_same(r, first)]
    return [replace(chosen, score=first.score, level=first.level), *rest]


def _modal(said: Sequence[Sentence], intent: Intent) -> Collection[str]:
    """Return the words for what is asked of somebody's deed: that it is to be, or may be, done."""
    if _is_of_duty(said, intent):
        return OWING
    words = {word.text for sentence in said for word in sentence.words}
    asks = intent not in _TAKING and not PERMITTING.isdisjoint(words)
    return PERMITTING if asks else ()


def _is_of_deed(context: Context, one: Statement, other: Statement, modal: Collection[str]) -> bool:
    """Tell whether one of two statements says the same as the other but for a word of duty."""
    predicates = context.case.rulebase.vocabulary.predicates
    says, does = (unfilled(predicates[each.predicate].says) for each in (one, other))
    told = [word for word in says if word not in modal]
    if one.arguments != other.arguments or len(told) == len(says):
        return False
    return {*map(stem, told)} == {*map(stem, does)}


def _is_same(one: Reading, other: Reading) -> bool:
    """Tell whether two readings are of the same words about the same, one as near as may be."""
    about = {*one.statement.arguments} == {*other.statement.arguments}
    near = one.score >= NEAR * other.score and bool(one.worded & other.worded)
    return about and near and one.positive == other.positive


def is_owed(context: Context, statement: Statement) -> bool:
    """Tell whether a statement says what somebody is to do."""
    predicate = context.case.rulebase.vocabulary.predicates[statement.predicate]
    words = words_of("owing") | words_of("owed")
    return predicate.advice or not words.isdisjoint(unfilled(predicate.says))


def _is_of_duty(said: Sequence[Sentence], intent: Intent) -> bool:
    words = [word.text for sentence in said for word in sentence.words]
    if not words_of("owed").isdisjoint(words):
        return True
    return intent not in _TAKING and obliges(words)


def obliges(words: Sequence[str]) -> bool:
    """Tell whether words say that something is to be done: `must`, `has to`."""
    has_to = any(a in words_of("having") and b == "to" for a, b in pairwise(words))
    return has_to or not words_of("owing").isdisjoint(words)


def owed_alone(context: Context, said: Sequence[Sentence]) -> Statement | None:
    """Return the one conclusion that says what is to be done, where no more is asked than that.

    `Should it go back?` names nobody, and says nothing that the statement does not.
    """
    (sentence,) = said if len(said) == 1 else (Sentence(()),)
    words = [word.text for word in sentence.words]
    if not words or words[0] not in word_lists().auxiliaries or not obliges(words):
        return None
    if words_of("pointing_things").isdisjoint(words) or context.index.names.find(words):
        return None
    graph, predicates = context.case.graph, context.case.rulebase.vocabulary.predicates
    told = {*content(words)}
    found = [
        each
        for number, each in enumerate(graph.statements)
        if graph.concluding[number] and is_owed(context, each)
    ]
    says = {word for s in found[:1] for t in _texts(predicates[s.predicate]) for word in t}
    return found[0] if len(found) == 1 and told and told <= says else None


def _texts(predicate: Predicate) -> Iterator[frozenset[str]]:
    return map(words_of_template, (predicate.says, *predicate.also))
