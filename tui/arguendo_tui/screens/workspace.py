"""The screen on which one works: the conversation, and beside it why, assumptions and rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Static

from arguendo.inquiry.query import Query
from arguendo.library import RuleBaseError
from arguendo.statements import Statement
from arguendo.wording.page import Role
from arguendo_tui.desk import Board, Desk, Exchange, Opening, Recalled
from arguendo_tui.drafting import Draft, Unopened, line_of
from arguendo_tui.presenters.findings import first_place, in_trouble
from arguendo_tui.presenters.pages import asked_again, behind, page_paragraphs, plain_paragraphs
from arguendo_tui.screens.commands import Command, edit_commands
from arguendo_tui.screens.editor import Editor, refit_editors
from arguendo_tui.screens.export import ExportScreen
from arguendo_tui.screens.help import HelpScreen
from arguendo_tui.screens.jobs import Failed, Job
from arguendo_tui.screens.mapping import open_map, refit_maps
from arguendo_tui.screens.news import Answered, Broken, FilesChanged, Reloaded, RuleChecked, reread
from arguendo_tui.screens.problems import ProblemsScreen, Wish
from arguendo_tui.widgets.assumptions import AssumptionsPane, Toggles
from arguendo_tui.widgets.cards import Card, Exchanged, Welcome
from arguendo_tui.widgets.chat import ChatPane
from arguendo_tui.widgets.outline import Outline
from arguendo_tui.widgets.panes import CHAT, Panes
from arguendo_tui.widgets.prompt import Prompt
from arguendo_tui.widgets.rules import RuleList, RulesPane
from arguendo_tui.widgets.setting import content
from arguendo_tui.widgets.why import WhyPane


class Workspace(Screen[None]):
    """Chat on the left, tabs on the right; where there is no room, one at a time."""

    AUTO_FOCUS = "#line"
    BINDINGS = [
        Binding("f1", "help", "Help"),
        Binding("f2", "go('chat')", "Chat"),
        Binding("f3", "go('why')", "Why"),
        Binding("f4", "go('assumptions')", "Assume"),
        Binding("f5", "go('rules')", "Rules"),
        Binding("f6", "problems", "Problems"),
        Binding("f7", "map", "Map", show=False),
        Binding("ctrl+o", "unfold", "Unfold"),
        Binding("ctrl+z", "undo", "Undo"),
        Binding("ctrl+y", "copy", "Copy", show=False),
        Binding("ctrl+r", "reload", "Reload", show=False),
        Binding("escape", "back", "Chat", show=False),
    ]

    def __init__(self, desk: Desk, opening: Opening, recalled: Recalled | None = None) -> None:
        """Take the desk to work at, what its rule base shows at first, and what was said before."""
        super().__init__()
        self._trouble: RuleBaseError | None = None
        self._summary = opening.board.summary
        self._desk = desk
        self._opening = opening
        self._recalled = recalled or Recalled()
        self._readings: Mapping[str, Query] = {}
        self._waiting: list[Exchanged] = []

    def compose(self) -> ComposeResult:
        with Horizontal(id="status"):
            yield Static(id="where", markup=False)
            yield Static(id="how", markup=False)
        yield Panes(id="body")
        yield Footer()

    async def on_mount(self) -> None:
        opening = self._opening
        await self._chat.greet(Welcome(opening.title, opening.about, opening.examples))
        self._open(opening)
        for exchange in self._recalled.exchanges:
            await self._fill(await self._chat.say(exchange.question), exchange)
        if self._recalled.told:
            card = await self._chat.say("Go on with an earlier conversation")
            await card.answer(plain_paragraphs(*self._recalled.told), (), ())
        self.action_go(CHAT)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Problems can be listed while there are any, answers be unfolded where they are seen."""
        if action == "problems":
            return self._trouble is not None
        return action != "unfold" or self._panes.shows_chat

    def action_go(self, name: str) -> None:
        """Go to the chat or to a tab."""
        self._panes.go(name)
        self.refresh_bindings()

    def action_back(self) -> None:
        """Put completions away, else go to the chat."""
        if not self._chat.prompt.close():
            self.action_go(CHAT)

    def action_filter(self) -> None:
        """Go to the filter of the tab."""
        self._panes.go_to_filter()

    def action_scroll_chat(self, pages: int) -> None:
        """Scroll the conversation."""
        self._chat.scroll(pages)

    # What is asked.

    @on(Prompt.Submitted)
    async def _submit(self, event: Prompt.Submitted) -> None:
        text, offered = event.text, self._chat.suggestions
        if text.isdigit() and 0 < int(text) <= len(offered):
            text = offered[int(text) - 1]
        await self._ask(text)

    @on(Card.Asked)
    async def _take_suggestion(self, event: Card.Asked) -> None:
        self.action_go(CHAT)
        await self._ask(event.text)

    @on(WhyPane.Asked)
    async def _ask_step(self, event: WhyPane.Asked) -> None:
        query, question = event.node.ask, event.node.question
        if query is not None:
            await self._begin(question, partial(self._desk.put, query, question))

    @on(Toggles.Set)
    async def _toggle(self, event: Toggles.Set) -> None:
        await self.assume(event.statement, event.value)

    async def assume(self, statement: Statement, value: bool | None) -> None:
        """Assume a statement true or false, or leave it as it was."""
        await self._begin("…", partial(self._desk.assume, statement, value))

    @on(AssumptionsPane.Chosen)
    async def _choose(self, event: AssumptionsPane.Chosen) -> None:
        await self.choose(event.scenario)

    async def choose(self, scenario: str) -> None:
        """Begin a scenario."""
        await self._begin("…", partial(self._desk.choose, scenario))

    async def action_undo(self) -> None:
        """Take the last step back."""
        await self._begin("Undo", self._desk.undo)

    async def action_reset(self) -> None:
        """Take all own assumptions back."""
        await self._begin("Reset", self._desk.reset)

    async def _ask(self, text: str) -> None:
        query = self._readings.get(text)
        make = partial(self._desk.put, query, text) if query else partial(self._desk.ask, text)
        await self._begin(text, make)

    async def _begin(self, question: str, make: Callable[[], Exchange]) -> None:
        """Show a question, and work its answer out beside the screen."""
        card = await self._chat.say(question)
        self._waiting.append(card)
        self._run(Job(self, make, partial(Answered, card)))

    def _run(self, job: Callable[[], None]) -> None:
        self.run_worker(job, thread=True, group="desk")

    # What comes of it.

    @on(Answered)
    async def _answer(self, event: Answered) -> None:
        card, exchange = event.card, event.exchange
        await self._fill(card, exchange)
        self._show(exchange.board)
        self._panes.assumptions.tell(exchange.outcome)
        if exchange.trouble:
            self.notify(exchange.trouble, severity="warning", markup=False)

    async def _fill(self, card: Exchanged, exchange: Exchange) -> None:
        if card in self._waiting:
            self._waiting.remove(card)
        reply, again = exchange.reply, exchange.again
        self._readings = exchange.readings
        offered = tuple(exchange.readings) or (again or reply).suggestions
        card.ask(exchange.question)
        if again is None:
            # Readings to choose from are told as suggestions, which can be clicked.
            left_out = (Role.STEPS,) if exchange.readings else ()
            page = page_paragraphs(reply.page.without(*left_out))
            await card.answer(page, page_paragraphs(reply.detail), offered)
        else:
            page = asked_again(again.page, again.question, exchange.change, reply.page)
            await card.answer(page, behind(again.page, again.detail), offered)
        self._chat.show(card)

    @on(Failed)
    async def _fail(self, event: Failed) -> None:
        event.stop()
        if self._waiting:
            await self._waiting.pop(0).answer(plain_paragraphs(event.text), (), ())
        else:
            self.notify(event.text, severity="error", markup=False)

    def _show(self, board: Board) -> None:
        """Show the board as it stands."""
        self._summary = board.summary
        self._show_status()
        self._panes.why.show(board.trees)
        self._panes.assumptions.show(board.rows, board.choices, board.scenario)
        self._panes.rules.check_again()
        refit_maps(self, self._desk)

    def _show_status(self) -> None:
        where = self._summary.where if self._trouble is None else in_trouble(self._trouble)
        self.query_one("#where", Static).update(content(where))
        self.query_one("#how", Static).update(content(self._summary.how))
        # With the key for problems there is no room for the palette's.
        self.query_one(Footer).show_command_palette = not self._trouble or self._panes.is_wide
        self.refresh_bindings()

    def _open(self, opening: Opening) -> None:
        """Show what a rule base shows at first."""
        self._opening = opening
        self._chat.prompt.complete_with(opening.completer.complete)
        self._panes.rules.show(opening.rules)
        self._show(opening.board)

    @on(RulesPane.Checked)
    def _check_rule(self, event: RulesPane.Checked) -> None:
        make = partial(self._desk.rule_now, event.rule)
        self._run(Job(self, make, partial(RuleChecked, event.rule)))

    @on(RuleChecked)
    def _tell_rule(self, event: RuleChecked) -> None:
        self._panes.rules.tell(event.rule, event.now)

    # The rule base, read anew.

    async def action_reload(self) -> None:
        """Read the rule base anew; with problems the one in force stays."""
        card = await self._chat.say("Read the rule base anew")
        self._waiting.append(card)
        self._read_again(card)

    @on(FilesChanged)
    def _files_changed(self) -> None:
        self._read_again(None)

    def _read_again(self, card: Exchanged | None) -> None:
        make = partial(reread, self._desk, card)
        self._run(Job(self, make, lambda outcome: outcome))

    @on(Reloaded)
    async def _reloaded(self, event: Reloaded) -> None:
        card, desk = event.card, event.desk
        if event.since != self._desk.turns or any(each is not card for each in self._waiting):
            # Something was asked meanwhile, which the new desk does not know of.
            self._read_again(card)
            return
        same = desk.digest == self._desk.digest
        self._trouble = None
        if card is None and not same:
            card = await self._chat.say("Files of the rule base have changed")
        if card is not None:
            await self._tell_reload(card, event, same)
            desk.succeed(self._desk)
            self._desk = desk
            self._open(event.opening)
        self._show_status()
        refit_editors(self, self._desk.stage)

    async def _tell_reload(self, card: Exchanged, event: Reloaded, same: bool) -> None:
        again, told = event.again, event.told(same)
        if card in self._waiting:
            self._waiting.remove(card)
        await card.answer(told, (), again.reply.suggestions if again else ())
        self._chat.show(card)

    @on(Broken)
    async def _broken(self, event: Broken) -> None:
        self._trouble = event.error
        self._show_status()
        refit_editors(self, self._desk.stage)
        if event.card is not None:
            self._waiting.remove(event.card)
            kept = "The files have problems. The last good rule base stays in force."
            await event.card.answer(plain_paragraphs(kept), (), ())
            self.action_problems()

    def action_problems(self) -> None:
        """List the problems of files that changed."""
        if self._trouble is not None:
            self.app.push_screen(ProblemsScreen(self._trouble, running=True), self._leave_problems)

    async def _leave_problems(self, wish: Wish | None) -> None:
        if wish is Wish.AGAIN:
            await self.action_reload()
        elif wish is Wish.EDIT and self._trouble is not None:
            self.edit(*first_place(self._trouble))

    # Its files, edited.

    @on(RuleList.Edited)
    @on(Outline.Edited)
    def _edit_rule(self, event: RuleList.Edited | Outline.Edited) -> None:
        self.edit_rule(event.rule)

    def edit_rule(self, id: str) -> None:
        """Edit the file of a rule, at the rule."""
        rule = self._desk.stage.rulebase.rule.get(id)
        if rule is not None and rule.span is not None:
            self.edit(rule.span.file, rule.span.line, id)

    def edit(self, name: str, line: int = 1, rule: str = "") -> None:
        """Edit a file, at a rule or else a line."""
        try:
            draft = Draft.open(self._desk.folder, name)
        except Unopened as error:
            self.notify(str(error), severity="error", markup=False)
            return
        place = line_of(rule, draft.text, line) if rule else line
        self.app.push_screen(
            Editor(draft, place, self._desk.stage, lambda: self.post_message(FilesChanged()))
        )

    # What else there is to do.

    def action_unfold(self) -> None:
        """Show or fold the reasoning of the answer that has the focus, else of the last one."""
        focused = self.focused
        card = focused if isinstance(focused, Exchanged) else self._chat.last
        if card is not None:
            card.action_unfold()
            self._chat.show(card)

    def action_copy(self) -> None:
        """Copy the last answer."""
        card = self._chat.last
        if card is not None:
            self._copy(card.text)

    @on(Exchanged.Copied)
    def _copy_card(self, event: Exchanged.Copied) -> None:
        self._copy(event.text)

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        self.notify("The answer is copied, where the terminal allows it.", timeout=3)

    def action_map(self) -> None:
        """Show the argument around the last answer as a picture."""
        open_map(self, self._desk, self.assume)

    def action_help(self) -> None:
        """Show the help."""
        self.app.push_screen(HelpScreen())

    def action_export(self) -> None:
        """Ask where to write the conversation."""
        transcript = self._desk.transcript(date.today().isoformat())
        self.app.push_screen(ExportScreen(transcript), self._exported)

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self.notify(f"Written: {path}", markup=False, timeout=5)

    def commands(self) -> Iterator[Command]:
        """Go through the commands for the palette."""
        yield Command("Undo", "Take the last assumption or scenario back", self.action_undo)
        yield Command("Reset", "Take all own assumptions back", self.action_reset)
        yield Command("Export transcript", "Write the conversation down", self.action_export)
        yield Command("Copy the last answer", "To the clipboard", self.action_copy)
        yield Command("Reload rule base", "Read its files anew", self.action_reload)
        yield Command("Map", "The argument as a picture", self.action_map)
        yield Command("Help", "Keys, and how to ask", self.action_help)
        if self._trouble is not None:
            yield Command("Problems", "List what is wrong in the files", self.action_problems)
        for name in (CHAT, "why", "assumptions", "rules"):
            yield Command(f"Go to: {name}", "Show it", partial(self.action_go, name))
        for each in self._panes.assumptions.choices:
            run = partial(self.choose, each.id)
            yield Command(f"Scenario: {each.title}", "Begin this scenario", run)
        yield from edit_commands(self._desk.stage.rulebase, self.edit_rule, self.edit)

    @property
    def _panes(self) -> Panes:
        return self.query_one(Panes)

    @property
    def _chat(self) -> ChatPane:
        return self._panes.chat
