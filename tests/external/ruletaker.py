"""RuleTaker and ProofWriter: theories of a closed and of an open world, with proofs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from arguendo.case import Case as Opening
from arguendo.explanation.why import why
from arguendo.statements import Statement
from tests.external import proofs
from tests.external.programs import Proven, codes, opened, read_text, sound
from tests.external.suites import Case, Count
from tests.external.theories import affirmed, closed_world, denied, open_world, stated

SUITE = "ruletaker-proofwriter-abduction.jsonl"

_BY_PROOF = {"proof": True, "inv-proof": False}
"""Which questions a proof answers: one of what is asked, or one of the opposite."""

_ANSWERS: Mapping[str | None, object] = {
    "holds": True,
    "does not hold": False,
    "not established": "Unknown",
}


def refusals(cases: Iterable[Case], folder: Path) -> Count:
    """Read the theories in which a rule says nothing of what its variable may be."""
    count = Count("RuleTaker, refusals", certified=None)
    for theory in cases:
        _, problems = read_text(closed_world(theory), folder)
        count.note(theory["id"], codes(problems), {"unsafe-variable"})
    return count


def closed_answers(cases: Iterable[Case], folder: Path) -> Count:
    """Answer the questions of closed worlds."""
    count = Count("RuleTaker, closed world: answers")
    for theory in cases:
        guarded = theory["category"] == "naf-needs-domain"
        case = opened(sound(closed_world(theory, guarded=guarded), folder))
        proven = Proven.of(case, [affirmed(each["lit"]) for each in theory["questions"]])
        for name, question in _questions(theory):
            lit = question["lit"]
            answer = (proven.status(affirmed(lit)) == "holds") == (lit[3] == "+")
            count.answer(name, answer, question["answer"], proven.flaw)
    return count


def open_answers(cases: Iterable[Case], folder: Path) -> Count:
    """Answer the questions of open worlds."""
    count = Count("ProofWriter, open world: answers")
    for theory in cases:
        case = opened(sound(open_world(theory), folder))
        proven = Proven.of(case, [stated(each["lit"]) for each in theory["questions"]])
        for name, question in _questions(theory):
            status = proven.status(stated(question["lit"]))
            count.answer(name, _ANSWERS.get(status, status), question["answer"], proven.flaw)
    return count


def depths(cases: Iterable[Case], folder: Path) -> Count:
    """Compare how deep the shallowest proof is: the rank of the statement in the certificate."""
    count = Count("RuleTaker, depths of proofs")
    for _, _, proven, name, question in _proofs(cases, folder):
        count.answer(name, proven.ranks.get(_proved(question)), question["depth"], proven.flaw)
    return count


def listed(cases: Iterable[Case], folder: Path) -> Count:
    """See whether our best proof is one of those that are listed."""
    count = Count("RuleTaker, proofs among those given")
    for theory, case, proven, name, question in _proofs(cases, folder):
        theirs = proofs.alternatives(question.get("proofs", "[]"))
        if theirs:
            best = why(case, _proved(question))
            ours = best and proofs.ours(best, theory, absence=theory["world"] == "cwa")
            count.answer(name, ours, ours if ours in theirs else theirs, proven.flaw)
    return count


def _questions(theory: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, question in enumerate(theory["questions"]):
        yield f"{theory['set']}/{theory['id']}/{number}", question


def _proofs(
    cases: Iterable[Case], folder: Path
) -> Iterator[tuple[Case, Opening, Proven, str, dict[str, Any]]]:
    """Go through the questions that a proof answers; the other answers rest on there being none."""
    for theory in cases:
        is_closed = theory["world"] == "cwa"
        write = partial(closed_world, guarded=True, denials=True) if is_closed else open_world
        case = opened(sound(write(theory), folder))
        questions = [each for each in _questions(theory) if each[1].get("strategy") in _BY_PROOF]
        proven = Proven.of(case, [_proved(question) for _, question in questions])
        for name, question in questions:
            yield theory, case, proven, name, question


def _proved(question: dict[str, Any]) -> Statement:
    """Return the statement that is proved: what was asked, or the opposite when that is refuted."""
    lit = question["lit"]
    is_affirmed = _BY_PROOF[question["strategy"]] == (lit[3] == "+")
    return affirmed(lit) if is_affirmed else denied(lit)
