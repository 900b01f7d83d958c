"""What follows from a statement, in words: what it decides, and what it is a reason for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.explanation.changes import Change, Consequences, Elsewhere
from arguendo.explanation.in_vain import in_vain
from arguendo.graph import Inference
from arguendo.inquiry.answer import Answer
from arguendo.statements import Statement
from arguendo.wording.grammar import counted, quoted, sentence, series
from arguendo.wording.page import Block, Role
from arguendo.wording.rules import unmet as told_unmet
from arguendo.wording.shifts import change_blocks, far_reaching, turning_on
from arguendo.wording.teller import Teller

MOST_LINES = 6
"""Lines of one list in a short answer."""

MOST_CLAIMS = 3
"""Conclusions that one sentence names."""


def what_follows(answer: Answer) -> Iterator[Block]:
    """Word what a statement leads to; without one, that all conclusions are told as a list."""
    found = answer.consequences
    if found is None:
        return
    teller = Teller(answer.case)
    yield Block(Role.ANSWER, (sentence(_bearing(teller, found)),))
    reasons = [*_direct_uses(teller, found)]
    if reasons:
        yield Block(Role.REASON, tuple(reasons))
    if not _is_told(found.changes):
        yield from change_blocks(teller, found.changes, MOST_LINES)
    if found.elsewhere is not None:
        yield Block(Role.OUTLOOK, (_besides(teller, found.elsewhere),))


def _is_told(changes: Sequence[Change]) -> bool:
    """Tell whether the direct answer has said all of it: one thing that did not hold before."""
    return len(changes) == 1 and not changes[0].before.degree


def _bearing(teller: Teller, found: Consequences) -> str:
    says = teller.says(found.statement)
    if found.changes:
        so_far = found.elsewhere is not None
        return f"if {says}, {turning_on(teller, found.changes, so_far)}"
    if found.supports or found.rebuts:
        return f"as things stand, nothing hangs on whether {says}"
    if found.asked_by:
        return f"as things stand, nothing hangs on whether {says}: {_in_vain(teller, found)}"
    return f"no rule asks whether {says}, so nothing follows from it"


def _in_vain(teller: Teller, found: Consequences) -> str:
    """Say that a rule asks for a statement, and by what comparison it does not apply."""
    rule = found.asked_by[0]
    asks = f"{quoted(rule.title) if rule.title else 'a rule'} asks for it, but"
    for branch in rule.branches:
        for _, unmet in in_vain(teller.case, branch, {}, by_facts=True):
            told = next((each for each in unmet if each.given == found.statement), None)
            if told is not None:
                return f"{asks} {series(told_unmet(teller.speaker, told, is_known=True))}"
    return f"{asks} does not apply"


def _besides(teller: Teller, found: Elsewhere) -> str:
    """Say what else turns on a statement once an open question is answered with yes."""
    change = far_reaching(teller, found.changes) or found.changes[0]
    given, says = teller.says(found.given), teller.says(change.statement)
    return sentence(f"if {given}, whether {says} turns on it too")


def _direct_uses(teller: Teller, found: Consequences) -> Iterator[str]:
    supported = _claims(teller, found.supports)
    rebutted = [each for each in _claims(teller, found.rebuts) if each not in supported]
    if _is_told(found.changes) and supported == [found.changes[0].statement]:
        yield "It is a direct reason for that."
    elif supported:
        yield sentence(f"it counts directly as a reason to conclude {_some(teller, supported)}")
    if rebutted:
        yield sentence(f"it stands directly in the way of concluding {_some(teller, rebutted)}")


def _some(teller: Teller, claims: Sequence[Statement]) -> str:
    """Name conclusions in a sentence; of many the first two, and how many more there are."""
    if len(claims) <= MOST_CLAIMS:
        return teller.speaker.thats(claims)
    named = [teller.speaker.thats([each]) for each in claims[: MOST_CLAIMS - 1]]
    return series([*named, counted(len(claims) - len(named), "other thing")])


def _claims(teller: Teller, inferences: tuple[Inference, ...]) -> list[Statement]:
    statements = teller.case.graph.statements
    return list(dict.fromkeys(statements[inference.claim] for inference in inferences))
