"""A first turn that supposes what `she` or `he` does, before anybody was spoken of.

Whoever has something to decide may be meant, where the rule base can say of that one what is
supposed; it is asked back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers.left_out import says
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent, Query
from arguendo.wording.statements import Speaker

MOST_TRIED = 4
"""People of whom it is tried."""
MOST_OFFERED = 2
"""Other people that are offered besides."""
UNSURE = 0.6
"""How sure it is who is meant, at most."""
_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)
_OPENS = sorted(words_of("ifs") | words_of("bids") | words_of("supposing"))
_DOER = re.compile(rf"\b(?:{'|'.join(_OPENS)})(?: that)?\s+(?P<doer>s?he)\b(?!')", re.I)


def read(
    context: Context, text: str, plainly: Query, understands: Callable[[State, str], Query]
) -> Query | None:
    """Read a first turn with the name of whoever may be meant in the place of the pronoun.

    That is where the text as it stands, read `plainly`, was hardly understood.
    """
    words = plain_words(text)
    if not plainly.clarify or any(says(context, words, each) for each in plainly.assume):
        return None
    found = _DOER.search(text) if not context.state.turns else None
    names = context.index.names
    told = {e for m in names.find(words) for e in m.entities}
    if found is None or not told.isdisjoint(names.people):
        return None
    speaker = Speaker(context.case.rulebase)
    read_of = [
        (person, understands(context.state, _put(text, found, speaker.name(person))))
        for person in list(_deciders(context))[:MOST_TRIED]
    ]
    meant = [query for person, query in read_of if _does(context, query, person, words)]
    meant.sort(key=lambda query: -query.confidence)
    if not meant:
        return None
    first, *others = (replace(q, confidence=min(q.confidence, UNSURE), clarify=True) for q in meant)
    return replace(first, alternatives=tuple(others[:MOST_OFFERED]))


def _put(text: str, found: re.Match[str], name: str) -> str:
    return text[: found.start("doer")] + name + text[found.end("doer") :]


def _deciders(context: Context) -> Iterator[str]:
    """Go through the people who have something to decide."""
    deciding = dict.fromkeys(each.by for each in context.case.rulebase.questions if each.by)
    yield from (each for each in deciding if each in context.index.names.people)


def _does(context: Context, query: Query, person: str, words: Sequence[str]) -> bool:
    """Tell whether a reading supposes what somebody does or leaves, in words of its own."""
    predicates = context.case.rulebase.vocabulary.predicates
    if query.intent not in _SUPPOSING or not query.assume:
        return False
    if not all(says(context, words, each) for each in query.assume):
        return False
    return all(
        any(
            slot.name == predicates[each.predicate].by and term == person
            for slot, term in zip(predicates[each.predicate].slots, each.arguments, strict=True)
        )
        for each in query.assume
    )
