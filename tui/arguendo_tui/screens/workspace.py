"""The screen on which one works: the conversation, and beside it all that it is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.notifications import SeverityLevel
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from arguendo.problems import printable
from arguendo.statements import Statement
from arguendo_tui.board import Board, Exchange
from arguendo_tui.presenters.actions import ANYWHERE, CARD, PARTS, Action
from arguendo_tui.presenters.focus import Focus
from arguendo_tui.presenters.labels import copied
from arguendo_tui.presenters.map import Chart
from arguendo_tui.presenters.rules import concluding
from arguendo_tui.presenters.tiling import BOARD, CHAT, MAP, SOURCE, WIDE_FROM, Arrangement
from arguendo_tui.presenters.transcript import Transcript
from arguendo_tui.remembering import SCREEN, remember
from arguendo_tui.screens.arranging import ArrangeScreen, JumpScreen
from arguendo_tui.screens.commands import Command, edit_commands, part_commands
from arguendo_tui.screens.export import ExportScreen
from arguendo_tui.screens.help import HelpScreen
from arguendo_tui.screens.jobs import Begun, Job
from arguendo_tui.screens.mapping import open_map
from arguendo_tui.screens.news import Charted, Told, Transcribed
from arguendo_tui.screens.rereading import Rereading
from arguendo_tui.screens.writing import Writing
from arguendo_tui.widgets.cards import Exchanged
from arguendo_tui.widgets.key_line import KeyLine
from arguendo_tui.widgets.keys import bindings, can_edit
from arguendo_tui.widgets.map_pane import MapPane, load_map
from arguendo_tui.widgets.outline import Outline
from arguendo_tui.widgets.panes import TITLES, Panes
from arguendo_tui.widgets.past import Past
from arguendo_tui.widgets.selecting import Selected


class Workspace(Writing, Rereading):
    """The panes, all about one focus; side by side where there is room, else one at a time."""

    AUTO_FOCUS = "#line"
    BINDINGS = bindings(ANYWHERE, priority=("search", "copy", "redo", "compare", "save"))
    PAUSE = 0.12
    """Seconds at rest after which what takes longer is worked out anew."""

    subject: reactive[Focus] = reactive(Focus(), init=False)

    def compose(self) -> ComposeResult:
        with Horizontal(id="status"):
            yield Static(id="where", markup=False)
            yield Static(id="how", markup=False)
        yield Panes(self._arrangement, id="body")
        yield KeyLine()

    async def on_mount(self) -> None:
        self._resting: Timer | None = None
        self._trail: list[tuple[str, Focus]] = []
        await self.begin()
        self.action_go(CHAT)
        self.post_message(Begun())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Problems can be listed while there are any, work be stopped while it is told."""
        if action == "stop":
            return self.is_busy
        if action == "problems":
            return self._trouble is not None
        if action == "arrange":
            return self._trouble is None or self.app.size.width >= WIDE_FROM
        return True

    def write(self, text: str) -> bool:
        """Go to the line, and write on in it."""
        self._panes.go(CHAT)
        # At once: the next key may be here before a message is.
        self.set_focus(self._chat.prompt.line)
        self._chat.prompt.line.insert_text_at_cursor(text)
        return True

    def on_resize(self) -> None:
        self._show_status()

    def scroll_to_center(self, widget: Widget, *given: Any, **named: Any) -> None:
        """Bring what has got the focus into view: of many turns, the one pointed at."""
        if isinstance(widget, Past):
            widget.show_pointed()
        else:
            super().scroll_to_center(widget, *given, **named)

    # Where things lie.

    def action_go(self, name: str) -> None:
        """Go to a pane."""
        self._panes.go(name)
        self.refresh_bindings()

    def action_back(self) -> None:
        """Put completions away, else go to the chat."""
        if not self._chat.prompt.close():
            self.action_go(CHAT)

    def action_filter(self) -> None:
        """Go to the filter of the pane."""
        self._panes.go_to_filter()

    def action_scroll_chat(self, pages: int) -> None:
        """Scroll the conversation."""
        self._chat.scroll(pages)

    def action_zoom(self) -> None:
        """Give the pane with the focus all of the screen, or the others their place back."""
        arrangement = self._panes.arrangement
        if len(self._panes.shown) == 1 and not arrangement.zoomed:
            self.notify("The pane has all of the screen already.", timeout=3)
        else:
            self._panes.arrange_as(arrangement.zoom(self._panes.current))

    def action_arrange(self) -> None:
        """Resize, hide and show panes with the arrow keys and letters."""
        self.app.push_screen(ArrangeScreen(self._panes))

    def action_jump(self) -> None:
        """Show a letter over each pane, and go where one of them leads."""

        def go(name: str | None) -> None:
            if name:
                self.action_go(name)

        self.app.push_screen(JumpScreen(self._panes), go)

    @on(Panes.Rearranged)
    def _remember(self, event: Panes.Rearranged) -> None:
        arrangement: Arrangement = event.arrangement
        keep = partial(remember, self._memory and self._memory / SCREEN, arrangement)
        self.run_worker(keep, thread=True, group="layout", exclusive=True)
        shown = set(self._panes.shown)
        if shown != self._seen:
            # What comes into sight is about the same as what was there.
            self._lead(shown.difference(self._seen))
            self._seen = shown
            self._rest()

    _seen: Collection[str] = ()
    """The panes that were seen when they were laid last."""

    # What they are about.

    @on(Selected)
    def _select(self, event: Selected) -> None:
        event.stop()
        if event.pane == self._panes.current:
            self._turn_to(event.statement, event.rule, event.source)

    def _turn_to(
        self, statement: Statement | None, rule: str = "", source: tuple[str, ...] = ()
    ) -> None:
        """Select a statement, with the rule that could conclude it where none is named."""
        if statement is not None and not rule:
            row = concluding(self._opening.rules, statement)
            rule, source = (row.id, source or row.source) if row else ("", source)
        self.subject = self.subject.on(statement, rule, source)

    def watch_subject(self, focus: Focus) -> None:
        """Let all other panes point at what is selected."""
        self._lead({*self._panes.shown} - {self._panes.current})

    def _lead(self, names: Collection[str]) -> None:
        """Let panes point at the subject, which they do not select by that."""
        panes = self._panes
        parts = (panes.why, panes.assumptions, panes.rules, panes.source, panes.map, panes.replay)
        with self.prevent(Selected):
            for pane in (each for each in parts if each.id in names):
                pane.follow(self.subject)

    @on(Outline.Sourced)
    def _go_to_source(self, event: Outline.Sourced) -> None:
        self._trail.append((self._panes.current, self.subject))
        self._turn_to(event.node.claim, event.node.rule, event.node.source)
        self.action_go(SOURCE)

    def action_return(self) -> None:
        """Go back to the pane and the statement from which one went to the source."""
        pane, self.subject = self._trail.pop() if self._trail else (CHAT, self.subject)
        self.action_go(pane)

    @on(Outline.Weighed)
    def _weigh_for(self, event: Outline.Weighed) -> None:
        event.stop()
        self.subject = self.subject.weighing(event.node.claim)
        self._rest()

    def _show(self, board: Board) -> None:
        super()._show(board)
        if board.goal is not None and board.goal != self._summed:
            self._summed = board.goal
            self.subject = self.subject.weighing(board.goal)
            root = board.trees[0] if board.trees else None
            self._turn_to(board.goal, *((root.rule, root.source) if root else ()))
            self._panes.map.renew()
        self._rest()

    @property
    def _goal(self) -> Statement | None:
        return self.subject.goal

    _summed: object = None
    """The conclusion that was asked about last."""

    async def _begin(self, question: str, make: Callable[[], Exchange]) -> Exchanged:
        # There will be a rest after the answer; until then what takes longer would be in the way.
        if self._resting is not None:
            self._resting.stop()
        self.cancel("sides")
        return await super()._begin(question, make)

    async def _give_up(
        self, subject: object, why: str, severity: SeverityLevel = "information"
    ) -> None:
        await super()._give_up(subject, why, severity)
        if isinstance(subject, Exchanged):
            self._rest()  # what made way for the question is worked out after all

    def _rest(self) -> None:
        """Once there is a rest, work out what takes longer than a key may."""
        if self._resting is not None:
            self._resting.stop()
        if self.PAUSE:
            self._resting = self.set_timer(self.PAUSE, self._work_out)
        else:
            self._work_out()

    def _work_out(self) -> None:
        make = partial(self._desk.sides, self.subject.goal, self._panes.shown)
        self.work(Job(self, make, Told, BOARD), "sides", "weighing", alone=True)

    @on(Told)
    def _tell(self, event: Told) -> None:
        sides = event.sides
        if sides.turn != self._desk.turns:
            return
        self._panes.assumptions.weigh(sides.weights)
        with self.prevent(Selected):
            if sides.paragraphs:
                self._panes.source.show(sides.paragraphs)
            if sides.shots:
                self._panes.replay.show(sides.shots)
        self._lead(self._panes.shown)
        if sides.turn != self._drawn:
            # Where it is being drawn around another answer, that is not to be cut short.
            if self._renewal not in self._jobs:
                self._panes.map.refit()
            self._drawn = sides.turn

    _drawn = 0
    """By which turn the map was drawn last."""
    _renewal: Job[Any] | None = None
    """What drew it around another answer last."""

    @on(MapPane.Wanted)
    def _survey(self, event: MapPane.Wanted) -> None:
        def make() -> Chart | None:
            load_map()
            return self._desk.chart(event.view, event.most)

        job = Job(self, make, Charted)
        if event.view is None:
            self._renewal = job
        self.work(job, "survey", "drawing the map", alone=True)

    @on(Charted)
    async def _draw(self, event: Charted) -> None:
        await self._panes.map.show(event.chart)

    def action_map(self) -> None:
        """Show the argument around the last answer: in its tile, else over the whole screen."""
        if MAP in self._panes.shown:
            self.action_go(MAP)
        else:
            open_map(self, self._desk, self.assume)

    # What else there is to do.

    def action_unfold(self) -> None:
        """Show or fold the reasoning of the answer that has the focus, else of the last one."""
        focused = self.focused
        card = focused if isinstance(focused, Exchanged) else self._chat.last
        if card is None:
            self.notify("There is no answer yet to unfold.", timeout=3)
            return
        if not card.has_reasoning:
            self.notify("There is no more behind this answer to unfold.", timeout=3)
            return
        if not self._panes.shows_chat:
            self.action_go(CHAT)
        card.action_unfold()
        self._chat.show(card)

    def action_copy(self) -> None:
        """Copy what is selected, else what has the focus, else the last answer."""
        selected, focused, card = self.get_selected_text(), self.focused, self._chat.last
        selected = selected or self._panes.told
        if selected:
            self._copy(selected)
        elif isinstance(focused, Exchanged | Past):
            focused.action_copy()
        elif card is not None:
            self._copy(card.text)

    @on(Exchanged.Copied)
    @on(Past.Copied)
    def _copy_card(self, event: Exchanged.Copied | Past.Copied) -> None:
        self._copy(event.text)

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        self.notify(copied(text), timeout=3, markup=False)

    def action_help(self) -> None:
        """Show the help: where one is comes first."""
        keys = getattr(self.app, "keys", {})
        self.app.push_screen(
            HelpScreen(self._panes.current, chosen=keys, reading=not can_edit(self))
        )

    def action_learn(self) -> None:
        """Ask exercises about the rule base; the conversation stays as it is."""
        from arguendo_tui.screens.learn import LearnScreen

        self.app.push_screen(LearnScreen(self._desk.stage.rulebase, self._memory))

    def action_export(self) -> None:
        """Ask where to write the conversation."""
        make = partial(self._desk.transcript, date.today().isoformat())
        self.work(Job(self, make, Transcribed), "desk", "gathering the conversation")

    @on(Transcribed)
    def _ask_where(self, event: Transcribed) -> None:
        self.write_down(event.transcript)

    def write_down(self, transcript: Transcript) -> None:
        """Ask where to write a conversation."""
        self.app.push_screen(ExportScreen(transcript), self._exported)

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self.notify(f"Written to\n{path}", markup=False, timeout=5)

    def commands(self) -> Iterator[Command]:
        """Go through the commands for the palette: all that a key does, and the scenarios."""
        yield from part_commands({ANYWHERE: ""}, lambda action: self.run_action(action.do))
        if self._trouble is not None:
            yield Command("Problems", "what is wrong in the files", self.action_problems)
        found = part_commands(TITLES, lambda action: self._do_in(action.part, action.do), rare=True)
        yield from (each for each in found if can_edit(self) or ": Edit" not in each.name)
        yield from part_commands({CARD: PARTS[CARD]}, self._do_on_card, rare=True)
        for each in self._panes.assumptions.choices:
            begin = partial(self.choose, each.id)
            yield Command(f"Scenario: {each.title}", "Begin this scenario", begin)
        for title, query in self.kept().items():
            load = partial(self.load_kept, query)
            yield Command(printable(f"Scenario of your own: {title}"), "Set the stage so", load)
        if can_edit(self):
            yield from edit_commands(self._desk.stage.rulebase, self.edit_rule, self.edit)

    async def _do_on_card(self, action: Action) -> None:
        """Do on the answer with the focus, else on the last, what a key of its own does."""
        card = self.focused if isinstance(self.focused, Exchanged) else self._chat.last
        if card is not None:
            await self.app.run_action(action.do, card)

    async def _do_in(self, part: str, do: str) -> None:
        """Go to a pane, and do there what a key of its own does."""
        self.action_go(part)
        await self.app.run_action(do, self._panes.target(part))
