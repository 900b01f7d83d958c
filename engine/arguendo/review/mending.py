"""Mend what can be mended without a person: the edits that problems carry, applied with care.

A set of edits is taken only when the rule base has no more errors with it than before.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from arguendo.problems import Edit, Problem, Severity
from arguendo.review.examination import Report, Selection, examine, is_own
from arguendo.span import Span
from arguendo.yaml_repair import lines_of

MOST_ROUNDS = 20
"""Mending shows what was hidden behind a mistake; so often it is looked at anew."""

MOST_SINGLE = 100
"""Fixes tried one by one, after those of a round did harm together."""

_DAMAGED = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Mended:
    """What mending did, or would do."""

    before: Report
    after: Report
    done: tuple[Problem, ...]
    """The problems that were mended, in the order in which it was done."""

    @property
    def changed(self) -> Mapping[str, tuple[str, str]]:
        """File name to its text before and after, of the files that changed."""
        return {
            file: (text, self.after.texts[file])
            for file, text in self.before.texts.items()
            if self.after.texts.get(file, text) != text
        }


def mend(folder: Path | None = None, selection: Selection | None = None) -> Mended:
    """Find out what the fixes of all problems amount to; no file is written."""
    before = now = examine(folder, selection=selection)
    done: list[Problem] = []
    harmful: set[Problem] = set()
    for _ in range(MOST_ROUNDS):
        fixes = apart([each for each in fixable(now) if each not in harmful])
        if not fixes:
            break
        after = _tried(folder, selection, now, fixes)
        if after is None:
            single = fixes[:MOST_SINGLE]
            sound = [each for each in single if _tried(folder, selection, now, [each])]
            harmful.update(each for each in single if each not in sound)
            fixes = sound[:1]
            after = _tried(folder, selection, now, fixes)
        if after is not None:
            done += fixes
            now = after
    return Mended(before, now, tuple(done))


def fixable(report: Report) -> list[Problem]:
    """Return the problems with a fix, in own files that can be written back as they were read."""
    sound = {file for file, text in report.texts.items() if is_own(file) and _DAMAGED not in text}
    return [
        each
        for each in report.problems
        if each.fix and all(edit.span.file in sound for edit in each.fix)
    ]


def apart(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out problems whose edits meet those of an earlier one."""
    taken: dict[str, list[Span]] = {}
    chosen: list[Problem] = []
    for problem in problems:
        if all(_is_free(edit.span, taken.get(edit.span.file, [])) for edit in problem.fix):
            chosen.append(problem)
            for edit in problem.fix:
                insort(taken.setdefault(edit.span.file, []), edit.span)
    return chosen


def _is_free(span: Span, taken: list[Span]) -> bool:
    """Tell whether a place meets none of others, which are in order and do not meet."""
    here = bisect_left(taken, span)
    return not any(_meet(*sorted((span, each))) for each in taken[max(here - 1, 0) : here + 1])


def _meet(first: Span, second: Span) -> bool:
    end = (first.end_line, first.end_column)
    return first == second or (second.line, second.column) < end


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits that do not meet to the text of their file."""
    lines = lines_of(text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def place(line: int, column: int) -> int:
        return min(starts[min(line - 1, len(lines))] + column - 1, len(text))

    pieces: list[str] = []
    end = 0
    for edit in sorted(edits, key=lambda each: each.span):
        span = edit.span
        pieces += [text[end : place(span.line, span.column)], edit.text]
        end = place(span.end_line, span.end_column)
    return "".join((*pieces, text[end:]))


def difference(before: str, after: str, file: str) -> str:
    """Write a change as a unified diff."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"a/{file}", f"b/{file}", lineterm=""
    )
    return "\n".join(lines)


def _tried(
    folder: Path | None, selection: Selection | None, now: Report, fixes: Sequence[Problem]
) -> Report | None:
    """Examine a rule base with fixes applied; None when it then has more errors, or is the same."""
    by_file: dict[str, list[Edit]] = {}
    for problem in fixes:
        for edit in problem.fix:
            by_file.setdefault(edit.span.file, []).append(edit)
    drafts = dict(now.texts)
    drafts.update((file, edited(now.texts[file], edits)) for file, edits in by_file.items())
    if drafts == now.texts:
        return None
    after = examine(folder, drafts, selection)
    is_worse = after.count(Severity.ERROR) > now.count(Severity.ERROR)
    return None if is_worse else after
