"""Names that nobody in the rule base bears, and readings that would pass over them.

`Is Alice a citizen?` must not be answered about somebody else: where a name is unknown and the
statement that was found is about someone whom the text does not name, one asks back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Word, plain_words
from arguendo.conversation.reference import relatives
from arguendo.conversation.statements.index import Index
from arguendo.conversation.statements.spelling import SHORTEST, known, nearest
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Sort, Statement, sort_of
from arguendo.wording.asides import taken_for
from arguendo.wording.statements import Speaker

LIKELY, TOLD = 0.002, 0.6
"""How likely it must be that a stranger is asked about, and how much of a sentence is said of one,
for it not to be beyond all that there is."""
UNSURE = 0.5
"""How sure a reading is at most that takes relatives without a name for whose they are."""


def strangers(context: Context, text: str) -> list[str]:
    """List the capitalised words of a text that name nothing here and are no slips of what does."""
    index = context.index
    words = (word for each in context.sentences(text) for word in each.words)
    unknown = (word.text.title() for word in words if word.capital and _is_stranger(word, index))
    return list(dict.fromkeys(unknown))


def _is_stranger(word: Word, index: Index) -> bool:
    text = word.text
    if len(text) < 2 or not text.isalpha() or text in _no_names() or known(word, index):
        return False
    if len(text) < SHORTEST or not text.isascii():
        return True
    meant = nearest(text, index.spellings)
    return not meant or not any(mention.proper for mention in index.names.find([meant]))


def asked_back(said: Utterance, text: str, query: Query) -> Query:
    """Ask back where a text names a stranger and the reading is about someone it does not name."""
    statements = [*([query.statement] if query.statement else []), *query.assume]
    if not any(map(_has_entities, statements)):
        return query
    if query.intent is Intent.ASK and _is_about_relatives(said, query):
        return replace(query, clarify=True, confidence=min(query.confidence, UNSURE))
    unknown = strangers(said.context, text)
    if not unknown:
        return query
    left = [each for s in statements for each in _passed_over(said, s)]
    if any(several for _, several in left):
        return replace(query, clarify=True, named=unknown[0])
    if left:
        note = taken_for(Speaker(said.context.case.rulebase), unknown[0], left[0][0])
        return replace(query, notes=(*query.notes, note))
    return query


def _is_about_relatives(said: Utterance, query: Query) -> bool:
    """Tell whether what is read as asked of one person is asked of relatives that have no name."""
    arguments = query.statement.arguments if query.statement else ()
    people = [each for each in arguments if each in said.context.index.names.people]
    return len(people) == 1 and relatives.unnamed(said.context, said.said, people[0])


def asks_of_one(said: Utterance) -> bool:
    """Tell whether a text that names a stranger asks what the rule base could tell of others."""
    if said.likely.of(Intent.ASK) < LIKELY:
        return False
    first = next(iter(said.readings(Intent.ASK)), None)
    return first is not None and first.traits is not None and first.traits.told >= TOLD


def is_about_one(said: Utterance, text: str, query: Query) -> bool:
    """Tell whether advice that nobody in particular would be given was asked for a stranger."""
    nobody = query.intent is Intent.RECOMMEND and not (query.entity or query.statement)
    return nobody and query.clarify and bool(strangers(said.context, text))


def _has_entities(statement: Statement) -> bool:
    return any(sort_of(each) is Sort.ENTITY for each in statement.arguments)


def _passed_over(said: Utterance, statement: Statement) -> Iterator[tuple[str, bool]]:
    """Go through the persons of a statement, and its first entity, that a text does not name.

    With each goes whether others could stand in its place.
    """
    vocabulary, names = said.context.case.rulebase.vocabulary, said.context.index.names
    mentions = [mention for sentence in said.said for mention in said.mentions(sentence)]
    named = names.evidence(mentions)
    predicate = vocabulary.predicates.get(statement.predicate)
    if predicate is None:
        return
    for place, (argument, slot) in enumerate(
        zip(statement.arguments, predicate.slots, strict=False)
    ):
        entity = vocabulary.entities.get(argument)
        if argument in named or entity is None or (place and not entity.is_person):
            continue
        others = sum(vocabulary.suits(each, slot) for each in vocabulary.entities)
        yield argument, others > 1


@cache
def _no_names() -> frozenset[str]:
    written: Sequence[str] = lexicon.listed(lexicon.read("outside")["no_names"]["words"])
    return frozenset(word for each in written for word in plain_words(each))
