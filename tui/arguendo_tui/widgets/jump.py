"""Where to jump to: a line to type in, and the sentences that fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from arguendo.statements import Statement

Find = Callable[[str], Sequence[tuple[str, Statement]]]
"""From words to the sentences that have them."""


class Jump(Vertical):
    """Hidden until it is opened; closed by a choice or by Escape."""

    BINDINGS = [
        Binding("escape", "close", "Close", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    class Chosen(Message):
        """A statement is chosen."""

        def __init__(self, statement: Statement) -> None:
            """Take the statement."""
            super().__init__()
            self.statement = statement

    class Closed(Message):
        """Nothing is chosen."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start closed."""
        super().__init__(id=id)
        self._find: Find = lambda _words: ()
        self._found: Sequence[tuple[str, Statement]] = ()

    def compose(self) -> ComposeResult:
        yield Input(placeholder="Go to a statement …", id="jump-line", compact=True)
        yield Static("No statement has these words.", id="jump-none", markup=False)
        yield OptionList(id="jump-found", markup=False, compact=True)

    def on_mount(self) -> None:
        self.display = False
        self.query_one(OptionList).can_focus = False

    def open(self, find: Find) -> None:
        """Ask where to jump to."""
        self._find = find
        self.display = True
        line = self.query_one(Input)
        line.value = ""
        self._offer("")
        line.focus()

    def action_close(self) -> None:
        """Jump nowhere."""
        self.display = False
        self.post_message(self.Closed())

    def action_move(self, step: int) -> None:
        """Point at the next sentence, or the one before."""
        listed = self.query_one(OptionList)
        if step > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer(event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose(self.query_one(OptionList).highlighted)

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(event.option_index)

    def _offer(self, words: str) -> None:
        self._found = self._find(words)
        listed = self.query_one(OptionList)
        listed.set_options(Option(Content(said)) for said, _ in self._found)
        listed.highlighted = 0 if self._found else None
        self.query_one("#jump-none", Static).display = not self._found

    def _choose(self, place: int | None) -> None:
        if place is not None and place < len(self._found):
            self.display = False
            self.post_message(self.Chosen(self._found[place][1]))
