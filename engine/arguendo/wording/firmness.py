"""How sure an answer is, told before all else: `are you sure?`."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.explanation.why import Proof
from arguendo.inquiry.answer import Answer
from arguendo.statements import Statement
from arguendo.valuation import Basis, Standing, Status
from arguendo.wording import degrees
from arguendo.wording.grammar import sentence
from arguendo.wording.outlook import how_firm, would_fall, would_hold
from arguendo.wording.page import Block, Role
from arguendo.wording.reasons import speaks_for, weakest
from arguendo.wording.teller import Teller


def how_sure(answer: Answer) -> Iterator[Block]:
    """Word how sure it is that a statement holds or not, what that rests on, what could change."""
    goal, standing = answer.query.statement, answer.standing
    if goal is None or standing is None:
        return
    teller = Teller(answer.case)
    yield Block(Role.ANSWER, (sentence(_direct(teller, answer, goal, standing)),))
    reasons = tuple(_grounds(teller, answer.proof)) if answer.proof else ()
    if reasons:
        yield Block(Role.REASON, reasons)
    outlook: list[str] = []
    if standing.basis not in (Basis.FACT, Basis.ASSUMPTION):
        outlook += how_firm(answer)
    if standing.status is Status.HOLDS:
        outlook += would_fall(answer)
    elif answer.requirements:
        outlook += would_hold(teller, goal, answer.requirements.found)
    if outlook:
        yield Block(Role.OUTLOOK, tuple(dict.fromkeys(outlook)))


def _grounds(teller: Teller, proof: Proof) -> Iterator[str]:
    """Say what a conclusion rests on, how sure that is, and what is weakest in it."""
    if proof.steps[0].rule is not None:
        yield from speaks_for(teller, proof)
    yield from weakest(teller, proof)


def _direct(teller: Teller, answer: Answer, goal: Statement, standing: Standing) -> str:
    """Say the degree in one sentence, and what it can be trusted as."""
    says = teller.says(goal)
    if standing.status is Status.CONTESTED:
        return f"not sure: {teller.that(goal)}"
    if standing.status is Status.DOES_NOT_HOLD:
        rivals = [each for each in teller.case.contraries(goal) if teller.case.holds(each)]
        against = f": {teller.as_such(rivals[0])}" if rivals else " by assumption"
        return f"{teller.speaker.denies(goal)}, as surely as its contrary holds{against}"
    if standing.status is Status.NOT_ESTABLISHED:
        return f"as sure as the facts and rules at hand: they do not establish that {says}"
    if standing.basis is Basis.FACT:
        return f"as sure as the report: {teller.that(goal)}"
    if standing.basis is Basis.ASSUMPTION:
        return f"not sure at all, only assumed: {says}"
    if standing.degree >= teller.scale.top:
        return f"as sure as what it rests on: {says}"
    robust = answer.robustness
    settled = robust is None or (robust.always and robust.best == standing.degree)
    limit = "" if settled else ", not more"
    return f"{degrees.plain(teller.scale, standing.degree)}{limit}: {says}"
