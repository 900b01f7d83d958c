"""The path that a map lights: what an answer goes through, or where it comes to an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.why import Proof, why
from arguendo.explanation.why_not import Attempt, WhyNot, why_not
from arguendo.mapping.argument_map import EdgeKey, Kind
from arguendo.statements import Statement


@dataclass(frozen=True)
class Path:
    """Statements and edges that belong together; neither is more than is there."""

    statements: frozenset[Statement] = frozenset()
    edges: frozenset[EdgeKey] = frozenset()


NO_PATH = Path()


def path_to(case: Case, goal: Statement) -> Path:
    """Return the best argument for a statement or, where it does not hold, the nearest miss."""
    proof = why(case, goal)
    return of_proof(proof) if proof else of_absence(why_not(case, goal))


def of_proof(proof: Proof) -> Path:
    """Return the path of a proof's best argument."""
    steps = proof.steps[: proof.main]
    return Path(
        frozenset(step.claim for step in steps),
        frozenset((Kind.SUPPORT, ground, step.claim) for step in steps for ground in step.grounds),
    )


def of_absence(report: WhyNot) -> Path:
    """Return the path to what is missing, or in the way: of each conclusion the nearest miss."""
    edges = frozenset(_edges(report))
    ends = (end for _, source, target in edges for end in (source, target))
    return Path(frozenset((report.goal, *ends)), edges)


def _edges(report: WhyNot) -> Iterator[EdgeKey]:
    for attempt in report.attempts[:1]:
        yield from _of_attempt(attempt)
        for below in attempt.below:
            yield from _edges(below)
    for other in report.opposed_by:
        yield Kind.CONTRARY, other, report.goal
        yield Kind.CONTRARY, report.goal, other


def _of_attempt(attempt: Attempt) -> Iterator[EdgeKey]:
    for ground in _ground((*attempt.holds, *attempt.missing)):
        yield Kind.SUPPORT, ground, attempt.claim
    for rebuttal in attempt.rebuttals:
        for statement in _ground(rebuttal.statements):
            # Which of the two it is depends on the sign that it has in the rule.
            yield Kind.REBUTTAL, statement, attempt.claim
            yield Kind.LIFTING, statement, attempt.claim


def _ground(statements: Iterable[Statement]) -> Iterator[Statement]:
    return (statement for statement in statements if statement.is_ground)
