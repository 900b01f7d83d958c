"""The help page: keys, and how to ask."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo_tui.presenters.labels import Paragraph, Tone, label

KEYS = (
    (
        "Anywhere",
        (
            ("F1", "this help"),
            ("F2", "the chat; Escape goes there too"),
            ("F3 F4 F5", "why; assumptions; rules"),
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
    ("Rules", (("Enter", "does the rule apply now?"),)),
)
"""By part of the screen: keys and what they do."""

_ASKING = (
    "Ask in your own words whether something holds, why or why not, what if, what it would take, "
    "what matters most, what to do, or what a paragraph says. “Assume that …” and “forget that …” "
    "change what is assumed, as the Assumptions tab does."
)

_WIDTH = 11


def help_paragraphs() -> tuple[Paragraph, ...]:
    """Write the help page."""
    return tuple(_paragraphs())


def _paragraphs() -> Iterator[Paragraph]:
    yield Paragraph(label(_ASKING))
    for heading, keys in KEYS:
        yield Paragraph(label((heading, Tone.ACCENT)), gap=True)
        for key, does in keys:
            yield Paragraph(label(does), f"{key:<{_WIDTH}}")
