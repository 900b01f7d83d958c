"""What somebody does something to, which a sentence of a statement tells: `what does Ben fear?`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import values
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query, Value
from arguendo.statements import Predicate, Sort, Statement
from arguendo.vocabulary.templates import is_hole, template

SURE, UNSURE = 0.9, 0.5
_PRONOUNS = words_of("subjects") & words_of("pointing")
_SOMEBODY, _ANYBODY = "@", "*"
"""Before the one who is named to whom something is done, and for one whom nobody knows."""


def read(said: Utterance) -> Query | None:
    """Read a question for the object of a verb; None where nothing that holds has one.

    Whom it is done to may be told as well: `what did Ann tell Ben?`. One whom nobody knows may be
    the one that is known to be meant, which is asked back.
    """
    if len(said.said) != 1 or said.parts.stance is not None:
        return None
    (sentence,) = said.said
    words = [word.text for word in sentence.words]
    start = next((p for p, word in enumerate(words) if word not in words_of("joints")), 0)
    if words[start : start + 1] == [] or words[start] not in words_of("asks_for_thing"):
        return None
    subjects, end = _subject_of(said, sentence, start + 2)
    be, first = words_of("being"), words[start + 1] if start + 1 < len(words) else ""
    verb = [*_verb(said, sentence, end)] if end else []
    if first not in be | words_of("doing") or not verb:
        return None
    verb = [first, *verb] if first in be else verb
    found = [*_holding(said, subjects, verb)]
    if found:
        return values.offered([_asking(each) for each in found])
    if first in be or len(verb) == 1 or any(each[0] == _SOMEBODY for each in verb):
        return None
    found = [*_holding(said, subjects, [verb[0], _ANYBODY])]
    told = values.offered([_asking(each) for each in found]) if found else None
    return replace(told, clarify=True, confidence=UNSURE) if told else None


def _subject_of(said: Utterance, sentence: Sentence, place: int) -> tuple[frozenset[str], int]:
    """Return who may do something, and where the verb begins; 0 for nowhere.

    A pronoun stands for one in focus, and for anybody where it could mean none of these.
    """
    mention = next((each for each in said.mentions(sentence) if each.start == place), None)
    if mention is not None:
        return frozenset(mention.entities[:1]), mention.end
    pronoun = [word.text for word in sentence.words[place : place + 1]]
    if not pronoun or not _PRONOUNS.issuperset(pronoun):
        return frozenset(), 0
    context = said.context
    entities = context.case.rulebase.vocabulary.entities
    for meant in (context.focus, entities):
        fitting = frozenset(e for e in meant if e in entities and context.may_be(e, pronoun))
        if fitting:
            return fitting, place + 1
    return frozenset(), 0


def _verb(said: Utterance, sentence: Sentence, start: int) -> Iterator[str]:
    """Go through the stems behind the subject; whom a name names stands for himself."""
    names = {each.start: each for each in said.mentions(sentence) if each.start >= start}
    inside = {p for each in names.values() for p in range(each.start + 1, each.end)}
    for place, word in enumerate(sentence.words):
        if place < start or place in inside or word.text in words_of("most_of_all"):
            continue
        named = names.get(place)
        yield f"{_SOMEBODY}{named.entities[0]}" if named else stem(word.text)


def _asking(statement: Statement) -> Query:
    places = values.places(statement, Sort.NUMBER)
    value = Value(places[0]) if len(places) == 1 else None
    return Query(Intent.ASK, statement, confidence=SURE, value=value)


def _holding(
    said: Utterance, subjects: Collection[str], verb: Sequence[str]
) -> Iterator[Statement]:
    """Go through what holds of somebody by statements with a verb, the surest first."""
    case = said.context.case
    for predicate in case.rulebase.vocabulary.predicates.values():
        found = _places(predicate, verb)
        if found is None:
            continue
        subject, places = found
        told = (s for s in case.graph.statements if s.predicate == predicate.id)
        told = (s for s in told if s.arguments[subject] in subjects)
        theirs = [s for s in told if all(s.arguments[p] == e for p, e in places.items())]
        yield from sorted(filter(case.holds, theirs), key=case.degree, reverse=True)


def _places(predicate: Predicate, verb: Sequence[str]) -> tuple[int, Mapping[int, str]] | None:
    """Return where the subject stands in a sentence with a verb and more behind it, and the others.

    None where a statement has no such sentence.
    """
    names = [slot.name for slot in predicate.slots]
    be = words_of("being")
    asked = ["is" if word in be else word for word in verb]
    for says in (predicate.says, *predicate.also):
        for first, *rest in template(says).shapes:
            begun = rest[: len(asked)]
            if not is_hole(first) or len(rest) <= len(asked) or not all(map(_fits, asked, begun)):
                continue
            pairs = zip(asked, begun, strict=True)
            others = {names.index(b[1:]): a[1:] for a, b in pairs if a[0] == _SOMEBODY}
            return names.index(first[1:]), others
    return None


def _fits(asked: str, word: str) -> bool:
    """Tell whether a word of a question stands for one of a sentence."""
    if is_hole(word):
        return asked[0] in (_SOMEBODY, _ANYBODY)
    be = words_of("being")
    return asked == ("is" if word in be else stem(word))
