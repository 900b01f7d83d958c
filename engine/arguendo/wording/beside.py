"""Days and numbers that are supposed beside those reported: what if they took their place?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from arguendo.explanation.changes import Change
from arguendo.explanation.variants import other_value
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement, Term
from arguendo.wording.grammar import series
from arguendo.wording.teller import Teller


def reported_beside(answer: Answer) -> dict[Statement, Term]:
    """Return the facts that differ from what is supposed in a day or number, with that."""
    supposed = (each for each, true in answer.query.assume.items() if true)
    found = (other_value(answer.case, each) for each in supposed)
    return dict(filter(None, found))


def replaced_by(answer: Answer) -> Iterator[tuple[Statement, Statement]]:
    """Go through the facts whose one value is supposed to be another, each with what says so."""
    predicates = answer.case.rulebase.vocabulary.predicates
    supposed_so = [each for each, true in answer.query.assume.items() if true]
    for old in answer.displaced:
        one = predicates.get(old.predicate)
        for new in supposed_so if one is not None and one.one else ():
            if one is not None and new.predicate == one.id and one.fixed(new) == one.fixed(old):
                yield old, new


def other_changes(answer: Answer) -> tuple[Change, ...]:
    """List what changes, but for the facts whose one value is now another: that is supposed."""
    known = dict(replaced_by(answer))
    return tuple(each for each in answer.changes if each.statement not in known)


def exchanged(answer: Answer) -> Answer | None:
    """Answer in short with what is supposed in the place of what is reported beside it.

    None where that makes no difference.
    """
    from arguendo.inquiry.answering import briefly

    query, away = answer.query, reported_beside(answer)
    if not away or query.intent is Intent.COMPARE:
        return None
    other = briefly(
        answer.before, replace(query, assume={**query.assume, **dict.fromkeys(away, False)})
    )
    if query.statement is not None and query.intent is not Intent.ASSUME:
        return other if other.standing != answer.standing else None
    told = tuple(change for change in other.changes if change.statement not in away)
    return replace(other, changes=told) if told != answer.changes else None


def standing_beside(answer: Answer) -> str:
    """Put as a condition that what is supposed stands beside what is reported."""
    speaker = Teller(answer.case).speaker
    values = [speaker.name(value) for value in reported_beside(answer).values()]
    return f"that stands beside the reported {series(values)}"
