"""Findings that an author has silenced in the file, with the reason: `# silence CODE: reason`.

Such a comment speaks for the item of a section that it stands in or directly above, for a whole
section when it stands directly above its name, and for the whole file before the first section.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from arguendo.checks.pages import codes, page, unknown_code
from arguendo.problems import Edit, Problem, Severity
from arguendo.review.comments import Comment, comments
from arguendo.review.outline import Outline, outline
from arguendo.span import Span

_SILENCE = re.compile(r"silence[ \t]+(?P<code>[^\s:]+)(?P<colon>[ \t]*:)?[ \t]*(?P<reason>.*)")
_MAY_SILENCE = re.compile(r"#[ \t]*silence[ \t]")

IDLE = "idle-silencing"


@dataclass(frozen=True)
class Silenced:
    """A finding that is not to be told, and why."""

    problem: Problem
    reason: str


@dataclass
class Silencing:
    """One comment that silences, and what came of it."""

    code: str
    reason: str
    comment: Comment
    scope: object
    """What it speaks for; see `Outline.scopes`."""
    code_span: Span
    is_used: bool = field(default=False)


def always(code: str, file: str) -> bool:
    """Say of every check that it was run on every file."""
    return bool(code and file)


def silence(
    texts: Mapping[str, str],
    problems: Iterable[Problem],
    was_run: Callable[[str, str], bool] = always,
) -> tuple[list[Problem], list[Silenced], list[Problem]]:
    """Split problems into those kept and those silenced, and find fault with the silencings.

    `was_run` tells for a code and a file whether it was looked for there: a silencing of what was
    not is not called idle. Errors are kept, whatever comments say.
    """
    found = _Silencings(texts)
    kept, silenced = found.split(problems)
    faulty, excused = found.split(_faults(found.all))
    # Only now is it clear which silencings are idle, and after that, which of these.
    idle = [each for each in found.all if each.code != IDLE and _is_idle(each, was_run)]
    told, forgiven = found.split(map(_idle, idle))
    last = [each for each in found.all if each.code == IDLE and _is_idle(each, was_run)]
    return kept, silenced + excused + forgiven, faulty + told + list(map(_idle, last))


class _Silencings:
    """All silencings of all files, by file, code and scope."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.outlines: dict[str, Outline] = {}
        self.all: list[Silencing] = []
        self.places: dict[tuple[str, str, object], list[Silencing]] = defaultdict(list)
        for file, text in texts.items():
            if _MAY_SILENCE.search(text):
                self.outlines[file] = outline(file, text)
                self.all += _silencings(file, text, self.outlines[file])
        for each in self.all:
            if each.reason and not _is_error(each.code):
                self.places[each.comment.file, each.code, each.scope].append(each)

    def split(self, problems: Iterable[Problem]) -> tuple[list[Problem], list[Silenced]]:
        kept: list[Problem] = []
        silenced: list[Silenced] = []
        for problem in problems:
            silencing = self._of(problem)
            if silencing:
                silenced.append(Silenced(problem, silencing.reason))
            else:
                kept.append(problem)
        return kept, silenced

    def _of(self, problem: Problem) -> Silencing | None:
        """Find what silences a problem; the nearest silencing counts as used, and its like."""
        span = problem.span
        if span is None or span.file not in self.outlines or problem.severity is Severity.ERROR:
            return None
        for scope in self.outlines[span.file].scopes(span.line, span.column):
            found = self.places.get((span.file, problem.code, scope))
            if found:
                found[0].is_used = True
                return found[0]
        return None


def _silencings(file: str, text: str, lines: Outline) -> Iterator[Silencing]:
    for comment in comments(file, text, lines.texts):
        match = _SILENCE.fullmatch(comment.text)
        if match is None or not (match["colon"] or match["code"] in codes()):
            continue  # “silence is golden” is a comment like any other
        start = comment.span.column + comment.offset + match.start("code")
        line = comment.span.line
        code = Span(file, line, start, line, start + len(match["code"]))
        reason = match["reason"].strip() if match["colon"] else ""
        yield Silencing(match["code"], reason, comment, lines.scope_of(comment), code)


def _is_error(code: str) -> bool:
    known = page(code)
    return known is not None and known.severity is Severity.ERROR


def _faults(silencings: Iterable[Silencing]) -> Iterator[Problem]:
    """Go through those that can silence nothing at all."""
    for each in silencings:
        if each.code not in codes():
            yield unknown_code(each.code, each.code_span)
        elif _is_error(each.code):
            yield _powerless(each)
        elif not each.reason:
            message = f"this silences “{each.code}” and does not say why"
            hint = f"write `# silence {each.code}: REASON`; without a reason it has no effect"
            yield _warning("silencing-without-reason", each, message, hint)


def _is_idle(each: Silencing, was_run: Callable[[str, str], bool]) -> bool:
    is_sound = bool(each.reason) and each.code in codes() and not _is_error(each.code)
    return is_sound and not each.is_used and was_run(each.code, each.comment.file)


def _idle(each: Silencing) -> Problem:
    message = f"this silences “{each.code}”, and there is none here to silence"
    hint = "delete it, or move it directly above what it is about"
    return _warning(IDLE, each, message, hint, (Edit(each.comment.extent, ""),))


def _powerless(each: Silencing) -> Problem:
    message = f"“{each.code}” is an error, and errors cannot be silenced"
    return _warning(IDLE, each, message, "remove the cause, and then this comment")


def _warning(
    code: str, each: Silencing, message: str, hint: str, fix: tuple[Edit, ...] = ()
) -> Problem:
    return Problem(code, message, each.comment.span, hint, Severity.WARNING, fix)
