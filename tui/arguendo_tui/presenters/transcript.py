"""The conversation as Markdown, HTML or JSON, and the name of the file it goes into."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from arguendo.export.wire import encode
from arguendo.journal.exporting import VERSION, Conversation, edition_object, turn_object
from arguendo.journal.files import Session
from arguendo.journal.records import Edition, Stage, Turn
from arguendo.journal.turns import page_of, reasoning_of
from arguendo.problems import printable
from arguendo.vocabulary.words import in_words, is_date
from arguendo.wording.grammar import capital
from arguendo.wording.page import Block, Page, Role
from arguendo_tui.presenters.web_page import Section, web_page

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_LISTED = (Role.LIST, Role.STEPS)


@dataclass(frozen=True)
class Transcript:
    """A conversation to write down; all of its text may come from a file."""

    title: str
    rule_base: Edition
    date: str
    stage: Stage
    """The case at the end."""
    turns: tuple[Turn, ...]
    session: str = ""

    @property
    def setting(self) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
        """What was talked about: under each name a text, or a list of them."""
        name = self.stage.title or self.stage.scenario or "the facts as reported"
        assumed = tuple(map(capital, self.stage.assumed))
        known = self.stage.as_of
        day = (("As of", in_words(known) if is_date(known) else known),) if known else ()
        supposed = tuple(map(capital, self.stage.supposing))
        what_if = (("Supposed at the end (what if)", supposed),) if supposed else ()
        return (
            ("Rule base", f"{self.rule_base.name} ({self.rule_base.digest[:12]})"),
            ("Scenario at the end", name),
            *day,
            ("Assumed at the end", assumed or "nothing"),
            *what_if,
        )


def of_session(session: Session) -> Transcript:
    """Make the transcript of a session as its journal tells it."""
    head, turns = session.head, session.turns
    edition = turns[-1].rule_base if turns else head.rule_base
    stage = turns[-1].case if turns else Stage(head.scenario or None)
    title = head.title or head.rule_base.name
    return Transcript(title, edition, head.at.date().isoformat(), stage, turns, session.id)


def pages(turn: Turn) -> tuple[Page, ...]:
    """Return what a turn told, in order: after a step on the stage, the last question first."""
    said = page_of(turn.said.answer)
    if turn.again is None:
        return (said,)
    again = page_of(turn.again.answer)
    asked = Block(Role.REASON, (f"With that: {turn.again.question}",))
    return Page((asked, *again.blocks)), said.beyond(again)


def behind(turn: Turn) -> Page:
    """Return the reasoning behind what a turn told."""
    found = reasoning_of(turn.said.answer)
    if turn.again is None:
        return found
    again = reasoning_of(turn.again.answer)
    return Page((*again.blocks, *found.beyond(again).blocks))


def markdown(transcript: Transcript) -> str:
    """Write a conversation as a Markdown document."""
    return "\n".join(_markdown(transcript)).rstrip() + "\n"


def html(transcript: Transcript) -> str:
    """Write a conversation as a page that needs nothing else."""
    sections = (
        Section(
            turn.said.question,
            tuple(block for page in pages(turn) for block in page.blocks),
            behind(turn).blocks,
        )
        for turn in transcript.turns
    )
    return web_page(transcript.title, _lead(transcript), transcript.setting, sections)


def json(transcript: Transcript) -> str:
    """Write a conversation as a JSON object, with how each question was understood."""
    return (
        encode(
            Conversation(
                VERSION,
                transcript.session or None,
                transcript.title,
                edition_object(transcript.rule_base),
                transcript.date,
                tuple(map(turn_object, transcript.turns)),
            )
        )
        + "\n"
    )


WRITERS: Mapping[str, Callable[[Transcript], str]] = {"md": markdown, "html": html, "json": json}
"""By the ending of a file's name."""


ENDINGS = "Markdown (.md), HTML (.html) or JSON (.json)"
"""The endings that there are, for people."""


def tells_form(name: str) -> bool:
    """Tell whether the ending of a file's name is one of those that say how to write."""
    return "." in name and _ending(name) in WRITERS


def writer_for(name: str) -> Callable[[Transcript], str]:
    """Choose by a file's name how to write; Markdown unless it says otherwise."""
    return WRITERS.get(_ending(name), markdown)


def _ending(name: str) -> str:
    ending = name.rpartition(".")[2].casefold()
    return {"htm": "html"}.get(ending, ending)


def _lead(transcript: Transcript) -> str:
    return f"A conversation with arguendo, {transcript.date}."


def _markdown(transcript: Transcript) -> Iterator[str]:
    yield f"# {escaped(transcript.title)}"
    yield from ("", _lead(transcript), "")
    for name, value in transcript.setting:
        yield f"- {name}: {escaped(value) if isinstance(value, str) else ''}".rstrip()
        if not isinstance(value, str):
            yield from (f"  - {escaped(each)}" for each in value)
    for turn in transcript.turns:
        yield from ("", f"## {escaped(turn.said.question)}", "")
        for page in (*pages(turn), behind(turn)):
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
            yield f"{' ' * (len(line) - len(text))}{mark}{escaped(text)}"
        return
    text = " ".join(escaped(line) for line in block.lines)
    yield f"*{text}*" if block.role is Role.NOTE else text


def escaped(text: str) -> str:
    """Return text safe to stand in Markdown: on one line, nothing of it taken for markup."""
    return _SPECIAL.sub(r"\\\1", printable(text.replace("\n", " ")))


def file_name(transcript: Transcript) -> str:
    """Propose a name for the file."""
    name = re.sub(r"[^a-z0-9]+", "-", transcript.rule_base.name.casefold()).strip("-")
    return "-".join(filter(None, ["arguendo", name, transcript.date])) + ".md"
