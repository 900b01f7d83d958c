"""The help page: keys, and how to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from arguendo.conversation.readers.exact import told_commands
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Manner
from arguendo.wording.page import Block, Page, Role
from arguendo_tui.presenters.actions import (
    ANYWHERE,
    CARD,
    EDITOR,
    LINE,
    PARTS,
    TEXT,
    key_names,
    of_part,
)
from arguendo_tui.presenters.labels import Paragraph, Tone, label
from arguendo_tui.presenters.tiling import CHAT, SOURCE, WHY

Parts: TypeAlias = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""By part of the screen: keys and what they do."""

LINE_KEYS = (
    ("Enter", "ask; a number alone, as 2, asks the suggestion [2]"),
    ("why 2", "asks about step 2 of the reasoning, as the answer numbers it"),
    ("Up Down", "earlier questions, or the completions while there are any"),
    ("Tab", "take the completion; else the next part of the screen, Shift+Tab the one before"),
    ("PgUp PgDn", "scroll the conversation"),
)
"""Those of the line, which no one sets otherwise."""


def keys_of(
    part: str, chosen: Mapping[str, str] | None = None, *, reading: bool = False
) -> Iterator[tuple[str, str]]:
    """Go through the keys of a part of the screen, and what they do; `reading`: to no file."""
    if part == LINE:
        yield from LINE_KEYS
    for action in of_part(part):
        if reading and action.do in _WRITING:
            continue
        if names := key_names(action, chosen):
            yield names, action.does
    if part == CARD:
        yield "1 2 3", "ask its suggestion"


_TEXT_KEYS = (
    ("Tab", "indent; Enter begins a line below the one before"),
    ("Right", "take the rest of the sentence that is offered"),
)
_LIST_KEYS = (("Enter", "go to the line of the problem (or a click)"),)
"""Those of the editor that no one sets otherwise."""

_EDITING = (
    "While you write, all files are read as they would be with this text. Problems are listed with "
    "their lines. Where there are no errors you see which conclusions would change, in the case "
    "that is talked about now, from how they stand to how they would. With errors in the files the "
    "last good rule base stays in force."
)

_ASKING = (
    "Ask in your own words whether something holds, why or why not, what if, what it would take, "
    "what matters most, what to do, or what a paragraph says. “Assume that …” and “forget that …” "
    "change what is assumed, as the Assumptions tab does. “Help me find out whether …” asks you "
    "the open questions that bear on it, one by one; “as of …” with a day counts only what was "
    "known then."
)

WRITING = (
    "Letters write: wherever one is, a letter goes on with the question in the line, and nothing "
    "else comes of it. What the parts of the screen do has other keys: arrows, Enter, Space, "
    "signs, Alt or Ctrl with a letter. Where a terminal keeps Alt for itself, Ctrl+P does the same "
    "by name, and keys of one's own can be set. Each change of what is assumed is told, and Ctrl+Z "
    "takes it back."
)
"""What typing does where one is not in the line."""

_WIDTH = 13
_WRITING = ("edit", "new_rule", "save")
"""Actions that write files."""
COMMANDS = "Commands, for those who prefer them"
"""What stands over the list of what can be typed after a slash."""
EXPORT = "/export"
"""The command of the full screen that writes the conversation to a file."""

_LIKE = {SOURCE: WHY}
"""Panes whose keys are those of another: told where one is, and not twice elsewhere."""
_NEAR = {CHAT: (LINE, CARD)}
"""What is told first where one is; elsewhere the keys of the pane itself."""


def help_paragraphs(
    editing: bool = False,
    pane: str = CHAT,
    chosen: Mapping[str, str] | None = None,
    *,
    reading: bool = False,
) -> tuple[Paragraph, ...]:
    """Write the help page of the editor, or of the workspace: where one is comes first.

    `reading` leaves out what writes files.
    """
    if editing:
        return tuple(_paragraphs(_EDITING, _editing(chosen)))
    near = _NEAR.get(pane, (pane,))
    order = (*near, ANYWHERE, *(each for each in PARTS if each not in (*near, ANYWHERE)))
    like = {pane: _LIKE.get(pane, pane)}
    keys = (keys_of(like.get(part, part), chosen, reading=reading) for part in order)
    parts = ((PARTS[part], tuple(some)) for part, some in zip(order, keys, strict=True))
    return (*_paragraphs(_ASKING, tuple(each for each in parts if each[1])), *_commands())


def _editing(chosen: Mapping[str, str] | None) -> Parts:
    return (
        ("The editor", tuple(keys_of(EDITOR, chosen))),
        ("The text", (*keys_of(TEXT, chosen), *_TEXT_KEYS)),
        ("What is found", _LIST_KEYS),
    )


def commands() -> tuple[tuple[str, str], ...]:
    """Return what can be typed after a slash, each with what it does."""
    return (*told_commands(), (EXPORT, "write the conversation to a file"))


def told_beside(answer: Answer) -> Page:
    """Return what the full screen adds to an answer: to that on how to ask, its commands."""
    query = answer.query
    if query.intent is not Intent.HELP or query.manner is Manner.SUBJECT:
        return Page(())
    lines = tuple(f"{typed}: {does}" for typed, does in commands())
    more = "F1 tells the keys. A number picks a suggestion, and / offers the commands."
    return Page((Block(Role.LIST, lines, COMMANDS), Block(Role.NOTE, (more,))))


def _commands() -> Iterator[Paragraph]:
    yield Paragraph(label((COMMANDS, Tone.ACCENT)), gap=True)
    for typed, does in commands():
        yield Paragraph(label(f"{typed}: {does}"))


def _paragraphs(lead: str, keys_by_part: Parts) -> Iterator[Paragraph]:
    (first, keys), *others = keys_by_part
    yield from _part(first, keys, gap=False)
    for heading, further in others:
        yield from _part(heading, further)
    yield Paragraph(label(lead), gap=True)
    if lead is _ASKING:
        yield Paragraph(label(WRITING), gap=True)


def _part(heading: str, keys: Iterable[tuple[str, str]], gap: bool = True) -> Iterator[Paragraph]:
    yield Paragraph(label((heading, Tone.ACCENT)), gap=gap)
    for key, does in keys:
        yield Paragraph(label(does), f"{key:<{_WIDTH}} ")
