"""Questions for deadlines: `by when must Ann file?`, `is 30 April too late for Ben?`.

A deadline is a day that holds of somebody and that a rule says another day must not be after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.english import sayings
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking.offering import one_or_which
from arguendo.conversation.readers import followups, values
from arguendo.conversation.statements.literals import day_parts
from arguendo.conversation.statements.sentences import words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.deadlines import Deadline, deadlines
from arguendo.inquiry.query import Intent, Query, Value
from arguendo.statements import Term
from arguendo.vocabulary.words import is_date

_TOO_LATE, _IN_TIME = "is before", "is not before"
"""How a deadline compares with a day after it, and with one that will do."""
MOST_READ = 3
"""Readings of a question that are looked at for a day up to which something goes."""
_UP_TO = words_of("up_to_when")


def read(said: Utterance) -> Query | None:
    """Read a question for a deadline, or whether a day keeps it; None where nothing has one."""
    if len(said.said) != 1 or said.parts.stance is not None or said.parts.assumed:
        return None
    (sentence,) = said.said
    stems = [word.stem for word in sentence.words]
    places, day = _day(said)
    for group, relation in (("by", ""), ("late", _TOO_LATE), ("timely", _IN_TIME)):
        cue = next(iter(cues.group("deadlines", group).find(stems)), None)
        if cue is None:
            continue
        taken = frozenset((*cue.places, *places))
        found = _fitting(said, taken) if day or not relation else []
        found = found or ([] if relation else list(_put_so(said)))
        if found:
            return _asked([_query(each, relation, day if relation else None) for each in found])
        if group == "late" and day is None and (was := _was_late(said, taken)) is not None:
            return was
    return None


def _put_so(said: Utterance) -> Iterator[Deadline]:
    """Find the fact nearest to a text that is put with a day behind *until*, *by* or *before*.

    No rule needs to compare it: `the office takes applications until 30 May`.
    """
    for reading in said.whole.readings(Intent.WHEN)[:MOST_READ]:
        statement = reading.statement
        if not said.context.is_fact(statement):
            continue
        predicate = said.context.case.rulebase.vocabulary.predicates[statement.predicate]
        for place, slot in enumerate(predicate.slots):
            limits = any(_limits(says, slot.name) for says in (predicate.says, *predicate.also))
            if limits and is_date(statement.arguments[place]):
                yield Deadline(statement.predicate, statement, place)
                return


def _limits(says: str, slot: str) -> bool:
    """Tell whether a sentence puts a slot behind a word that says up to when."""
    before, found, _ = says.partition(f"{{{slot}}}")
    return bool(found) and not _UP_TO.isdisjoint(before.split()[-1:])


def _was_late(said: Utterance, taken: frozenset[int]) -> Query | None:
    """Read `was he too late?` of the day on which the one thing was done that has a deadline."""
    named = said.entities or followups.pointed_at(said.context, said.said)
    done = [
        (each, days[-1])
        for each in _fitting(said, taken)
        for fact in said.context.case.facts
        if fact.predicate == each.act and not set(named).isdisjoint(fact.arguments)
        if (days := [term for term in fact.arguments if is_date(term)])
    ]
    if len(done) != 1:
        return None
    ((found, day),) = done
    value = Value(found.place, _TOO_LATE, day)
    return Query(Intent.ASK, found.limit, value=value, confidence=values.ANSWERED)


def alone(said: Utterance) -> Query | None:
    """Read `until when?` of what does not hold yet: the deadline for what it takes."""
    context, goal = said.context, said.context.goal
    texts = [word.text for sentence in said.said for word in sentence.words]
    if goal is None or context.holds(goal) or not sayings.is_one(texts, "bare", "limiting"):
        return None
    acts = context.founded_on(goal.predicate)
    known = [d for entity in goal.arguments for d in deadlines(context.case, entity)]
    found = {each.limit: each for each in known if each.act in acts and _is_told(said, each)}
    return _asked([_query(each, "", None) for each in found.values()]) if found else None


def _is_told(said: Utterance, each: Deadline) -> bool:
    """Tell whether a deadline is a fact and for something that is still to be."""
    is_act = any(q.predicate == each.act for q in said.context.case.rulebase.question)
    return is_act and said.context.is_fact(each.limit)


def _query(found: Deadline, relation: str, day: tuple[str, str, str] | None) -> Query:
    if day is None:
        return Query(Intent.WHEN, found.limit, confidence=values.ANSWERED)
    own: Term = found.limit.arguments[found.place]
    year, month, number = day
    value = Value(found.place, relation, f"{year or own[:4]}-{month}-{number}")
    return Query(Intent.ASK, found.limit, value=value, confidence=values.ANSWERED)


def _asked(queries: Sequence[Query]) -> Query | None:
    """Ask of the one there is; of several it is asked back which is meant."""
    first = queries[0]
    if first.value is not None and not is_date(first.value.other):
        return None
    return one_or_which(queries, values.UNSURE)


def _day(said: Utterance) -> tuple[range, tuple[str, str, str] | None]:
    """Return the day that a question begins with, `is 30 April …?`, as far as said, and where."""
    words = said.said[0].words
    for size in (4, 3, 2):
        told = [word.text for word in words[1 : size + 1] if word.text != "of"]
        found = day_parts(told)
        if found and found[1] and found[2]:
            return range(1, size + 1), found
    return range(0), None


def _fitting(said: Utterance, taken: frozenset[int]) -> list[Deadline]:
    """List the deadlines of whom is spoken for what is spoken of; all if of nothing."""
    context = said.context
    named = said.entities or followups.pointed_at(context, said.said) or context.focus
    known = [each for entity in named for each in deadlines(context.case, entity)]
    found = list({each.limit: each for each in reversed(known)}.values())
    content = values.content_of(said, said.said[0], taken)
    predicates = context.case.rulebase.vocabulary.predicates

    def says(predicate: str) -> bool:
        sentences = (predicates[predicate].says, *predicates[predicate].also)
        return not content.isdisjoint(frozenset[str]().union(*map(words_of_template, sentences)))

    read = {each.statement.predicate for each in said.whole.readings(Intent.ASK)[:2]}
    meant = [each for each in known if each.act in read or says(each.act)]
    meant = meant or [each for each in known if says(each.limit.predicate)]
    return list({each.limit: each for each in meant}.values()) or ([] if content else found)
