"""What somebody does something to, which a sentence of a statement tells: `what does Ben fear?`."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.conversation.english.stems import stem
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import values
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query, Value
from arguendo.statements import Predicate, Sort, Statement
from arguendo.vocabulary.templates import is_hole, template

SURE = 0.9


def read(said: Utterance) -> Query | None:
    """Read a question for the object of a verb; None where nothing that holds has one."""
    if len(said.said) != 1 or said.parts.stance is not None:
        return None
    (sentence,) = said.said
    words, mentions = [word.text for word in sentence.words], said.mentions(sentence)
    start = next((p for p, word in enumerate(words) if word not in words_of("joints")), 0)
    if len(mentions) != 1 or mentions[0].start != start + 2:
        return None
    if words[start] not in words_of("asks_for_thing"):
        return None
    be, first = words_of("being"), words[start + 1]
    verb = [stem(w) for w in words[mentions[0].end :] if w not in words_of("most_of_all")]
    if first not in be | words_of("doing") or not verb:
        return None
    verb = [first, *verb] if first in be else verb
    found = list(_holding(said, mentions[0].entities[0], verb))
    if not found:
        return None
    return values.offered([_asking(each) for each in found])


def _asking(statement: Statement) -> Query:
    places = values.places(statement, Sort.NUMBER)
    value = Value(places[0]) if len(places) == 1 else None
    return Query(Intent.ASK, statement, confidence=SURE, value=value)


def _holding(said: Utterance, entity: str, verb: list[str]) -> Iterator[Statement]:
    """Go through what holds of somebody by statements with a verb, the surest first."""
    case = said.context.case
    for predicate in case.rulebase.vocabulary.predicates.values():
        place = _subject(predicate, verb)
        if place is None:
            continue
        told = (s for s in case.graph.statements if s.predicate == predicate.id)
        theirs = [s for s in told if s.arguments[place] == entity and case.holds(s)]
        yield from sorted(theirs, key=case.degree, reverse=True)


def _subject(predicate: Predicate, verb: list[str]) -> int | None:
    """Return the place of the subject where a sentence has a verb, and more, behind it."""
    names = [slot.name for slot in predicate.slots]
    be = words_of("being")
    for says in (predicate.says, *predicate.also):
        for first, *rest in template(says).shapes:
            stems = [word if word in be else stem(word) for word in rest]
            begun = [*("is" if w in be else w for w in stems[: len(verb)])]
            asked = ["is" if w in be else w for w in verb]
            if is_hole(first) and begun == asked and len(rest) > len(verb):
                return names.index(first[1:])
    return None
