"""All runners: which cases of which suite each takes, in the order of the table."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.external import abcdatalog, abduction, logical_english, ruletaker, souffle
from tests.external.suites import Case, Count, cases


@dataclass(frozen=True)
class Runner:
    """What holds the engine against some cases of a suite."""

    suite: str
    """The suite's file."""
    count: Callable[[Iterable[Case], Path], Count]
    concerns: Callable[[Case], bool] = lambda case: True
    """Whether a case is one for it."""

    def run(self, every: int = 1) -> Count:
        """Take every so manieth case. Raises `Missing`."""
        chosen = [case for case in cases(self.suite) if self.concerns(case)][::every]
        with tempfile.TemporaryDirectory() as folder:
            return self.count(chosen, Path(folder))


def _is_closed(theory: Case) -> bool:
    return theory.get("world") == "cwa"


def _is_open(theory: Case) -> bool:
    return theory.get("world") == "owa"


def _is_refused(theory: Case) -> bool:
    return theory.get("category") == "naf-needs-domain"


def _is_answered(case: Case) -> bool:
    return not case["error"]


RUNNERS = (
    Runner(abcdatalog.SUITE, abcdatalog.answers, _is_answered),
    Runner(abcdatalog.SUITE, abcdatalog.refusals, lambda case: bool(case["error"])),
    Runner(souffle.SUITE, souffle.programs),
    Runner(ruletaker.SUITE, ruletaker.closed_answers, _is_closed),
    Runner(ruletaker.SUITE, ruletaker.refusals, _is_refused),
    Runner(ruletaker.SUITE, ruletaker.open_answers, _is_open),
    Runner(ruletaker.SUITE, ruletaker.depths, lambda theory: "world" in theory),
    Runner(ruletaker.SUITE, ruletaker.listed, lambda theory: "world" in theory),
    Runner(abduction.SUITE, abduction.missing, lambda theory: "goals" in theory),
    Runner(logical_english.SUITE, logical_english.answers),
)
