"""The conversation as Markdown, and the name of the file it goes into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.problems import printable
from arguendo.wording.grammar import capital
from arguendo.wording.page import Block, Page, Role
from arguendo.wording.shifts import assumed
from arguendo.wording.teller import Teller
from arguendo_tui.presenters.stage import summary

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_LISTED = (Role.LIST, Role.STEPS)


@dataclass(frozen=True)
class Entry:
    """A question and what was answered, page by page."""

    question: str
    pages: tuple[Page, ...]


def transcript(case: Case, entries: Iterable[Entry], date: str) -> str:
    """Write a conversation as a Markdown document."""
    return "\n".join(_lines(case, entries, date)).rstrip() + "\n"


def _lines(case: Case, entries: Iterable[Entry], date: str) -> Iterator[str]:
    stage = summary(case)
    yield f"# {escaped(case.rulebase.title or case.rulebase.name)}"
    yield from ("", f"A conversation with arguendo, {date}.", "")
    yield f"- Rule base: {escaped(stage.rulebase)} ({case.rulebase.digest[:12]})"
    yield f"- Scenario at the end: {escaped(stage.scenario)}"
    if stage.as_of:
        yield f"- As of: {escaped(stage.as_of)}"
    lines = assumed(Teller(case), case.assumptions.items())
    yield f"- Assumed at the end: {'' if lines else 'nothing'}".rstrip()
    for line in lines:
        yield f"  - {escaped(capital(line))}"
    for entry in entries:
        yield from ("", f"## {escaped(entry.question)}", "")
        for page in entry.pages:
            yield from _page(page)


def _page(page: Page) -> Iterator[str]:
    for block in page.without(Role.SUGGESTION).blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    if block.heading:
        yield from (f"**{escaped(block.heading)}**", "")
    if block.role in _LISTED:
        for line in block.lines:
            text = line.lstrip()
            mark = "" if re.match(r"\d+\. ", text) else "- "
            yield f"{line[: -len(text)]}{mark}{escaped(text)}"
        return
    text = " ".join(escaped(line) for line in block.lines)
    yield f"*{text}*" if block.role is Role.NOTE else text


def escaped(text: str) -> str:
    """Return text safe to stand in Markdown: on one line, nothing of it taken for markup."""
    return _SPECIAL.sub(r"\\\1", printable(text.replace("\n", " ")))


def file_name(case: Case, date: str) -> str:
    """Propose a name for the file."""
    name = re.sub(r"[^a-z0-9]+", "-", case.rulebase.name.casefold()).strip("-")
    return "-".join(filter(None, ["arguendo", name, date])) + ".md"
