"""The case that a query is about: with what it assumes, and without what it takes back."""

from __future__ import annotations

from dataclasses import replace

from arguendo.case import Case
from arguendo.inquiry.query import Intent, Query, Step
from arguendo.scale import NONE


def assuming(case: Case, query: Query) -> Case:
    """Return the case a query is about: with what it assumes, without what it takes back."""
    if query.intent is Intent.RETRACT:
        return _retract(case, query)
    if query.intent is Intent.ASSUME and query.scenarios:
        case = case.choose(query.scenarios[0])
    if query.day is not None and (query.day or None) != case.as_of:
        case = case.on(query.day or None)
    if not query.assume:
        return case
    top = case.rulebase.scale.top
    made = {s: top if true else NONE for s, true in query.assume.items()}
    gone = [each for each in query.besides if each in case.assumptions]
    if not gone:
        return case.assume_all(made)
    return replace(case.retract(*gone).assume_all(made), past=case)


def _retract(case: Case, query: Query) -> Case:
    if query.back is Step.UNDO:
        return case.undo()
    if query.back is Step.RESET:
        return case.reset()
    if query.assume:
        return case.assume_all(dict.fromkeys(query.assume, NONE))
    taken = [statement for statement in query.taken if statement in case.assumptions]
    return case.retract(*taken) if taken else case
