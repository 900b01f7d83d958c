"""AbcDatalog's tests: what must be refused, for the right reason, and answers to queries."""

from __future__ import annotations

from pathlib import Path

from tests.external import datalog
from tests.external.programs import codes
from tests.external.suites import Count, cases

SUITE = "abcdatalog.jsonl"


def test_what_must_be_refused_is_refused_for_its_reason(tmp_path: Path) -> None:
    count = Count("AbcDatalog, refusals")
    for case in cases(SUITE):
        if case["error"]:
            rulebase, problems = datalog.program(case["program"]).read(tmp_path)
            reason = "circular-rebuttal" if "Unstratifiable" in case["id"] else "unsafe-variable"
            assert rulebase is None, case["id"]
            count.note(case["id"], codes(problems), {reason})
    count.close()


def test_queries_have_their_answers(tmp_path: Path) -> None:
    count = Count("AbcDatalog, answers")
    for case in cases(SUITE):
        if not case["error"]:
            program = datalog.program(case["program"])
            pattern = datalog.pattern(program, case["query"])
            rulebase, problems = program.read(tmp_path)
            assert rulebase is not None, (case["id"], codes(problems))
            # One case writes its answers under another predicate than it asks for.
            answers = datalog.rows(case["expected"])
            count.note(case["id"], program.relation(rulebase, pattern), answers)
    count.close()
