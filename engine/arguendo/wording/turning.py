"""Why the main changes of a supposition come about: each with its nearest grounds, in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.explanation.changes import Change
from arguendo.explanation.why import why
from arguendo.explanation.why_not import why_not
from arguendo.valuation import Basis, Status
from arguendo.wording.grammar import capital, sentence
from arguendo.wording.obstacles import by_rule, obstacle
from arguendo.wording.page import Block, Role
from arguendo.wording.reasons import because, grounds_in_turn
from arguendo.wording.shifts import by_reach
from arguendo.wording.teller import Teller

MOST_CHANGES = 3
"""Changes that are explained: those that reach farthest."""


def why_it_turns(teller: Teller, changes: Sequence[Change]) -> Iterator[Block]:
    """Explain the most far-reaching changes, a block each."""
    for change in by_reach(teller, changes)[:MOST_CHANGES]:
        lines = tuple(dict.fromkeys(_explained(teller, change)))
        if lines:
            yield Block(Role.REASON, lines, capital(_heading(teller, change)))


def _heading(teller: Teller, change: Change) -> str:
    says = teller.says(change.statement)
    if change.after.status in (Status.HOLDS, Status.CONTESTED):
        return f"why {says}"
    return f"why it is no longer so that {says}" if change.before.degree else f"whether {says}"


def _explained(teller: Teller, change: Change) -> Iterator[str]:
    """Give the nearest grounds of what now holds, or what keeps from holding what held."""
    goal = change.statement
    proof = why(teller.case, goal)
    if proof is not None:
        first = proof.steps[0]
        given = because(teller, first) if first.basis is Basis.RULE else ""
        yield sentence(", ".join(filter(None, [teller.as_such(goal), given])))
        yield from grounds_in_turn(teller, proof)
        return
    rivals = [each for each in teller.case.contraries(goal) if teller.case.holds(each)]
    for rival in rivals[:1]:
        proof = why(teller.case, rival)
        given = because(teller, proof.steps[0]) if proof else ""
        yield sentence(", ".join(filter(None, [teller.as_such(rival), given])))
    rules = by_rule(why_not(teller.case, goal))
    if rules:
        yield sentence(f"{teller.that(goal)}: {obstacle(teller, rules[0])}")
