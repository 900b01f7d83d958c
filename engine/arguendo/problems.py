"""Problems as data: collected by readers and checks, rendered in one place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from arguendo.span import Span

LONGEST_LINE = 400
"""Characters in one line of a message or hint."""


class Severity(Enum):
    """How bad it is: an error keeps a rule base from being used, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    """What is probably a mistake."""
    NOTE = "note"
    """What an author may want to look at, and may well be meant."""


@dataclass(frozen=True)
class Edit:
    """A change to a file: what stands in the stretch gives way to a text."""

    span: Span
    text: str


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where, and what would be right."""

    code: str
    """Stable id, words joined by hyphens: `unknown-key`."""
    message: str
    """What is wrong, in the author's terms, without a full stop at the end."""
    span: Span | None = None
    hint: str = ""
    """The nearest right thing, or what to do next."""
    severity: Severity = Severity.ERROR
    fix: tuple[Edit, ...] = field(default=(), compare=False)
    """Edits that together remove the cause and lose no text; none when only a person can."""


class Problems:
    """Collects problems while reading goes on, so that all are told at once."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: dict[Problem, None] = {}

    def error(
        self,
        code: str,
        message: str,
        span: Span | None = None,
        hint: str = "",
        fix: tuple[Edit, ...] = (),
    ) -> None:
        """Add an error."""
        self.add(Problem(code, message, span, hint, fix=fix))

    def warn(self, code: str, message: str, span: Span | None = None, hint: str = "") -> None:
        """Add a warning."""
        self.add(Problem(code, message, span, hint, Severity.WARNING))

    def add(self, problem: Problem) -> None:
        """Add a problem unless the very same one is there already."""
        message = clipped(problem.message)
        hint = "\n".join(map(clipped, problem.hint.splitlines()))
        self._found[replace(problem, message=message, hint=hint)] = None

    def __iter__(self) -> Iterator[Problem]:
        """Go through the problems by place: file, line, column; those without a place first."""
        nowhere = Span("", 0, 0, 0, 0)
        return iter(sorted(self._found, key=lambda problem: problem.span or nowhere))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether any of them keeps the rule base from being used."""
        return any(problem.severity is Severity.ERROR for problem in self._found)


def clipped(text: str) -> str:
    """Leave out the middle of a text that quotes something endless."""
    if len(text) <= LONGEST_LINE:
        return text
    return f"{text[: LONGEST_LINE // 2]} … {text[-LONGEST_LINE // 3 :]}"


def closest(word: str, choices: Iterable[str], least: int = 60) -> str:
    """Return the choice nearest to a word, case apart; empty when none is near.

    `least` says how alike it must be, of 100.
    """
    from rapidfuzz import fuzz, process

    fitting = [each for each in choices if _is_about_as_long(word, each)]
    near = process.extractOne(
        word, fitting, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=least
    )
    return str(near[0]) if near else ""


def _is_about_as_long(word: str, choice: str) -> bool:
    """Tell whether one may be the other mistyped, or a word of it: no `ill` is a `hilltop`."""
    shorter, longer = sorted((word.casefold(), choice.casefold()), key=len)
    parts = longer.replace("_", " ").replace("-", " ").split()
    return len(longer) <= 2 * len(shorter) or shorter in parts


def only_near(word: str, choices: Iterable[str], apart: int = 15) -> str:
    """Return the one choice that can have been meant; empty when there is none, or a second.

    A second one counts when it is less than `apart`, of 100, less alike than the first.
    """
    from rapidfuzz import fuzz, process

    near = process.extract(
        word, list(choices), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=60, limit=2
    )
    is_clear = len(near) == 1 or (len(near) == 2 and near[0][1] - near[1][1] >= apart)
    return str(near[0][0]) if is_clear else ""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Name the choice nearest to a word as a hint, empty when none is near."""
    near = closest(word, choices)
    return f"did you mean “{near}”?" if near else ""


def printable(text: str) -> str:
    """Replace control characters and terminal escapes, so that a text is safe to print."""
    if text.isprintable():
        return text
    return "".join(
        character
        if character == " " or unicodedata.category(character)[0] not in "CZ"
        else ("    " if character == "\t" else "\N{REPLACEMENT CHARACTER}")
        for character in text
    )


def render(
    problem: Problem, texts: Mapping[str, str] | None = None, *, colored: bool = False
) -> str:
    """Write a problem for people: place, message, excerpt with the text underlined, hint.

    `texts` maps file names to their contents; without the file the excerpt is left out. `colored`
    colors the word for the severity, which says the same without it.
    """
    place = f"{printable(str(problem.span))}: " if problem.span else ""
    word = problem.severity.value
    if colored:
        word = f"\x1b[{_COLORS[problem.severity]}m{word}\x1b[0m"
    lines = [f"{place}{word}: {printable(problem.message)} [{problem.code}]"]
    if problem.span and texts and problem.span.file in texts:
        lines += _excerpt(problem.span, texts[problem.span.file])
    if problem.hint:
        lines += [f"  hint: {printable(line)}" for line in problem.hint.splitlines()]
    return "\n".join(lines)


_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
"""What terminals take for red, yellow and cyan."""


@lru_cache(maxsize=16)
def _lines(text: str) -> list[str]:
    """Split a text once, however many problems it has."""
    return text.splitlines()


def _excerpt(span: Span, text: str) -> list[str]:
    source = _lines(text)
    if not 1 <= span.line <= len(source):
        return []
    line = source[span.line - 1]
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    before, marked = printable(line[:start]), printable(line[start : max(end, start + 1)])
    if len(before) > 100:
        before = "…" + before[-60:]
    margin = " " * len(str(span.line))
    shown = (before + marked + printable(line[max(end, start + 1) :]))[:160].rstrip()
    carets = "^" * max(1, min(len(marked.rstrip()), 160 - len(before)))
    return [f"  {span.line} | {shown}", f"  {margin} | {' ' * len(before)}{carets}"]
