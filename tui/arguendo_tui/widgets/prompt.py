"""Where questions are typed: with a history, and completions to pick from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from arguendo_tui.presenters.completion import Completion
from arguendo_tui.presenters.help import EXPORT

Complete = Callable[[str], Iterable[Completion]]

_MOST_REMEMBERED = 500


class Line(Input):
    """The line itself; arrows and Tab go to the completions while there are any."""

    BINDINGS = [
        Binding("up", "back", "Earlier", show=False),
        Binding("down", "forth", "Later", show=False),
        Binding("tab", "take", "Complete", show=False),
        Binding("pageup", "screen.scroll_chat(-1)", "Up", show=False),
        Binding("pagedown", "screen.scroll_chat(1)", "Down", show=False),
    ]

    class Stepped(Message):
        """The line before or after is wanted, of completions or of the history."""

        def __init__(self, by: int) -> None:
            """Take the direction."""
            super().__init__()
            self.by = by

    class Taken(Message):
        """The completion pointed at is wanted."""

    completing = False
    """Whether completions are shown."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Tab to its usual work while there is nothing to complete."""
        return self.completing if action == "take" else super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go to the line before."""
        self.post_message(self.Stepped(-1))

    def action_forth(self) -> None:
        """Go to the line after."""
        self.post_message(self.Stepped(1))

    def action_take(self) -> None:
        """Take the completion."""
        self.post_message(self.Taken())


class Prompt(Vertical):
    """The line, with the completions above it."""

    class Submitted(Message):
        """A line was entered."""

        def __init__(self, text: str) -> None:
            """Take the line."""
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:
        """Start without history and without completions."""
        super().__init__(id=id)
        self._complete: Complete = lambda line: ()
        self._offered: tuple[Completion, ...] = ()
        self._history: list[str] = []
        self._place = 0
        self._draft = ""
        self._quiet = ""

    def compose(self) -> ComposeResult:
        yield OptionList(id="completions", markup=False)
        told = "Ask a question (F1: help)"
        yield Line(placeholder=told, compact=True, select_on_focus=False, id="line")

    def on_mount(self) -> None:
        self.query_one("#completions", OptionList).can_focus = False
        self._offer("")

    def complete_with(self, complete: Complete) -> None:
        """Take what offers completions."""
        self._complete = complete

    def focus_line(self) -> None:
        """Begin typing."""
        self.line.focus()

    def close(self) -> bool:
        """Put the completions away; tell whether there were any."""
        shown = bool(self._offered)
        self._offer("")
        return shown

    def enter(self, text: str) -> None:
        """Enter a line as if it were typed."""
        self._keep(text)
        self.post_message(self.Submitted(text))

    def _keep(self, text: str) -> None:
        self._history = [*(h for h in self._history if h != text), text][-_MOST_REMEMBERED:]
        self._place, self._draft = len(self._history), ""

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.query_one(Line)

    @on(Input.Changed, "#line")
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value == self._quiet:
            return
        self._quiet = ""
        self._offer(event.value)

    @on(Input.Submitted, "#line")
    async def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        completions = self.query_one("#completions", OptionList)
        if self._offered and completions.highlighted is not None:
            self._take(completions.highlighted)
            return
        text = event.value.strip()
        if text:
            self._write("")
            if text == EXPORT:
                self._keep(text)
                await self.run_action("screen.export")
            else:
                self.enter(text)

    @on(Line.Stepped)
    def _step(self, event: Line.Stepped) -> None:
        event.stop()
        completions = self.query_one("#completions", OptionList)
        if not self._offered:
            self._remember(event.by)
        elif completions.highlighted is None:
            completions.highlighted = 0 if event.by > 0 else len(self._offered) - 1
        elif 0 <= completions.highlighted + event.by < len(self._offered):
            completions.highlighted += event.by
        else:
            completions.highlighted = None

    @on(Line.Taken)
    def _tab(self, event: Line.Taken) -> None:
        event.stop()
        self._take(self.query_one("#completions", OptionList).highlighted or 0)

    @on(OptionList.OptionSelected, "#completions")
    def _click(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(event.option_index)
        self.line.focus()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        self._offer("")

    def _take(self, place: int) -> None:
        if place < len(self._offered):
            self._write(self._offered[place].line)

    def _remember(self, by: int) -> None:
        """Go through the history; what was being typed comes after its end."""
        if not 0 <= self._place + by <= len(self._history):
            return
        if self._place == len(self._history):
            self._draft = self.line.value
        self._place += by
        at_end = self._place == len(self._history)
        self._write(self._draft if at_end else self._history[self._place])

    def _write(self, text: str) -> None:
        """Set the line without offering completions for it."""
        self._quiet = text
        self.line.value = text
        self.line.cursor_position = len(text)
        self._offer("")

    def _offer(self, line: str) -> None:
        self._offered = tuple(self._complete(line)) if line else ()
        completions = self.query_one("#completions", OptionList)
        completions.set_options(Option(Content(one.shown)) for one in self._offered)
        completions.highlighted = None
        completions.display = self.line.completing = bool(self._offered)
