"""What a turn comes to, what it is about, and whether a query still means something."""

from __future__ import annotations

from arguendo.case import Case
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Query
from arguendo.statements import Statement
from arguendo.wording.page import Page, Role


def outcome(page: Page) -> str:
    """Tell in a line what a step on the stage came to."""
    blocks = page.of(Role.REASON) or page.of(Role.ANSWER)
    return " ".join(line for block in blocks[:1] for line in block.lines)


def goal_of(given: Answer) -> Statement | None:
    """Return the statement that an answer explains, or else is about."""
    if given.proof is not None:
        return given.proof.goal
    if given.why_not is not None:
        return given.why_not.goal
    return given.query.statement if given.standing is not None else None


def fits(case: Case, query: Query) -> bool:
    """Tell whether a query is about statements, entities and scenarios that a case knows."""
    rulebase = case.rulebase
    statements = [*query.assume, *([query.statement] if query.statement else [])]
    return (
        all(rulebase.vocabulary.fits(each) for each in statements)
        and all(each in rulebase.scenario for each in query.scenarios)
        and all(each in rulebase.vocabulary.entities for each in (query.entity, query.by) if each)
    )
