"""What else turns on a statement when an open question is answered with yes."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from arguendo.case import Case
from arguendo.explanation.changes import Elsewhere, changes
from arguendo.explanation.questions import open_questions
from arguendo.statements import Statement

_MOST_QUESTIONS = 24
"""Open questions that are tried."""


def elsewhere(case: Case, statement: Statement, known: Collection[Statement]) -> Elsewhere | None:
    """Find the first open question with which more turns on a statement than is `known`."""
    others = (each for each in open_questions(case) if each not in {statement, *known})
    for given in islice(others, _MOST_QUESTIONS):
        supposed = case.assume(given)
        found = changes(supposed.suppose_away(statement), supposed.assume(statement))
        new = tuple(each for each in found if each.statement not in {statement, *known})
        if new:
            return Elsewhere(given, new)
    return None
