"""Answers about the day or number in a statement: which it is, and how it compares."""

from __future__ import annotations

from arguendo.case import Case
from arguendo.comparisons import holds
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Query, Value
from arguendo.statements import Sort, Statement, sort_of
from arguendo.wording.grammar import sentence, series
from arguendo.wording.statements import Speaker, in_text
from arguendo.wording.teller import Teller

MOST_VALUES = 4
"""Values that one answer names."""


def which(answer: Answer, goal: Statement, value: Value) -> str:
    """Name the value that is asked for, or tell how it compares, in one sentence.

    Nothing where no such value is known.
    """
    teller, found = Teller(answer.case), _alike(answer.case, goal)
    if not found:
        return ""
    if not value.relation:
        return sentence(series([teller.that(each) for each in found[:MOST_VALUES]]))
    fitting = [each for each in found if _compares(each, value)]
    lead = "yes" if fitting else "no"
    told = (fitting or found)[:MOST_VALUES]
    compared = [_compared(teller.speaker, each, value, bool(fitting)) for each in told[:1]]
    return sentence(f"{lead}, {series(compared)}: {series([teller.that(each) for each in told])}")


def other_values(case: Case, goal: Statement) -> list[Statement]:
    """List what holds and differs from a statement in one day or number."""
    return [each for each in _alike(case, goal) if _differing(each, goal) == 1]


def _differing(one: Statement, other: Statement) -> int:
    return sum(a != b for a, b in zip(one.arguments, other.arguments, strict=True))


def asked(speaker: Speaker, query: Query) -> str:
    """Put a question about a value as a sentence with what is asked in its place."""
    goal, value = query.statement, query.value
    if goal is None or value is None:
        return "Is it so?"
    if not value.relation:
        what = "how many" if sort_of(goal.arguments[value.place]) is Sort.NUMBER else "which day"
        said = speaker.says(_put(goal, value, what))
        return f"{said[:1].upper()}{said[1:]}?"
    than = f"{value.relation.removeprefix('is ')} {speaker.name(value.other)}"
    return speaker.asks(_put(goal, value, than))


def _put(goal: Statement, value: Value, words: str) -> Statement:
    arguments = (*goal.arguments[: value.place], in_text(words), *goal.arguments[value.place + 1 :])
    return Statement(goal.predicate, arguments)


def _alike(case: Case, goal: Statement) -> list[Statement]:
    """List what holds and differs from a statement in days and numbers only, itself first."""
    sorts = (Sort.NUMBER, Sort.DATE)
    kept = [sort_of(term) not in sorts and term for term in goal.arguments]
    found = [
        each
        for each in case.graph.statements
        if each.predicate == goal.predicate
        and [sort_of(term) not in sorts and term for term in each.arguments] == kept
        and case.holds(each)
    ]
    return sorted(found, key=lambda each: each != goal)


def _compares(statement: Statement, value: Value) -> bool:
    return holds(statement.arguments[value.place], value.relation, value.other)


def _compared(speaker: Speaker, statement: Statement, value: Value, so: bool) -> str:
    """Say how a value compares: `640 is more than 600`, `640 is not more than 700`."""
    mine, relation = speaker.name(statement.arguments[value.place]), value.relation
    if not so:
        negated = relation.startswith("is not ")
        relation = relation.replace("is not ", "is ") if negated else f"is not {relation[3:]}"
    return f"{mine} {relation} {speaker.name(value.other)}"
