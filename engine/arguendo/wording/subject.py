"""What a rule base is about: its title, what its author says of it, and what one can ask first."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.explanation.order import reading_order
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.goals import is_advice
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Sort, Statement, sort_of
from arguendo.wording.grammar import named, quoted, sentence
from arguendo.wording.outside import about
from arguendo.wording.page import Block, Role
from arguendo.wording.questions import query_in_words

MOST_ASKED = 5
"""Conclusions that are offered to ask about."""
MOST_NAMED = 8
"""People who are named."""


def subject(answer: Answer) -> Iterator[Block]:
    """Say what the rule base is about, of whom it speaks and what it can conclude."""
    rulebase = answer.case.rulebase
    title = rulebase.title or rulebase.name
    yield Block(Role.ANSWER, (sentence(f"this is about {quoted(title)}"),))
    if rulebase.about:
        yield Block(Role.REASON, about(answer))
    entities = rulebase.vocabulary.entities.values()
    people = [each.name for each in entities if each.is_person][:MOST_NAMED]
    if people:
        yield Block(Role.REASON, (sentence(f"it speaks of {named(people)}"),))
    asked = [query_in_words(Query(Intent.ASK, each), rulebase) for each in _main(answer)]
    yield Block(Role.LIST, tuple(asked), "What one can ask of it, above all")


def _main(answer: Answer) -> Iterator[Statement]:
    """Go through a conclusion of each sort, those at the ends of the longest chains first.

    What is said in so many words goes before what has a day or a number.
    """
    graph, found = answer.case.graph, dict[str, Statement]()
    for number in reversed(reading_order(graph)):
        statement = graph.statements[number]
        if not graph.concluding[number] or is_advice(answer.case, statement):
            continue
        known = found.get(statement.predicate)
        if known is None or answer.case.holds(statement) > answer.case.holds(known):
            found[statement.predicate] = statement
    ordered = sorted(found.values(), key=_has_figure)
    yield from ordered[:MOST_ASKED]


def _has_figure(statement: Statement) -> bool:
    return any(sort_of(term) is not Sort.ENTITY for term in statement.arguments)
