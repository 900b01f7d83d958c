"""Finds words in what was said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from arguendo_tui.board import Found
from arguendo_tui.presenters.dialogs import Dialog
from arguendo_tui.presenters.filtering import told_found
from arguendo_tui.screens.asking import DialogScreen
from arguendo_tui.screens.jobs import Failed, Job
from arguendo_tui.widgets.setting import Hanging

Find = Callable[[str], Sequence[Found]]


class FoundTurns(Message):
    """Turns are found."""

    def __init__(self, words: str, found: Sequence[Found]) -> None:
        """Take by what words, and the turns."""
        super().__init__()
        self.words = words
        self.found = found


class SearchScreen(DialogScreen[int]):
    """Returns the turn to go to; 0 for none."""

    DIALOG = Dialog.SEARCH
    BINDINGS = [
        Binding("escape", "dismiss(0)", "Close"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(self, find: Find) -> None:
        """Take what finds turns by words."""
        super().__init__()
        self._find = find
        self._found: Sequence[Found] = ()
        self._words = ""
        """What was looked for to find them."""
        self._is_chosen = False
        """Whether Enter was pressed before they were there."""

    def compose(self) -> ComposeResult:
        with Vertical(id="search", classes="dialog"):
            yield Static("Search the conversation: arrows choose, Enter goes there.", markup=False)
            yield Input(id="searched", compact=True)
            yield Static(id="found-none", markup=False)
            yield OptionList(id="found-turns", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self._tell("")

    def _tell(self, told: str) -> None:
        said = self.query_one("#found-none", Static)
        said.update(told)
        said.display = bool(told)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        words, self._is_chosen = event.value, False
        make = partial(self._find, words) if words.strip() else tuple
        job = Job(self, make, partial(FoundTurns, words))
        self.run_worker(job, thread=True, group="search", exclusive=True)

    @on(FoundTurns)
    def _show(self, event: FoundTurns) -> None:
        if event.words != self.query_one(Input).value:
            return  # others are looked for by now
        self._words, self._found = event.words, event.found
        listed = self.query_one(OptionList)
        listed.set_options(
            Option(
                Hanging(Content(f"{each.turn:>4}  "), Content(f"{each.question} — {each.excerpt}"))
            )
            for each in self._found
        )
        listed.highlighted = 0 if self._found else None
        self._tell(told_found(event.words, len(self._found)))
        if self._is_chosen:
            self._go()

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        event.stop()
        self.notify(event.text, severity="error", markup=False)

    def action_move(self, by: int) -> None:
        """Point at another turn."""
        listed = self.query_one(OptionList)
        if self._found:
            listed.highlighted = ((listed.highlighted or 0) + by) % len(self._found)

    @on(Input.Submitted)
    def _go(self) -> None:
        self._is_chosen = self._words != self.query_one(Input).value
        if self._is_chosen or (self._words.strip() and not self._found):
            return
        place = self.query_one(OptionList).highlighted
        self.dismiss(self._found[place].turn if place is not None and self._found else 0)

    @on(OptionList.OptionSelected)
    def _click(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index].turn)
