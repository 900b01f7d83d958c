"""What F1 tells in the dialogs, whose keys no one sets otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from arguendo_tui.presenters.labels import Paragraph, Tone, label


class Dialog(Enum):
    """A dialog; the value is what it is called."""

    NEW_RULE = "A new rule"
    COMPARE = "Scenarios side by side"
    SEARCH = "Search the conversation"
    ARRANGE = "How the panes lie"
    NAME = "A name for a scenario"
    EXPORT = "Export the conversation"


@dataclass(frozen=True)
class _Help:
    keys: tuple[tuple[str, str], ...]
    told: str


_LEAVE = ("Escape", "leave it; nothing is written")

_HELP: Mapping[Dialog, _Help] = {
    Dialog.NEW_RULE: _Help(
        (
            ("Tab", "the next field, Shift+Tab the one before"),
            ("Right", "take the rest of the sentence that is offered"),
            ("Ctrl+S", "write the rule into its file, once nothing is wrong with it"),
            _LEAVE,
        ),
        "Write sentences that the rule base knows: they are offered while you write. A semicolon "
        "stands between two; “?x” stands for anything, the same wherever it stands. Below the "
        "fields it is told what is wrong, or which conclusions would change, and how the rule "
        "would stand in its file.",
    ),
    Dialog.COMPARE: _Help(
        (("Up Down", "the rows"), ("Left Right", "the columns"), ("Escape", "close")),
        "The first column is the case as it is now; scenarios of your own come next, then those of "
        "the rule base. Above is what each assumes, below how conclusions stand: only those that "
        "stand otherwise in some column, and the one that was asked about.",
    ),
    Dialog.SEARCH: _Help(
        (
            ("Up Down", "choose among the turns that are found"),
            ("Enter", "go to it"),
            ("Escape", "close"),
        ),
        "A turn is found if all the words occur in its question or its answer.",
    ),
    Dialog.ARRANGE: _Help(
        (
            ("Left Right", "make the pane narrower, wider"),
            ("Up Down", "make it lower, higher"),
            ("Tab", "the next pane"),
            ("Z", "give it all of the screen, and the others their place back"),
            ("H", "hide it; a number hides or shows the pane that has it"),
            ("R", "as usual"),
            ("Escape", "done"),
        ),
        "How the panes lie is remembered.",
    ),
    Dialog.NAME: _Help(
        (("Enter", "keep what is assumed under the name"), _LEAVE),
        "It is brought back from the list of scenarios on the board (F4), or from the palette. "
        "Another one of the same name is replaced.",
    ),
    Dialog.EXPORT: _Help(
        (("Enter", "write it"), ("Tab", "go to the buttons"), _LEAVE),
        "The ending of the file's name says in which form it is written. No file is overwritten "
        "unasked.",
    ),
}
_WIDTH = 13


def dialog_paragraphs(dialog: Dialog) -> Iterator[Paragraph]:
    """Write the help page of a dialog."""
    yield Paragraph(label((dialog.value, Tone.ACCENT)))
    for key, does in _HELP[dialog].keys:
        yield Paragraph(label(does), f"{key:<{_WIDTH}} ")
    yield Paragraph(label(_HELP[dialog].told), gap=True)
