"""Statements that a clause makes of somebody, or of a day, of whom or which nothing is known.

What is foreseen is read first: that Grace gives up her citizenship. Where a clause leaves out its
subject, or names another day, the same is said of that one: `Harold tears it up and renounces`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from arguendo.conversation.context import Context
from arguendo.conversation.english.numerals import is_figure, small
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Word, plain_words
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.statements.literals import is_value
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement
from arguendo.vocabulary.words import is_date


def of_subject(
    context: Context,
    words: Sequence[str],
    readings: list[Reading],
    subjects: Callable[[], Iterable[str]],
) -> list[Reading]:
    """Say of the subject what a clause that names no one says, rather than of who is not spoken of.

    Only what is said of one person alone is moved; `subjects` tells who may be meant, best first.
    """
    kinds = context.index.names.kinds
    if not readings or len(readings[0].statement.arguments) != 1:
        return readings
    first = readings[0]
    owner = first.statement.arguments[0]
    if owner not in context.index.names.people:
        return readings
    named = {e for m in context.index.names.find(words) for e in m.entities}
    if any(kinds.get(each) == kinds.get(owner) for each in named):
        return readings
    found = next((each for each in subjects() if kinds.get(each) == kinds.get(owner)), owner)
    return _instead(context, readings, Statement(first.statement.predicate, (found,)))


def on_day(context: Context, words: Sequence[str], readings: list[Reading]) -> list[Reading]:
    """Say of the day, or the number, that a clause names what it says of another one.

    So it does of the other of two where it denies it of one: `60 days at most, not 120`.
    """
    readings = [each for each in readings if not _is_how_much_it_changes(context, words, each)]
    if not readings:
        return readings
    counted = of_number(context, words, readings[0])
    if counted is not readings[0]:
        return [counted, *(r for r in readings[1:] if r.statement != counted.statement)]
    statement = readings[0].statement
    old = [each for each in statement.arguments if is_value(each)]
    if len(old) != 1 or not any(map(is_value, words)):
        return readings
    told = context.matcher.foreseen.literals.find(words)
    sure = [m.entities[0] for m in told if len(m.entities) == 1 and m.entities[0] != old[0]]
    new = next((each for each in sure if is_date(each) is is_date(old[0])), None)
    named = any(old[0] in mention.entities for mention in told)
    if new is None or (named and readings[0].positive):
        return readings
    if named:
        readings = [replace(readings[0], positive=True), *readings[1:]]
    moved = tuple(new if each == old[0] else each for each in statement.arguments)
    return _instead(context, readings, Statement(statement.predicate, moved))


def _is_how_much_it_changes(context: Context, words: Sequence[str], reading: Reading) -> bool:
    """Tell whether a clause has the number of a statement behind *by*, which that does not say."""
    behind = (_number(after) for word, after in pairwise(words) if word == "by")
    if {*behind}.isdisjoint(reading.statement.arguments):
        return False
    predicate = context.case.rulebase.vocabulary.predicates[reading.statement.predicate]
    return not any(f"by {{{s.name}}}" in predicate.says for s in predicate.slots)


def of_number(context: Context, words: Sequence[str], reading: Reading) -> Reading:
    """Say of the number that a clause counts with no unit what it says of another: `if six do`.

    It stands before a word of the statement's own sentence, or before none: not `six weeks`.
    """
    statement = reading.statement
    old = [each for each in statement.arguments if is_figure(each)]
    if len(old) != 1 or context.matcher.foreseen.literals.find(words):
        return reading
    if not reading.positive and _denies(context, words, statement):
        return reading
    places = [place for place, word in enumerate(words) if _number(word)]
    if len(places) != 1 or not _counts(context, words[places[0] + 1 :], statement):
        return reading
    new = _number(words[places[0]])
    moved = tuple(new if each == old[0] else each for each in statement.arguments)
    other = Statement(statement.predicate, moved)
    fits = context.case.rulebase.vocabulary.fits(other)
    return replace(reading, statement=other, positive=True) if fits else reading


def _denies(context: Context, words: Sequence[str], statement: Statement) -> bool:
    """Tell whether any word of a clause denies, or stands only in how a statement is denied."""
    predicate = context.case.rulebase.vocabulary.predicates[statement.predicate]
    own = _stems(predicate.denies) - _stems(predicate.says)
    return not word_lists().negation.isdisjoint(words) or not own.isdisjoint(map(stem, words))


def _stems(*texts: str) -> set[str]:
    return {stem(word) for text in texts for word in plain_words(text)}


def _number(word: str) -> str:
    """Return a number in figures; empty where a word names none, as *one* does not by itself."""
    return word if is_figure(word) else small(word) if word != "one" else ""


def _counts(context: Context, after: Sequence[str], statement: Statement) -> bool:
    """Tell whether a number counts what a statement counts, by what stands after it."""
    if not after or after[0] == "of":
        return True
    predicate = context.case.rulebase.vocabulary.predicates[statement.predicate]
    return stem(after[0]) in _stems(predicate.says, *predicate.also)


def than(context: Context, span: Sequence[Word], denied: bool, last: Reading) -> Reading | None:
    """Deny of another day, or number, what was said last: `on 1 May rather than on 2 June`.

    The clause names that other one and says nothing else.
    """
    words = [word.text for word in span]
    told = context.matcher.foreseen.literals.find(words)
    if len(told) != 1 or len(told[0].entities) != 1 or not last.positive:
        return None
    lists, other = word_lists(), told[0].entities[0]
    left = [word for p, word in enumerate(words) if not told[0].start <= p < told[0].end]
    small = (lists.stop | lists.negation) - lists.auxiliaries
    denies = lists.negation.isdisjoint(left) is denied
    new = [e for e in last.statement.arguments if is_value(e) and is_date(e) is is_date(other)]
    if not denies or len(new) != 1 or new[0] == other or any(word not in small for word in left):
        return None
    moved = tuple(other if each == new[0] else each for each in last.statement.arguments)
    statement = Statement(last.statement.predicate, moved)
    fits = context.case.rulebase.vocabulary.fits(statement)
    return replace(last, statement=statement, positive=False) if fits else None


def _instead(context: Context, readings: list[Reading], statement: Statement) -> list[Reading]:
    """Put a statement where the best reading's stands, if the rule base could speak of it."""
    first, *others = readings
    if statement == first.statement or not context.case.rulebase.vocabulary.fits(statement):
        return readings
    return [
        replace(first, statement=statement),
        *(each for each in others if each.statement != statement),
    ]
