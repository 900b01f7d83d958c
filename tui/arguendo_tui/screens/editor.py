"""The screen on which a file of the rule base is edited, and what that would change is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from arguendo.case import Case
from arguendo.wording.grammar import counted
from arguendo_tui.drafting import Draft, Stale, Unopened, Unsaved
from arguendo_tui.findings import Findings, look_over
from arguendo_tui.presenters.actions import EDITOR, TEXT
from arguendo_tui.presenters.findings import FindingRow
from arguendo_tui.presenters.labels import Tone, label
from arguendo_tui.presenters.sentences import Sentences
from arguendo_tui.presenters.tiling import WIDE_FROM
from arguendo_tui.screens.choice import ChoiceScreen
from arguendo_tui.screens.commands import Command, part_commands
from arguendo_tui.screens.help import HelpScreen
from arguendo_tui.screens.jobs import Failed, Job
from arguendo_tui.widgets.findings import FindingsPane
from arguendo_tui.widgets.key_line import KeyLine
from arguendo_tui.widgets.keys import bindings
from arguendo_tui.widgets.rule_text import RuleText
from arguendo_tui.widgets.setting import content

_CHANGED = "This file has changed on disk since it was opened. Saving asks what to do."


class LookedOver(Message):
    """It is known what is in a draft."""

    def __init__(self, found: Findings) -> None:
        """Take what was found."""
        super().__init__()
        self.found = found


class Editor(Screen[None]):
    """The text above (or left), what is found in it below (or right)."""

    AUTO_FOCUS = "#text"
    PAUSE = 0.3
    """Seconds without a change after which a draft is looked over."""

    BINDINGS = bindings(EDITOR)

    def __init__(
        self,
        draft: Draft,
        line: int,
        stage: Case | None,
        saved: Callable[[], object],
    ) -> None:
        """Take a draft, the line to begin at, the case to compare with, and whom to tell."""
        super().__init__()
        self._draft = draft
        self._line = line
        self._stage = stage
        self._tell_saved = saved
        self._found: Findings | None = None
        self._timer: Timer | None = None
        self._is_looking = self._look_again = False

    def compose(self) -> ComposeResult:
        with Horizontal(id="status"):
            yield Static(id="where", markup=False)
            yield Static(id="how", markup=False)
        with Container(id="desk"):
            yield RuleText(self._draft.text, locked=bool(self._draft.locked), id="text")
            yield FindingsPane(id="found")
        yield KeyLine()

    def on_mount(self) -> None:
        self._show()
        if self._stage is not None:
            self._text.offer(Sentences.of(self._stage.rulebase).rest)
        self._text.begin_at(self._line)
        self._look()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width >= WIDE_FROM, "-wide")

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost by closing."""
        return self._draft.unsaved

    # While it is written.

    @on(TextArea.Changed, "#text")
    def _written(self) -> None:
        if self._text.text == self._draft.text:
            return
        self._draft = self._draft.written(self._text.text)
        self._show()
        self._look_soon()

    def _look_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self.PAUSE:
            self._timer = self.set_timer(self.PAUSE, self._look)
        else:
            self._look()

    def _look(self) -> None:
        """Look the draft over beside the screen, one draft at a time, the latest at the end."""
        if self._is_looking:
            self._look_again = True
            return
        self._is_looking, self._look_again = True, False
        drafts = {self._draft.name: self._draft.text}
        make = partial(look_over, self._stage, self._draft.home, drafts)
        self.run_worker(Job(self, make, LookedOver), thread=True, group="look")

    @on(LookedOver)
    def _looked_over(self, event: LookedOver) -> None:
        self._is_looking = False
        if self._look_again:
            self._look()
            return
        self._found = event.found
        here = [e for e in event.found.problems if e.span and e.span.file == self._draft.name]
        self._text.mark(here)
        self._pane.show(event.found, self._draft.name)
        self._show()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self._is_looking = False
        self._pane.say(label((event.text, Tone.BAD)))

    def _show(self) -> None:
        """Show the state of the draft."""
        draft, found = self._draft, self._found
        state = " · view only" if draft.locked else " · not saved" if draft.unsaved else ""
        self.query_one("#where", Static).update(
            content(label((draft.name, Tone.STRONG), (state, Tone.WARN)))
        )
        how = f"{found.matcher} matcher" if found and found.matcher else ""
        if found and found.errors:
            how = counted(found.errors, "error")
        self.query_one("#how", Static).update(content(label(how)))
        if draft.locked:
            self._pane.note(draft.locked)

    # What is found.

    def action_next(self) -> None:
        """Go to the next problem."""
        row = self._pane.next()
        if row is None:
            self.notify("There is no problem to go to.", timeout=3)
        else:
            self._go_to(row)

    @on(FindingsPane.Chosen)
    def _choose(self, event: FindingsPane.Chosen) -> None:
        if event.row.line:
            self._go_to(event.row)

    def _go_to(self, row: FindingRow) -> None:
        if row.file == self._draft.name:
            self._text.go_to(row.line, row.column)
        elif self._draft.unsaved:
            self.notify(f"That is in {row.file}. Save this file first.", markup=False)
        else:
            self._turn_to(row.file, row.line)

    def _turn_to(self, name: str, line: int) -> None:
        """Edit another file."""
        try:
            draft = Draft.open(self._draft.home, name)
        except Unopened as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._draft = draft
        self._pane.note("")
        self._text.load_text(draft.text)
        self._text.read_only = bool(draft.locked)
        self._text.begin_at(line)
        self._show()
        self._look()

    def action_go_to_text(self) -> None:
        """Go to the text."""
        self._text.focus()

    def action_go_to_findings(self) -> None:
        """Go to the list of what is found."""
        self._pane.focus_list()

    # The disk.

    def action_save(self) -> None:
        """Write the file, unless it has changed meanwhile: then ask."""
        self._save()

    def _save(self, over: bool = False, then: Callable[[], object] | None = None) -> None:
        try:
            self._draft = self._draft.saved(over=over)
        except Stale:
            self._ask_which(then)
            return
        except Unsaved as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._pane.note("")
        self._show()
        kept = ""
        if self._found and self._found.errors and self._stage:
            kept = ", with errors: the last good version stays in force"
        self.notify(f"Saved: {self._draft.name}{kept}.", markup=False, timeout=3)
        self._tell_saved()
        if then is not None:
            then()

    def _ask_which(self, then: Callable[[], object] | None) -> None:
        def choose(chosen: str | None) -> None:
            if chosen == "overwrite":
                self._save(over=True, then=then)
            elif chosen == "reload":
                self._take_disk()

        self.app.push_screen(
            ChoiceScreen(
                f"{self._draft.name} has changed on disk since it was opened. Overwrite it with "
                "this text, or take the text from the disk instead (undo brings this one back)?",
                {"overwrite": "Overwrite", "reload": "Take from disk"},
                "Cancel",
            ),
            choose,
        )

    def _take_disk(self) -> None:
        """Take the text from the disk; what was written here can be brought back by undoing."""
        try:
            self._draft = self._draft.reopened()
        except Unopened as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._text.take(self._draft.text)
        self._text.read_only = bool(self._draft.locked)
        self._pane.note("")
        self._show()
        self._look()

    def refit(self, stage: Case | None) -> None:
        """Take it that files have changed, or what is in force: `stage` is what to compare with."""
        self._stage = stage or self._stage
        try:
            stale = self._draft.stale
        except Unopened as error:
            self._pane.note(str(error))
        else:
            if stale and not self._draft.path.exists():
                self._pane.note("The file is gone from the disk. Saving asks what to do.")
            elif stale and not self._draft.unsaved:
                self._take_disk()
                said = f"{self._draft.name} has changed on disk, and was read again."
                self.notify(said, markup=False, timeout=5)
                return
            else:
                self._pane.note(_CHANGED if stale else self._draft.locked)
        self._look()

    # The end.

    def action_close(self) -> None:
        """Go back, after asking when something would be lost."""
        self.leave(self.dismiss)

    def leave(self, then: Callable[[], object]) -> None:
        """Do what ends the editing; with changes that are not saved, ask first."""
        if not self._draft.unsaved:
            then()
            return

        def choose(chosen: str | None) -> None:
            if chosen == "save":
                self._save(then=then)
            elif chosen == "discard":
                then()

        self.app.push_screen(
            ChoiceScreen(
                f"The changes in {self._draft.name} are not saved.",
                {"save": "Save", "discard": "Discard"},
                "Go on editing",
            ),
            choose,
        )

    def action_help(self) -> None:
        """Show the help."""
        self.app.push_screen(HelpScreen(editing=True, chosen=getattr(self.app, "keys", {})))

    def commands(self) -> Iterator[Command]:
        """Go through the commands for the palette."""
        yield from part_commands({EDITOR: ""}, lambda action: self.run_action(action.do))
        on_text = partial(self.app.run_action, default_namespace=self._text)
        yield from part_commands({TEXT: ""}, lambda action: on_text(action.do))

    @property
    def _text(self) -> RuleText:
        return self.query_one(RuleText)

    @property
    def _pane(self) -> FindingsPane:
        return self.query_one(FindingsPane)


def refit_editors(screen: Screen[Any], stage: Case) -> None:
    """Let open editors tell what would change in the case that is talked about now."""
    for each in screen.app.screen_stack:
        if isinstance(each, Editor):
            each.refit(stage)
