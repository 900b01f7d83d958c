"""What is wrong with a rule base, and what a reviewer would ask about a sound one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.language_server.places import Position, Range
from arguendo.language_server.snapshot import Snapshot
from arguendo.problems import Problem, Severity, printable
from arguendo.review.examination import Read, is_own, look_at

_NOWHERE = Range(Position(0, 0), Position(0, 0))


@dataclass(frozen=True)
class Related:
    """Another place that has to do with a problem, and what stands there."""

    file: str
    range: Range
    message: str


@dataclass(frozen=True)
class Diagnosis:
    """One problem, in one file."""

    file: str
    """Empty for one of the rule base as a whole, or of a rule base that it includes."""
    range: Range
    message: str
    code: str
    severity: Severity
    related: tuple[Related, ...] = ()


def diagnoses(snapshot: Snapshot) -> list[Diagnosis]:
    """Return all problems; of a rule base without errors, findings of the review as well."""
    read = Read(snapshot.folder, snapshot.sound, snapshot.problems, snapshot.texts)
    return [_diagnosis(problem, snapshot) for problem in look_at(read).problems]


def _diagnosis(problem: Problem, snapshot: Snapshot) -> Diagnosis:
    span = problem.span
    file = span.file if span and span.file in snapshot.texts and is_own(span.file) else ""
    place = f"{span}: " if span and not file else ""
    hint = f"\n{problem.hint}" if problem.hint else ""
    return Diagnosis(
        file,
        snapshot.places(file).range_of(span) if span and file else _NOWHERE,
        "\n".join(printable(line) for line in f"{place}{problem.message}{hint}".splitlines()),
        problem.code,
        problem.severity,
        tuple(_related(problem.hint, snapshot)),
    )


def _related(hint: str, snapshot: Snapshot) -> Iterator[Related]:
    """Find the places that a hint names, as spans are written."""
    for line in hint.splitlines():
        for file in snapshot.texts:
            for found in re.finditer(rf"(?<![\w./-]){re.escape(file)}:(\d+):(\d+)", line):
                places = snapshot.places(file)
                start = places.offset_of(int(found[1]), int(found[2]))
                yield Related(file, places.range(start, start), printable(line))
