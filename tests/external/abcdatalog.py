"""AbcDatalog's tests: what must be refused, for the right reason, and answers to queries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.external import datalog
from tests.external.programs import Proven, codes, holding, opened, sound
from tests.external.suites import Case, Count

SUITE = "abcdatalog.jsonl"


def refusals(cases: Iterable[Case], folder: Path) -> Count:
    """Read what must be refused."""
    count = Count("AbcDatalog, refusals", certified=None)
    for case in cases:
        _, problems = datalog.program(case["program"]).read(folder)
        reason = "circular-rebuttal" if "Unstratifiable" in case["id"] else "unsafe-variable"
        count.note(case["id"], codes(problems), {reason})
    return count


def answers(cases: Iterable[Case], folder: Path) -> Count:
    """Answer each query."""
    count = Count("AbcDatalog, answers")
    for case in cases:
        program = datalog.program(case["program"])
        pattern = datalog.pattern(program, case["query"])
        opening = opened(sound(program.text, folder))
        found = {each for each in holding(opening) if pattern.match(each) is not None}
        # One case writes its answers under another predicate than it asks for.
        theirs = datalog.rows(case["expected"])
        ours = {each.arguments for each in found}
        count.answer(case["id"], ours, theirs, Proven.of(opening, found).flaw)
    return count
