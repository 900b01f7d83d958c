"""Suppositions that say little more than a verb: `suppose they do pay`, `what if she consults?`.

So little fits no statement well. But what is open is what one supposes first, and where only one
open question has such a word, it is asked back whether that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.english.derived import roots
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Word
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking.target import PERSONAL, takes_up
from arguendo.conversation.statements.sentences import words_of_template
from arguendo.conversation.suppositions.clausing import Clause, cut
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

UNSURE = 0.5


def read(said: Utterance) -> Query | None:
    """Read what a text supposes clause by clause, each as the one open question with its words."""
    context, parts = said.context, said.parts
    clauses = [each for span in parts.assumed for each in cut(span, context.index.names)]
    found = [(each, _meant(context, each)) for each in clauses]
    truth = {meant: not _denies(each) for each, meant in found if meant is not None}
    if parts.stance is None or not truth:
        return None
    readings = said.readings(Intent.WHAT_IF, parts.rest, truth) if parts.rest else []
    asked = next((each.statement for each in readings if each.statement not in truth), None)
    if not parts.rest and takes_up(context, truth):
        asked = context.goal
    texts = (each.texts for each, meant in found if meant is None)
    left = tuple(" ".join(each) for each in texts if _own(each))
    return Query(
        Intent.WHAT_IF,
        asked,
        truth,
        confidence=UNSURE,
        clarify=True,
        adds=parts.adds,
        unread=left,
    )


def _meant(context: Context, clause: Clause) -> Statement | None:
    """Return the only open question that has all words of a clause, and is about whom it names."""
    known = context.case.rulebase.question
    found = [each for each in known if says_all(context, each, clause.words)]
    return found[0] if len(found) == 1 and _may_be_of(context, found[0], clause) else None


def _may_be_of(context: Context, statement: Statement, clause: Clause) -> bool:
    """Tell whether *he* or *she* may mean somebody of whom a statement speaks."""
    people = context.index.names.people.intersection(statement.arguments)
    pronouns = PERSONAL.intersection(clause.texts)
    return not pronouns or (bool(people) and context.fits(statement, pronouns))


def says_all(context: Context, statement: Statement, words: Sequence[Word]) -> bool:
    """Tell whether each word is one of a statement's own, or names whom it is about; one at least.

    Those that only build a sentence aside.
    """
    texts = [word.text for word in words]
    mentions = context.index.names.find(texts)
    own = _own(texts, mentions)
    return bool(own) and _is_about(statement, mentions) and _has(context, statement, own)


def _own(texts: Sequence[str], mentions: Sequence[Mention] = ()) -> list[str]:
    """Return the stems of the words that name nobody and do more than build a sentence."""
    named = {place for each in mentions for place in range(each.start, each.end)}
    small = word_lists().stop | word_lists().pronouns | words_of("pleasantries")
    words = (word for place, word in enumerate(texts) if place not in named)
    return [stem(word) for word in words if word not in small]


def _is_about(statement: Statement, mentions: Sequence[Mention]) -> bool:
    return all(not {*statement.arguments}.isdisjoint(each.entities) for each in mentions)


def _has(context: Context, statement: Statement, own: Sequence[str]) -> bool:
    """Tell whether the sentences of a statement have some words, or what those are derived from."""
    told = {*_told(context, statement)}
    return all(not roots(word).isdisjoint(told) for word in own)


def _told(context: Context, statement: Statement) -> Iterator[str]:
    predicate = context.case.rulebase.vocabulary.predicates[statement.predicate]
    for says in filter(None, (predicate.says, predicate.denies, *predicate.also)):
        yield from words_of_template(says)


def _denies(clause: Clause) -> bool:
    """Tell whether a clause denies what it says: of its two ways to deny, one and not both."""
    return clause.denied is word_lists().negation.isdisjoint(clause.texts)
