"""The text of a file to edit: line numbers, a little colour, and problems underlined."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import takewhile

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from arguendo.problems import Problem, Severity, printable
from arguendo.span import Span
from arguendo_tui.presenters.actions import TEXT
from arguendo_tui.presenters.yaml_marks import marks_of
from arguendo_tui.widgets.keys import bindings

STEP = 2
"""Spaces that Tab indents by."""


_THEME = TextAreaTheme("rule-text", cursor_line_style=Style())
"""The line of the cursor keeps its colours; all else is set by the style sheet."""


class RuleText(TextArea):
    """A text area that knows a little of YAML, and never prints a terminal escape."""

    COMPONENT_CLASSES = {
        "rule-text--key",
        "rule-text--comment",
        "rule-text--variable",
        "rule-text--source",
        "rule-text--error",
        "rule-text--warning",
        "rule-text--note",
    }
    BINDINGS = bindings(TEXT)

    def __init__(self, text: str, *, locked: bool, id: str | None = None) -> None:
        """Take the text, and whether it can be read only."""
        self._rest: Callable[[str], str] = lambda line: ""
        super().__init__(
            text, read_only=locked, show_line_numbers=True, compact=True, soft_wrap=True, id=id
        )
        self.register_theme(_THEME)
        self.theme = _THEME.name
        self.indent_width = STEP
        self._wrong: dict[int, list[tuple[Span, Severity]]] = {}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep F6 and F7 from selecting a line and everything: elsewhere they lead to panes."""
        selects = action in ("select_line", "select_all")
        return False if selects else super().check_action(action, parameters)

    def offer(self, rest: Callable[[str], str]) -> None:
        """Take what tells how a line that is being written may go on."""
        self._rest = rest

    def update_suggestion(self) -> None:
        """Offer the rest of the sentence at the end of a line."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        at_end = self.selection.is_empty and column == len(line) and not self.read_only
        self.suggestion = self._rest(line) if at_end else ""

    def mark(self, problems: Iterable[Problem]) -> None:
        """Underline where problems are, instead of where they were."""
        self._wrong = {}
        for problem in problems:
            if problem.span is not None:
                wrong = self._wrong.setdefault(problem.span.line - 1, [])
                wrong.append((problem.span, problem.severity))
        self.notify_style_update()
        self.refresh()

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the cursor at a line and column, counted from 1, and show it."""
        self.move_cursor((line - 1, column - 1), center=True)
        self.focus()

    def begin_at(self, line: int) -> None:
        """Go to a line, and show it with what comes below once there is room."""
        self.move_cursor((line - 1, 0))
        self.focus()
        self.call_after_refresh(self._show_below)

    def _show_below(self) -> None:
        offset = self.wrapped_document.location_to_offset((self.cursor_location[0], 0))
        self.scroll_to(y=max(offset.y - 1, 0), animate=False)

    def take(self, text: str) -> None:
        """Replace all of the text, as one step that can be undone."""
        place = self.cursor_location
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        if self.text != text:
            # It ends its lines otherwise, which an edit cannot change.
            self.load_text(text)
        self.move_cursor(self.clamp_visitable(place))

    def get_line(self, line_index: int) -> Text:
        """Return a line, with no character that moves the cursor or turns the text around."""
        line = self.document.get_line(line_index)
        # As many characters as there are, since cursor and selection count them.
        shown = Text("\t".join(map(printable, line.split("\t"))), end="", no_wrap=True)
        for start, end, part in marks_of(line):
            shown.stylize(self._style(part.value), start, end)
        for span, severity in self._wrong.get(line_index, ()):
            end = span.end_column - 1 if span.end_line == span.line else len(line)
            shown.stylize(self._style(severity.value), span.column - 1, max(end, span.column))
        return shown

    def on_key(self, event: events.Key) -> None:
        """Indent by Tab, and let a new line begin where the one before it did."""
        if self.read_only or event.key not in ("tab", "enter"):
            return
        event.stop()
        event.prevent_default()
        start, end = self.selection
        if event.key == "tab":
            column = min(start, end)[1]
            added = " " * (STEP - column % STEP)
        else:
            row, column = min(start, end)
            line = self.document.get_line(row)[:column]
            added = "\n" + "".join(takewhile(str.isspace, line))
        self.replace(added, start, end)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"rule-text--{name}", partial=True)
