"""The help page: keys, and how to ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from arguendo.conversation.exact import told_commands
from arguendo_tui.presenters.labels import Paragraph, Tone, label

Parts: TypeAlias = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""By part of the screen: keys and what they do."""

KEYS: Parts = (
    (
        "Anywhere",
        (
            ("F1", "this help"),
            ("F2", "the chat; Escape goes there too"),
            ("F3 F4 F5", "why; assumptions; rules"),
            ("F6", "the problems of files that changed, while there are any"),
            ("F7", "the argument as a picture; F7 or Escape closes it"),
            ("Ctrl+O", "show or fold the reasoning of the last answer"),
            ("Ctrl+Z", "undo the last assumption or scenario"),
            ("Ctrl+Y", "copy the last answer"),
            ("Ctrl+R", "read the rule base again"),
            ("Ctrl+T", "light or dark"),
            ("Ctrl+P", "all commands: scenarios, reset, export, theme …"),
            ("Tab", "the next part of the screen; Shift+Tab the one before"),
            ("Ctrl+Q", "quit"),
        ),
    ),
    (
        "Asking",
        (
            ("Enter", "ask; a number alone asks that suggestion"),
            ("Up Down", "earlier questions, or the completions while there are any"),
            ("Tab", "take the completion"),
            ("PgUp PgDn", "scroll the conversation"),
        ),
    ),
    (
        "On an answer",
        (
            ("Enter", "show or fold its reasoning"),
            ("1 2 3", "ask its suggestion"),
            ("c", "copy it"),
        ),
    ),
    (
        "Why",
        (
            ("Left Right", "close and open; Space turns"),
            ("Enter", "ask about the step (or a double click)"),
        ),
    ),
    (
        "Assumptions",
        (
            ("Space", "change: unknown, yes, no (or a click)"),
            ("y n u", "yes; no, or suppose away; unknown"),
        ),
    ),
    (
        "Map",
        (
            ("Tab", "the next statement; Enter puts it in the middle (or a double click)"),
            ("arrows", "move the picture; Home goes back to the statement pointed at"),
            ("+ -", "more or less in each box"),
            ("w n", "widen or narrow by a step"),
            ("/", "go to any statement"),
            ("y x u", "assume it, suppose it away, leave it as it was"),
        ),
    ),
    ("Rules", (("Enter", "does the rule apply now?"), ("e", "edit it; in Why too, on a step"))),
)
"""Those of the conversation and what stands beside it."""

EDITING: Parts = (
    (
        "The text",
        (
            ("Ctrl+S", "save; before that the file on disk stays as it is"),
            ("Ctrl+Z", "undo; Ctrl+Y redo"),
            ("Tab", "indent; Enter begins a line below the one before"),
            ("Right", "take the rest of the sentence that is offered"),
            ("F2", "back to the text; Shift+Tab leaves it"),
            ("Escape", "close; asks when changes are not saved"),
        ),
    ),
    (
        "What is found",
        (
            ("F8", "go to the next problem"),
            ("F3", "the list: problems, then what would change"),
            ("Enter", "go to the line of the problem (or a click)"),
        ),
    ),
)
"""Those of the editor."""

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

_WIDTH = 11
EXPORT = "/export"
"""The command of the full screen that writes the conversation to a file."""


def help_paragraphs(editing: bool = False) -> tuple[Paragraph, ...]:
    """Write the help page of the conversation, or of the editor."""
    if editing:
        return tuple(_paragraphs(_EDITING, EDITING))
    return (*_paragraphs(_ASKING, KEYS), *_commands())


def _commands() -> Iterator[Paragraph]:
    yield Paragraph(label(("Commands, for those who prefer them", Tone.ACCENT)), gap=True)
    for typed, does in (*told_commands(), (EXPORT, "write the conversation to a file")):
        yield Paragraph(label(f"{typed}: {does}"))


def _paragraphs(lead: str, keys_by_part: Parts) -> Iterator[Paragraph]:
    yield Paragraph(label(lead))
    for heading, keys in keys_by_part:
        yield Paragraph(label((heading, Tone.ACCENT)), gap=True)
        for key, does in keys:
            yield Paragraph(label(does), f"{key:<{_WIDTH}}")
