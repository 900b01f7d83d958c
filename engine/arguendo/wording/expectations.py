"""What became of an expectation: what was expected, what came out, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.explanation.why import Step, why
from arguendo.explanation.why_not import why_not
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Intent, Query
from arguendo.scenarios import Expectation
from arguendo.span import Span
from arguendo.statements import Statement
from arguendo.testing.outcomes import Fault, Outcome
from arguendo.valuation import Standing, Status
from arguendo.wording.answers import word
from arguendo.wording.grammar import capital, named, sentence
from arguendo.wording.obstacles import obstacle
from arguendo.wording.page import Role
from arguendo.wording.reasons import weakest
from arguendo.wording.teller import Teller

MOST_STEPS = 12
"""Steps of a proof that are told; the others are counted."""


@dataclass(frozen=True)
class Failure:
    """An expectation that was not met, in words."""

    statement: str
    expected: str
    got: str
    why: tuple[str, ...]
    """A line each: the numbered steps of the proof, or what is missing."""
    span: Span | None

    @property
    def summary(self) -> str:
        """All but the reasons in one line."""
        return f"{self.statement}: expected {self.expected}, got {self.got}"


def failure(outcome: Outcome) -> Failure:
    """Put a failed expectation into words."""
    teller, expected = Teller(outcome.case), outcome.expectation
    return Failure(
        teller.says(expected.statement),
        wanted(teller, expected),
        _got(teller, outcome),
        tuple(_why(teller, outcome)),
        expected.span,
    )


def wanted(teller: Teller, expected: Expectation) -> str:
    """Say what was expected: status, degree, rule, what is missing."""
    degree = teller.scale.word(expected.degree) if expected.degree else None
    because = f"because of {expected.because}" if expected.because else None
    says = "; ".join(map(teller.says, expected.missing))
    missing = f"missing {says}" if says else None
    return ", ".join(filter(None, (expected.status, degree, because, missing)))


def stands(teller: Teller, standing: Standing) -> str:
    """Say how a statement stands: status, degree, and what that rests on."""
    basis = f"by {standing.basis.value}" if standing.basis else None
    parts = (standing.status.value, teller.scale.word(standing.degree), basis)
    return ", ".join(filter(None, parts))


def in_a_word(teller: Teller, standing: Standing) -> str:
    """Say how a statement stands with the one word that an expectation in a file would have."""
    degree = teller.scale.word(standing.degree) if standing.status is Status.HOLDS else None
    return degree or standing.status.value


def _got(teller: Teller, outcome: Outcome) -> str:
    parts, reason = [stands(teller, outcome.got)], outcome.reason
    if reason and reason.rules:
        parts.append(f"because of {', '.join(reason.rules)}")
    if reason and reason.unnamed:
        parts.append(f"not missing: {'; '.join(map(teller.says, reason.unnamed))}")
    return ", ".join(parts)


def _why(teller: Teller, outcome: Outcome) -> Iterator[str]:
    """Tell the proof of what holds, and of what does not hold what is in the way."""
    goal, reason = outcome.expectation.statement, outcome.reason
    if not outcome.case.holds(goal):
        yield from _why_not(outcome, goal)
        return
    yield from _proof(teller, goal, is_degree=bool(reason and Fault.DEGREE in reason.faults))
    if reason and Fault.BECAUSE in reason.faults:
        yield from _not_by(teller, goal, outcome.expectation.because or "")
    if outcome.got.status is Status.CONTESTED:
        for rival in filter(outcome.case.holds, outcome.case.contraries(goal)):
            yield sentence(f"against it: {teller.tagged(rival)}")
            yield from _proof(teller, rival, is_degree=False)


def _why_not(outcome: Outcome, goal: Statement) -> Iterator[str]:
    page = word(answer(outcome.case, Query(Intent.WHY_NOT, goal)))
    for block in page.of(Role.ANSWER, Role.REASON, Role.STEPS):
        yield from block.lines


def _proof(teller: Teller, goal: Statement, *, is_degree: bool) -> Iterator[str]:
    proof = why(teller.case, goal)
    if proof is None:
        return
    steps = proof.steps[: proof.main]
    for step in steps[:MOST_STEPS]:
        yield _step(teller, step)
    if len(steps) > MOST_STEPS:
        yield f"… and {len(steps) - MOST_STEPS} more steps"
    if is_degree:
        yield from weakest(teller, proof)


def _step(teller: Teller, step: Step) -> str:
    marks = "".join(f", {mark}" for mark in step.source)
    said = f"{step.n}. {capital(teller.says(step.claim))} ({teller.tag_of(step)}{marks})"
    if step.rule is None:
        return said
    uses = named([str(n) for n in dict.fromkeys(step.uses)])
    return f"{said}, by {step.rule.id}{f' from {uses}' if uses else ''}"


def _not_by(teller: Teller, goal: Statement, rule: str) -> Iterator[str]:
    """Say why the rule that was expected does not conclude the statement."""
    attempts = [each for each in why_not(teller.case, goal).attempts if each.rule.id == rule]
    said = obstacle(teller, attempts) if attempts else "it does not speak of this"
    yield sentence(f"the rule {rule} does not apply: {said}") if said else ""
