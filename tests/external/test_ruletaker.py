"""RuleTaker's theories of a closed world: which are refused, and what is true in the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.external.programs import codes, holding, read_text
from tests.external.suites import Count, cases
from tests.external.theories import closed_world, statement

SUITE = "ruletaker-proofwriter-abduction.jsonl"


def answer(theory: dict[str, Any], text: str, folder: Path, count: Count) -> None:
    rulebase, problems = read_text(text, folder)
    assert rulebase is not None, (theory["id"], codes(problems))
    held = holding(rulebase)
    for number, question in enumerate(theory["questions"]):
        ours = (statement(question["lit"]) in held) == (question["lit"][3] == "+")
        count.note(f"{theory['set']}/{theory['id']}/{number}", ours, question["answer"])


def test_theories_without_a_domain_are_unsafe(tmp_path: Path) -> None:
    count = Count("RuleTaker, refusals")
    for theory in cases(SUITE):
        if theory.get("category") == "naf-needs-domain":
            rulebase, problems = read_text(closed_world(theory), tmp_path)
            assert rulebase is None, theory["id"]
            count.note(theory["id"], codes(problems), {"unsafe-variable"})
    count.close()


def test_questions_have_their_answers(tmp_path: Path) -> None:
    count = Count("RuleTaker, answers")
    for theory in cases(SUITE):
        if theory.get("world") == "cwa":
            guarded = theory["category"] == "naf-needs-domain"
            answer(theory, closed_world(theory, guarded=guarded), tmp_path, count)
    count.close()
