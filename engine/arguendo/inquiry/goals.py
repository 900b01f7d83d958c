"""Which conclusion a question is about that names none."""

from __future__ import annotations

from arguendo.case import Case
from arguendo.explanation.order import reading_order
from arguendo.explanation.questions import open_questions
from arguendo.explanation.requirements import deciders
from arguendo.statements import Statement


def main_conclusion(case: Case) -> Statement | None:
    """Return the conclusion that stands on the longest chain and is not advice."""
    order = reading_order(case.graph)
    for number in reversed(order):
        statement = case.graph.statements[number]
        if case.graph.concluding[number] and not is_advice(case, statement):
            return statement
    return None


def in_reach(case: Case, actor: str | None) -> Statement | None:
    """Return the farthest conclusion not drawn yet on which something bears that an actor decides.

    None when there is no such conclusion, or no actor.
    """
    who = deciders(case, actor) if actor else frozenset()
    theirs = {q for q in open_questions(case) if case.rulebase.controller(q) in who}
    for number in reversed(reading_order(case.graph)) if theirs else ():
        statement = case.graph.statements[number]
        if (
            case.graph.concluding[number]
            and not case.holds(statement)
            and not is_advice(case, statement)
            and theirs.intersection(open_questions(case, statement))
        ):
            return statement
    return None


def is_advice(case: Case, statement: Statement) -> bool:
    """Tell whether a statement says what someone should do."""
    return statement.predicate in case.rulebase.advice
