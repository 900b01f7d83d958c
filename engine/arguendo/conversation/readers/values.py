"""Days and numbers asked for, or held against another: `how far …?`, `before 1 May?`, `over 600?`.

What is asked about is a statement that holds and names such a value, which the text does not name.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking.offering import one_or_which
from arguendo.conversation.readers import dimensions, followups
from arguendo.conversation.statements.literals import counted as things_counted
from arguendo.conversation.statements.literals import day_parts, units
from arguendo.conversation.statements.sentences import words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.facts import last_day
from arguendo.inquiry.query import Intent, Query, Value
from arguendo.statements import Predicate, Sort, Statement, Term, sort_of

RELATIONS = {
    Sort.NUMBER: {
        "more": "is more than",
        "less": "is less than",
        "least": "is at least",
        "most": "is at most",
    },
    Sort.DATE: {
        "before": "is before",
        "after": "is after",
        "from": "is not before",
        "by": "is not after",
    },
}
"""By the sort of a value: what cues say of how it compares."""
ANSWERED = 0.9
"""How sure it is that a value is asked for where the text says no more than a statement does."""
GUESSED = 0.75
"""How much of a text must be told by a statement that is put in other words."""
UNSURE = 0.5
"""How sure it is where no more than what is counted fits."""
NEAR_BEST = 0.6
"""How its score must compare to the best one's."""
HALF = 0.5
"""How much of a statement must be said where nobody is named."""
YEAR = 4
"""Digits of a year."""
_UP_TO = ("is after", "is not after")
"""What compares with the last day of a month."""


class Against(NamedTuple):
    """What a value is held against, and where the words for that stand."""

    sort: Sort
    relation: str
    other: Term
    places: frozenset[int]
    unit: str
    """The stem of what it is a number of; empty where that is not said."""


def asked(said: Utterance) -> Query | None:
    """Read a question for the day or number in what holds."""
    if len(said.said) != 1 or said.parts.stance is not None:
        return None
    (sentence,) = said.said
    stems = [word.stem for word in sentence.words]
    for group, sorts in (("number", [Sort.NUMBER]), ("any", [Sort.DATE, Sort.NUMBER])):
        cue = next(iter(cues.group("values", group).find(stems)), None)
        for sort in sorts if cue else ():
            words = content_of(said, sentence, cue.places if cue else ())
            found = told(said, words, sort) or _put_otherwise(said, sort, group == "number")
            counted = _counted(sentence, cue.end) if cue else ""
            found = [e for e in found if not _counts_others(said, e, counted)]
            found = [e for e in found if dimensions.may_tell(said, sentence, _predicate(said, e))]
            if found:
                found = followups.of_topic(said.context, said.said, found)
                return offered([asking(each, sort) for each in found])
    return _asked_how(said, sentence) or _of_unit(said, sentence)


def _asked_how(said: Utterance, sentence: Sentence) -> Query | None:
    """Read `how late did she pay?`, of what is declared with that word: `she paid 9 days late`."""
    words = sentence.words
    if not words or words[0].text != "how":
        return None
    if len(words) < 2 or words[1].text in word_lists().stop:
        return None
    found = told(said, content_of(said, sentence, {0}), Sort.NUMBER) or _like(said, sentence)
    return offered([asking(each, Sort.NUMBER) for each in found]) if found else None


def _like(said: Utterance, sentence: Sentence) -> list[Statement]:
    """List what tells what something is like that is named: `how strong is the wind?`."""
    content, named = content_of(said, sentence, dimensions.takes(sentence)), _named(said)
    if not dimensions.takes(sentence):
        return []
    measures = dimensions.told_by(said, sentence, content)
    found = [_holding(said, p.id, named - _counts(said, p), Sort.NUMBER) for p in measures]
    return found[0] if len(found) == 1 else []


def _predicate(said: Utterance, statement: Statement) -> Predicate:
    return said.context.case.rulebase.vocabulary.predicates[statement.predicate]


def _of_unit(said: Utterance, sentence: Sentence) -> Query | None:
    """Offer what holds of all that is named, where only that has a number of what is counted."""
    cue = next(iter(cues.group("values", "number").find([w.stem for w in sentence.words])), None)
    counted = _counted(sentence, cue.end) if cue else ""
    named = {*said.entities}
    points = any(word.text in words_of("pointing_things") for word in sentence.words)
    about = points or content_of(said, sentence, cue.places if cue else ()) - {counted}
    if not counted or not (about or named - _called_by(said, counted)):
        return None
    found = [
        each
        for predicate in said.context.case.rulebase.vocabulary.predicates.values()
        if counted in map(stem, units([predicate]))
        for each in _holding(said, predicate.id, named - _counts(said, predicate), Sort.NUMBER)
        if named - _counts(said, predicate) <= {*each.arguments}
    ]
    if not found:
        return None
    query = offered([asking(each, Sort.NUMBER) for each in found])
    return replace(query, clarify=True, confidence=UNSURE)


def _counted(sentence: Sentence, end: int) -> str:
    """Return the stem of what a cue that ends there counts: `how many …`; empty if nothing."""
    words = sentence.words
    if words[end - 1].text not in words_of("counting"):
        return ""
    return next((word.stem for word in words[end:] if word.text not in words_of("counted_of")), "")


def _counts(said: Utterance, predicate: Predicate) -> set[str]:
    """Return who is named by the word for what a predicate has a number of: `{n} members vote`.

    It is asked how many of them there are, not of them.
    """
    return set[str]().union(*(_called_by(said, stem(each)) for each in units([predicate])))


def _called_by(said: Utterance, counted: str) -> set[str]:
    """Return who goes by a word in a text where that only says what is counted."""
    return {
        entity
        for sentence in said.said
        for mention in said.mentions(sentence)
        if sentence.words[mention.end - 1].stem == counted
        and _counted(sentence, _last_small(sentence, mention.start)) == counted
        for entity in mention.entities
    }


def _last_small(sentence: Sentence, place: int) -> int:
    """Return where those words end before a place that only lead to what is counted."""
    small = words_of("counted_of")
    return max(
        (p for p in range(1, place + 1) if sentence.words[p - 1].text not in small), default=0
    )


def _counts_others(said: Utterance, statement: Statement, counted: str) -> bool:
    """Tell whether something else is counted than what a statement has a number of.

    A word that it does not have may well be another for that.
    """
    predicate = said.context.case.rulebase.vocabulary.predicates[statement.predicate]
    if not counted or counted in map(stem, things_counted(predicate)):
        return False
    kinds = {stem(kind) for slot in predicate.slots for kind in slot.kinds}
    says = (predicate.says, *predicate.also)
    return counted in kinds.union(*map(words_of_template, says))


def compared(said: Utterance) -> Query | None:
    """Read a question that holds the day or number in what holds against another."""
    if len(said.said) != 1 or said.parts.stance is not None:
        return None
    (sentence,) = said.said
    words = [word.text for word in sentence.words]
    lists = word_lists()
    if not words or words[0] not in lists.auxiliaries or not lists.negation.isdisjoint(words):
        return None
    for value in against(said, sentence):
        said_so = content_of(said, sentence, value.places)
        found = told(said, said_so, value.sort) or _like_read(said, value)
        fitting = [_comparing(each, value) for each in found if _is_in(said, each, value.unit)]
        queries = [each for each in fitting if each is not None]
        if queries:
            return offered(queries)
    return None


def asking(statement: Statement, sort: Sort) -> Query:
    """Ask for the day or number of a statement."""
    if sort is Sort.DATE:
        return Query(Intent.WHEN, statement, confidence=ANSWERED)
    place = places(statement, sort)[0]
    return Query(Intent.ASK, statement, confidence=ANSWERED, value=Value(place))


def _comparing(statement: Statement, value: Against) -> Query | None:
    found = places(statement, value.sort)
    if len(found) != 1:
        return None
    against = Value(found[0], value.relation, value.other)
    return Query(Intent.ASK, statement, confidence=ANSWERED, value=against)


def offered(queries: Sequence[Query]) -> Query:
    """Ask of the first, asking back where others differ in more than their value."""
    first, *others = queries
    rest = [each for each in others if _is_apart(first.statement, each.statement)]
    return one_or_which([first, *rest], UNSURE)


def _is_apart(one: Statement | None, other: Statement | None) -> bool:
    """Tell whether two statements differ in something else than days and numbers."""
    if one is None or other is None or one.predicate != other.predicate:
        return True
    pairs = zip(one.arguments, other.arguments, strict=True)
    return any(a != b and sort_of(a) not in RELATIONS for a, b in pairs)


def places(statement: Statement, sort: Sort) -> list[int]:
    """List the places of days, or of numbers, in a statement."""
    return [place for place, term in enumerate(statement.arguments) if sort_of(term) is sort]


def content_of(said: Utterance, sentence: Sentence, taken: Container[int]) -> frozenset[str]:
    """Return the stems of a sentence that neither name anybody nor only build it."""
    named = {place for m in said.mentions(sentence) for place in range(m.start, m.end)}
    small = word_lists().stop
    return frozenset(
        word.stem
        for place, word in enumerate(sentence.words)
        if place not in taken and place not in named and word.text not in small
    )


def _named(said: Utterance) -> set[str]:
    return {*said.entities} or {*followups.pointed_at(said.context, said.said)}


def _holding(said: Utterance, predicate: str, named: set[str], sort: Sort) -> list[Statement]:
    """List what holds of a predicate that is about all that is named, and has such a value.

    Where nothing is about several of one kind at once, it is about one of them.
    """
    found = [
        each
        for each in said.context.case.graph.statements
        if each.predicate == predicate and places(each, sort) and said.context.holds(each)
    ]
    kinds = said.context.index.names.kinds
    about = [each for each in found if named.issubset(each.arguments)]
    wanted = {kinds.get(entity) for entity in named}
    return about or [
        each
        for each in found
        if wanted == {kinds.get(entity) for entity in named.intersection(each.arguments)}
    ]


def told(said: Utterance, content: frozenset[str], sort: Sort) -> list[Statement]:
    """List what holds and says all that a text says, of the predicate that says least besides."""
    named, found = _named(said), dict[float, list[Statement]]()
    words = {word.text for sentence in said.said for word in sentence.words}
    if not named and not words.isdisjoint(words_of("personal")):
        return []
    for predicate in said.context.case.rulebase.vocabulary.predicates.values() if content else ():
        share = max(_shares(predicate, content), default=0.0)
        apart = _counts(said, predicate)
        enough = share > 0 if named else share >= HALF
        statements = _holding(said, predicate.id, named - apart, sort) if enough else []
        if statements:
            found.setdefault(share, []).extend(statements)
    return found[max(found)] if found else []


def _shares(predicate: Predicate, content: frozenset[str]) -> Iterator[float]:
    """Go through the shares of what a predicate's sentences say that some words make up.

    The kinds of what it is about may be named as well, and what it counts goes without saying:
    `how much does the road cost?` of `{road} costs {price} million pounds`.
    """
    kinds = {stem(kind) for slot in predicate.slots for kind in slot.kinds}
    plain = kinds | {*map(stem, words_of("money"))}
    for says in (predicate.says, *predicate.also):
        words = words_of_template(says)
        least = content - (plain - words)
        if least and least <= words:
            yield len(least) / len(words - ({*map(stem, units([predicate]))} - least))


def _put_otherwise(said: Utterance, sort: Sort, loosely: bool) -> list[Statement]:
    """List what holds and is read from a text in other words than it is declared with."""
    readings = said.whole.readings(Intent.ASK) if loosely else []
    for reading in readings:
        if reading.score < NEAR_BEST * readings[0].score:
            break
        if places(reading.statement, sort) and reading.told >= GUESSED:
            predicate = said.context.case.rulebase.vocabulary.predicates[
                reading.statement.predicate
            ]
            return _holding(said, predicate.id, _named(said) - _counts(said, predicate), sort)
    return []


def _like_read(said: Utterance, value: Against) -> list[Statement]:
    """List what holds and differs from what a text is read as in no more than the value."""
    first = next(iter(said.whole.readings(Intent.ASK)), None)
    if first is None or not places(first.statement, value.sort):
        return []
    kinds = said.context.index.names.kinds
    fitting = {kinds.get(term) for term in first.statement.arguments}
    named = {entity for entity in _named(said) if kinds.get(entity) in fitting}
    return _holding(said, first.statement.predicate, named, value.sort)


def against(said: Utterance, sentence: Sentence) -> Iterator[Against]:
    """Go through what follows on words that compare."""
    stems = [word.stem for word in sentence.words]
    found = cues.group("relations").find(stems)
    for start, end, term in _literals(said, [word.text for word in sentence.words]):
        sort = sort_of(term)
        named = {place for m in said.mentions(sentence) for place in range(m.start, m.end)}
        counts = sort is Sort.NUMBER and end < len(stems) and end not in named
        unit = stems[end] if counts and sentence.words[end].text not in word_lists().stop else ""
        behind = end + 1 if unit else end
        for cue in found:
            relation = RELATIONS[sort].get(cue.group)
            if relation is not None and cue.end == start:
                whole = last_day(term) if relation in _UP_TO and sort is Sort.DATE else term
                yield Against(sort, relation, whole, frozenset(range(cue.start, behind)), unit)


def has_unit(said: Utterance, value: Against) -> bool:
    """Tell whether a number is held against one of something that statements have a number of."""
    predicates = said.context.case.rulebase.vocabulary.predicates.values()
    return bool(value.unit) and value.unit in {stem(each) for each in units(predicates)}


def _is_in(said: Utterance, statement: Statement, unit: str) -> bool:
    """Tell whether a statement has a number of just that: metres are no kilometres."""
    predicate = said.context.case.rulebase.vocabulary.predicates[statement.predicate]
    told = map(words_of_template, (predicate.says, *predicate.also))
    return not unit or unit in frozenset[str]().union(*told)


def _literals(said: Utterance, words: Sequence[str]) -> Iterator[tuple[int, int, Term]]:
    """Go through the days and numbers of a sentence, and where each stands."""
    found = said.context.matcher.foreseen.literals.find(words)
    known = {place for mention in found for place in range(mention.start, mention.end)}
    for mention in found:
        term = _as_said(words[mention.start : mention.end]) or mention.entities[0]
        if sort_of(term) in RELATIONS:
            yield mention.start, mention.end, term
    for place, word in enumerate(words):
        if place not in known and word.isdigit():
            yield place, place + 1, word
            if len(word) == YEAR:
                yield place, place + 1, f"{word}-01"
                yield place, place + 1, f"{word}-12"


def _as_said(words: Sequence[str]) -> Term:
    """Return the day or month that words name whole; empty where they leave out the year."""
    year, month, day = day_parts([word for word in words if word != "of"]) or ("", "", "")
    return "-".join(filter(None, (year, month, day))) if year and month else ""
