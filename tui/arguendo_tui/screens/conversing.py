"""The part of the workspace that asks, shows what is answered, and sets the stage."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from textual import on
from textual.notifications import SeverityLevel
from textual.widgets import Static

from arguendo.case import Case
from arguendo.inquiry.query import Query
from arguendo.library import RuleBaseError
from arguendo.statements import Statement
from arguendo.wording.page import Page, Role
from arguendo_tui.board import Board, Earlier, Exchange, Opening, Recalled
from arguendo_tui.desk import Desk
from arguendo_tui.presenters.findings import in_trouble
from arguendo_tui.presenters.help import told_beside
from arguendo_tui.presenters.labels import Label, Tone, label
from arguendo_tui.presenters.pages import asked_again, behind, page_paragraphs, plain_paragraphs
from arguendo_tui.presenters.tiling import BOARD, CHAT, WIDE_FROM
from arguendo_tui.remembering import SCREEN, recall
from arguendo_tui.screens.jobs import Failed, Job
from arguendo_tui.screens.mapping import refit_maps
from arguendo_tui.screens.news import Answered, Compared, RuleChecked
from arguendo_tui.screens.scenarios import CompareScreen, NameScreen
from arguendo_tui.screens.searching import SearchScreen
from arguendo_tui.screens.working import NOTHING_CHANGED, Working
from arguendo_tui.shelving import is_changed, keep, query_for, shelf
from arguendo_tui.widgets.assumptions import AssumptionsPane, Toggles
from arguendo_tui.widgets.cards import Card, Exchanged, Welcome
from arguendo_tui.widgets.chat import MOST, ChatPane
from arguendo_tui.widgets.key_line import KeyLine
from arguendo_tui.widgets.panes import Panes
from arguendo_tui.widgets.prompt import Prompt
from arguendo_tui.widgets.rules import RulesPane
from arguendo_tui.widgets.setting import content
from arguendo_tui.widgets.why import WhyPane

FRAME = 1 / 60
"""Seconds from one paint of the screen to the next."""


_NOT_WEIGHED = "Stopped. What hangs on each assumption was not worked out."
_NOTHING_TO_KEEP = (
    "There is nothing to keep: nothing is assumed beyond the scenario. Say “assume that …”, or go "
    "to the assumptions (F4) and press Space on a row; then it can be kept under a name."
)
_BESIDE = 5
"""Cells of the line at the top that are left empty."""
_UNNAMED = "…"
"""Stands for what is asked until its answer says it in words."""


class Conversing(Working):
    """A screen with a conversation at a desk, and what stands beside it."""

    def __init__(
        self,
        desk: Desk,
        opening: Opening,
        recalled: Recalled | None = None,
        memory: Path | None = None,
    ) -> None:
        """Take the desk, what its rule base shows at first, what was said before, and a folder.

        In the folder it is remembered how the panes lie, and scenarios of one's own.
        """
        super().__init__()
        self._trouble: RuleBaseError | None = None
        self._summary = opening.board.summary
        self._desk = desk
        self._opening = opening
        self._recalled = recalled or Recalled()
        self._memory = memory
        self._arrangement = recall(memory / SCREEN if memory else None)
        self._readings: Mapping[str, Query] = {}
        self._waiting: list[Exchanged] = []
        self._ahead: dict[Exchanged, Toggles.Set] = {}
        """By the card that waits for it: what a row shows already."""
        self._latest = 0
        """The turn of which the board is shown."""

    async def begin(self) -> None:
        """Greet, and show what was said before."""
        opening = self._opening
        welcome = Welcome(opening.title, opening.about, opening.examples)
        cards = self._recalled.exchanges[-MOST:]
        before = cards[0].turn - 1 if cards else 0
        await self._chat.greet(welcome, self._earlier, before)
        self._open(opening)
        for exchange in cards:
            await self._fill(await self._chat.say(exchange.question), exchange)
        if self._recalled.told:
            card = await self._chat.say("Go on with an earlier conversation")
            await card.answer(plain_paragraphs(*self._recalled.told), (), ())

    # What is asked.

    @on(Prompt.Submitted)
    async def _submit(self, event: Prompt.Submitted) -> None:
        text, offered = event.text, self._chat.suggestions
        if not text.isdecimal():
            await self._ask(text)
        elif 0 < int(text) <= len(offered):
            await self._ask(offered[int(text) - 1])
        else:
            self.notify(f"There is no suggestion {text}.", timeout=4, markup=False)

    @on(Card.Asked)
    async def _take_suggestion(self, event: Card.Asked) -> None:
        self._panes.go(CHAT)
        await self._ask(event.text)

    @on(WhyPane.Asked)
    async def _ask_step(self, event: WhyPane.Asked) -> None:
        query, question = event.node.ask, event.node.question
        if query is not None:
            await self._begin(question, partial(self._desk.put, query, question))

    @on(Toggles.Set)
    def _toggle(self, event: Toggles.Set) -> None:
        self._panes.assumptions.show_at_once(event)
        self.run_worker(self._assume_soon(event), group="toggle")

    async def _assume_soon(self, event: Toggles.Set) -> None:
        # The row is painted first: the answer takes longer, and even its card does.
        await asyncio.sleep(FRAME)
        make = partial(self._desk.assume, event.statement, event.value)
        self._ahead[await self._begin(_UNNAMED, make)] = event

    async def assume(self, statement: Statement, value: bool | None) -> None:
        """Assume a statement true or false, or leave it as it was."""
        await self._begin(_UNNAMED, partial(self._desk.assume, statement, value))

    @on(AssumptionsPane.Chosen)
    async def _choose(self, event: AssumptionsPane.Chosen) -> None:
        kept = self.kept().get(event.kept) if event.kept else None
        if kept is not None:
            await self.load_kept(kept)
        elif not event.kept:
            await self.choose(event.scenario)

    async def choose(self, scenario: str) -> None:
        """Begin a scenario."""
        await self._begin(_UNNAMED, partial(self._desk.choose, scenario))

    async def action_undo(self) -> None:
        """Take the last step back."""
        await self._begin("Undo", self._desk.undo)

    async def action_redo(self) -> None:
        """Take the last undo back."""
        if self._desk.can_redo:
            await self._begin("Redo", self._desk.redo)
        else:
            self.notify("There is nothing to redo.", timeout=3)

    async def action_reset(self) -> None:
        """Take all own assumptions back."""
        await self._begin("Reset", self._desk.reset)

    async def _ask(self, text: str) -> None:
        query = self._readings.get(text)
        make = partial(self._desk.put, query, text) if query else partial(self._desk.ask, text)
        await self._begin(text, make)

    async def _begin(self, question: str, make: Callable[[], Exchange]) -> Exchanged:
        """Show a question, and work its answer out beside the screen; return its card."""
        card = await self._chat.say(question)
        self._waiting.append(card)
        self.work(Job(self, make, partial(Answered, card), card), "desk", "working it out")
        return card

    def show_busy(self, told: str) -> None:
        """Tell in the line at the top what takes longer."""
        self._busy = label((told, Tone.ACCENT))
        self._show_status()

    _busy = label()

    async def tell_stopped(self, subject: object) -> None:
        """Tell in the conversation that a question was stopped; all stands as before it."""
        self._restore()
        said = _NOT_WEIGHED if subject == BOARD else NOTHING_CHANGED
        await self._give_up(subject, said)

    # What comes of it.

    @on(Answered)
    async def _answer(self, event: Answered) -> None:
        card, exchange = event.card, event.exchange
        await self._fill(card, exchange)
        came = self._ahead.pop(card, None)
        if came is not None:
            self._panes.assumptions.settle(came)
        # Threads may tell of their answers in another order than that in which they had the desk.
        if exchange.turn >= self._latest:
            self._latest = exchange.turn
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
        card.turn = exchange.turn
        if again is None:
            # Readings to choose from are told as suggestions, which can be clicked.
            left_out = (Role.STEPS,) if exchange.readings else ()
            told = (*reply.page.without(*left_out).blocks, *told_beside(reply.answer).blocks)
            page = page_paragraphs(Page(told))
            await card.answer(page, page_paragraphs(reply.detail), offered)
        else:
            page = asked_again(again.page, again.question, exchange.change, reply.page)
            await card.answer(page, behind(again.page, again.detail), offered)
        self._chat.show(card)
        await self._chat.make_room()

    def _earlier(self, since: int, until: int) -> Sequence[Earlier]:
        # The desk is another one after files have changed.
        return self._desk.earlier(since, until)

    def action_search(self) -> None:
        """Search the conversation, and go to what is found."""

        def go(turn: int | None) -> None:
            if turn:
                self._panes.go(CHAT)
                self._chat.turn_to(turn)

        self.app.push_screen(SearchScreen(self._desk.find), go)

    def action_save(self) -> None:
        """Ask for a name, and keep what is assumed under it."""

        def keep_as(title: str | None) -> None:
            if not title or self._memory is None:
                return
            try:
                keep(self._memory, self._desk.current, title)
            except OSError as error:
                self.notify(f"It could not be kept: {error}.", severity="error", markup=False)
            else:
                self._panes.assumptions.offer_kept(self.kept())
                said = f"Kept: {title}. The list of scenarios and the palette bring it back."
                self.notify(said, markup=False, timeout=4)

        if self._memory is None:
            self.notify("There is nowhere to keep it.", severity="warning")
        elif not is_changed(self._desk.current):
            self.notify(_NOTHING_TO_KEEP, timeout=8, markup=False)
        else:
            proposed = f"{self._summary.scenario}, changed"
            self.app.push_screen(
                NameScreen("Keep what is assumed under the name:", proposed), keep_as
            )

    def kept(self) -> dict[str, Query]:
        """Return the scenarios of one's own that the rule base still knows, by title."""
        rulebase = self.case.rulebase
        own = shelf(self._memory).get(rulebase.name, {})
        queries = {title: query_for(each, rulebase) for title, each in own.items()}
        return {title: query for title, query in queries.items() if query is not None}

    async def load_kept(self, query: Query) -> None:
        """Set the stage as it was kept."""
        await self._begin(_UNNAMED, partial(self._desk.load, query))

    def action_compare(self) -> None:
        """Set scenarios side by side."""
        make = partial(self._desk.compare, self.kept(), self._goal)
        self.work(Job(self, make, Compared), "desk", "comparing")

    @on(Compared)
    def _show_columns(self, event: Compared) -> None:
        self.app.push_screen(CompareScreen(event.columns))

    @property
    def _goal(self) -> Statement | None:
        """The conclusion that is weighed for."""
        return None

    @on(Failed)
    async def _fail(self, event: Failed) -> None:
        event.stop()
        self._restore()
        await self._give_up(event.subject, event.text, "error")

    def _restore(self) -> None:
        self._ahead.clear()
        self._panes.assumptions.restore()

    async def _give_up(
        self, subject: object, why: str, severity: SeverityLevel = "information"
    ) -> None:
        """Tell why a question gets no answer: in its card, if it has one."""
        if not isinstance(subject, Exchanged):
            self.notify(why, severity=severity, markup=False)
            return
        if subject in self._waiting:
            self._waiting.remove(subject)
        if subject.question == _UNNAMED:
            subject.ask("A change of what is assumed")
        await subject.answer(plain_paragraphs(why), (), ())
        self._chat.show(subject)

    def _show(self, board: Board) -> None:
        """Show the board as it stands."""
        self._summary = board.summary
        self._show_status()
        self._panes.why.show(board.trees)
        self._panes.assumptions.show(board.rows, board.choices, board.scenario)
        self._panes.rules.check_again()
        refit_maps(self, self._desk)

    def _show_status(self) -> None:
        where, how = self._summary.told(self.app.size.width - _BESIDE)
        where = where if self._trouble is None else in_trouble(self._trouble)
        how = how if self._trouble is None else self._summary.how
        self._say("#where", where)
        self._say("#how", self._busy if self._busy.pieces else how)
        # At the foot of a narrow screen there is no room for the palette's key.
        self.query_one(KeyLine).show_command_palette = self.app.size.width >= WIDE_FROM
        self.refresh_bindings()

    def _say(self, place: str, told: Label) -> None:
        line, said = self.query_one(place, Static), content(told)
        if said != line.content:
            line.update(said, layout=said.cell_length != line.content_size.width)

    def _open(self, opening: Opening) -> None:
        """Show what a rule base shows at first."""
        self._opening = opening
        self._chat.prompt.complete_with(opening.completer.complete)
        self._panes.rules.show(opening.rules)
        self._show(opening.board)
        self._panes.assumptions.offer_kept(self.kept())

    @on(RulesPane.Checked)
    def _check_rule(self, event: RulesPane.Checked) -> None:
        make = partial(self._desk.rule_now, event.rule)
        self.work(Job(self, make, partial(RuleChecked, event.rule)), "desk", "checking the rule")

    @on(RuleChecked)
    def _tell_rule(self, event: RuleChecked) -> None:
        self._panes.rules.tell(event.rule, event.now)

    @property
    def case(self) -> Case:
        """The case that is talked about, what is only supposed aside."""
        return self._desk.stage

    @property
    def _panes(self) -> Panes:
        return self.query_one(Panes)

    @property
    def _chat(self) -> ChatPane:
        return self._panes.chat
