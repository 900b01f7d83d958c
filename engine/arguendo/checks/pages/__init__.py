"""A page of documentation for each code that a problem can have, in `CODE.md` beside this file.

    # CODE

    SEVERITY: what it is, in one line

    ## What
    ## Why
    ## Bad
    ## Good
    ## How to silence

What stands in the fences ```yaml under Bad and Good is added to a sound rule base when the tests
run: under Bad exactly this code must come up, under Good it must not. A fence may hold several
files, each headed by a comment with its name: `# knowledge/more.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from arguendo.problems import Edit, Problem, Severity, did_you_mean, only_near
from arguendo.span import Span

SECTIONS = ("What", "Why", "Bad", "Good", "How to silence")

UNNAMED = "rules/example.yaml"
"""The file that a fence without a name for it stands for."""

_FOLDER = Path(__file__).parent
_HEAD = re.compile(r"# (?P<code>[a-z0-9-]+)\n+(?P<severity>[a-z]+): (?P<summary>[^\n]+)\n")
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^# ((?:(?:rules|knowledge)/[\w./-]+|arguendo)\.yaml)\n", re.MULTILINE)


class BadPage(ValueError):
    """A page does not have the form above."""


@dataclass(frozen=True)
class Page:
    """What an author may read about a code."""

    code: str
    severity: Severity
    """How bad it is unless a configuration says otherwise."""
    summary: str
    """One line, without a full stop."""
    sections: Mapping[str, str]
    """Title to Markdown."""
    text: str
    """The whole page."""

    def examples(self, section: str) -> tuple[Mapping[str, str], ...]:
        """Return the examples of a section: for each fence, file names and texts."""
        return tuple(_files(fence) for fence in _FENCE.findall(self.sections[section]))


@cache
def codes() -> tuple[str, ...]:
    """List the codes of all problems: each has a page."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.md")))


@cache
def page(code: str) -> Page | None:
    """Return the page of a code, if there is one. Raises `BadPage`."""
    if code not in codes():
        return None
    text = (_FOLDER / f"{code}.md").read_text(encoding="utf-8")
    head = _HEAD.match(text)
    _, *parts = _SECTION.split(text)
    sections = dict(zip(parts[::2], map(str.strip, parts[1::2]), strict=True))
    if head is None or head["code"] != code or tuple(sections) != SECTIONS:
        raise BadPage(f"{code}.md: a page is headed and divided as {__name__} says")
    severity = Severity(head["severity"])
    return Page(code, severity, head["summary"], sections, text)


def index() -> str:
    """List all codes as a table in Markdown, errors first."""
    pages = sorted(filter(None, map(page, codes())), key=lambda each: _ORDER.index(each.severity))
    rows = (f"| `{each.code}` | {each.severity.value} | {each.summary} |" for each in pages)
    return "\n".join(["| code | severity | what it is |", "|---|---|---|", *rows])


_ORDER = tuple(Severity)


def unknown_code(code: str, span: Span) -> Problem:
    """Report a code that no problem has."""
    near = only_near(code, codes())
    return Problem(
        "unknown-code",
        f"no problem has the code “{code}”",
        span,
        did_you_mean(code, codes()) or "`arguendo check` writes codes in brackets",
        Severity.WARNING,
        (Edit(span, near),) if near else (),
    )


def _files(fence: str) -> Mapping[str, str]:
    unnamed, *parts = _FILE.split(fence)
    named = dict(zip(parts[::2], parts[1::2], strict=True))
    return {**({UNNAMED: unnamed} if unnamed.strip() else {}), **named}
