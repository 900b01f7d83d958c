"""What is found in a draft, as a verdict and as lines: problems to jump to, and what changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from arguendo.library import RuleBaseError
from arguendo.problems import Problem, Severity
from arguendo.wording.grammar import capital, counted
from arguendo_tui.findings import Findings, Shift
from arguendo_tui.presenters.labels import Label, Paragraph, Piece, Tone, label

MOST = 100
"""Lines of a kind that are shown."""

MOST_TOLD = 8
"""Changes that are told in the conversation."""

WRONG, DOUBTFUL, SHIFTED = "✗", "!", "→"


@dataclass(frozen=True)
class FindingRow:
    """A line of the list; `file` and `line` say where it leads, if anywhere."""

    mark: str
    label: Label
    file: str = ""
    line: int = 0
    column: int = 0


def verdict(found: Findings) -> Label:
    """Sum up in a sentence or two what is found."""
    if found.errors:
        count = capital(counted(found.errors, "error"))
        once = "it is" if found.errors == 1 else "they are"
        then = "you see what would change" if found.compared else "the rule base opens"
        return label((f"{count}.", Tone.BAD), f" Once {once} mended, {then}.")
    doubts = _doubts(found)
    said = f"No errors, {doubts}." if doubts else "No problems."
    lead: Piece = (said, Tone.WARN if doubts else Tone.GOOD)
    if not found.compared:
        return label(lead, " Save and close, and the rule base opens.")
    if not found.shifts:
        return label(lead, " No conclusion changes in this case.")
    count = counted(len(found.shifts), "conclusion")
    return label(lead, f" {capital(count)} would change in this case:")


def _doubts(found: Findings) -> str:
    """Count what is no error: `two warnings and one note`."""
    kinds = ((Severity.WARNING, "warning"), (Severity.NOTE, "note"))
    counts = [(sum(p.severity is kind for p in found.problems), noun) for kind, noun in kinds]
    return " and ".join(counted(count, noun) for count, noun in counts if count)


def finding_rows(found: Findings, name: str) -> tuple[FindingRow, ...]:
    """List what is found, the problems of the file that is edited first."""
    here = [each for each in found.problems if each.span and each.span.file == name]
    problems = [*here, *(each for each in found.problems if each not in here)]
    problems.sort(key=lambda each: list(Severity).index(each.severity))
    rows = [_problem(each, name) for each in problems]
    shifts = [FindingRow(SHIFTED, _shift(each)) for each in found.shifts]
    return (*_cut(rows, "problems"), *_lost(found), *_cut(shifts, "changes"))


def shifted(shifts: Sequence[Shift]) -> tuple[Paragraph, ...]:
    """Tell in the conversation which conclusions have changed with the files."""
    if not shifts:
        return (Paragraph(label("No conclusion has changed.")),)
    count = capital(counted(len(shifts), "conclusion"))
    lead = f"{count} {'has' if len(shifts) == 1 else 'have'} changed:"
    left = len(shifts) - MOST_TOLD
    more = (Paragraph(label((f"… and {left:,} more", Tone.DIM)), "  "),) if left > 0 else ()
    told = (Paragraph(_shift(each), "• ") for each in shifts[:MOST_TOLD])
    return (Paragraph(label(lead)), *told, *more)


def in_trouble(error: RuleBaseError) -> Label:
    """Say in the status line that files have errors, and what is in force meanwhile."""
    errors = sum(problem.severity is Severity.ERROR for problem in error.problems)
    return label((counted(errors, "error"), Tone.BAD), "; the last good version is in force")


def first_place(error: RuleBaseError) -> tuple[str, int]:
    """Return the file and line of the first problem that has a place; no file when none has."""
    spans = (problem.span for problem in error.problems if problem.span)
    return next(((span.file, span.line) for span in spans), ("", 1))


def _problem(problem: Problem, name: str) -> FindingRow:
    is_error = problem.severity is Severity.ERROR
    mark, tone = (WRONG, Tone.BAD) if is_error else (DOUBTFUL, Tone.WARN)
    hint = f" ({'; '.join(problem.hint.splitlines())})" if problem.hint else ""
    said: list[Piece] = [(capital(problem.message), Tone.PLAIN), (hint, Tone.DIM)]
    if problem.span is None:
        return FindingRow(mark, label(*said))
    span = problem.span
    place = f"line {span.line}" if span.file == name else f"{span.file}, line {span.line}"
    return FindingRow(mark, label((f"{place}: ", tone), *said), span.file, span.line, span.column)


def _shift(shift: Shift) -> Label:
    return label(
        f"{shift.says}: ",
        (shift.before, Tone.DIM),
        (f" {SHIFTED} ", Tone.DIM),
        (shift.after, Tone.STRONG),
    )


def _lost(found: Findings) -> Iterator[FindingRow]:
    for said in found.lost:
        lead = ("No longer known, though assumed now: ", Tone.WARN)
        yield FindingRow(DOUBTFUL, label(lead, f"{said}."))


def _cut(rows: list[FindingRow], what: str) -> Iterator[FindingRow]:
    yield from rows[:MOST]
    if len(rows) > MOST:
        more = f"… and {len(rows) - MOST:,} more {what}"
        yield FindingRow(" ", label((more, Tone.DIM)))
