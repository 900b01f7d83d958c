"""What a turn comes to, what it is about, and whether a query still means something."""

from __future__ import annotations

from arguendo.case import Case
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Query
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.valuation import Standing
from arguendo.wording.grammar import counted
from arguendo.wording.page import Page, Role
from arguendo.wording.teller import Teller


def outcome(page: Page) -> str:
    """Tell in a line what a step on the stage came to."""
    blocks = page.of(Role.REASON) or page.of(Role.ANSWER)
    return " ".join(line for block in blocks[:1] for line in block.lines)


def change_told(before: Standing | None, now: Answer) -> str:
    """Tell how an answer that is given anew differs from the one before; empty without one."""
    if before is None or now.standing is None:
        return ""
    teller = Teller(now.case)
    was, stands = teller.short(before), teller.short(now.standing)
    if was == stands:
        return f"That changes nothing here: it is still {stands}."
    return f"Before: {was}. Now: {stands}."


def goal_of(given: Answer) -> Statement | None:
    """Return the statement that an answer explains, or else is about."""
    if given.proof is not None:
        return given.proof.goal
    if given.why_not is not None:
        return given.why_not.goal
    return given.query.statement if given.standing is not None else None


def tally(base: RuleBase) -> str:
    """Count what a rule base holds."""
    rules, facts = counted(len(base.rules), "rule"), counted(len(base.facts), "fact")
    return f"{rules}, {facts}, {counted(len(base.questions), 'open question')}"


def fits(case: Case, query: Query) -> bool:
    """Tell whether a query is about statements, entities and scenarios that a case knows."""
    rulebase = case.rulebase
    statements = [*query.assume, *([query.statement] if query.statement else [])]
    return (
        all(rulebase.vocabulary.fits(each) for each in statements)
        and all(each in rulebase.scenario for each in query.scenarios)
        and all(each in rulebase.vocabulary.entities for each in (query.entity, query.by) if each)
    )
