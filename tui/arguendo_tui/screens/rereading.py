"""The part of the workspace that reads the rule base anew, and edits its files."""

from __future__ import annotations

from functools import partial

from textual import on

from arguendo.content import find_rule_base
from arguendo_tui.drafting import Draft, Unopened, line_of
from arguendo_tui.presenters.findings import first_place
from arguendo_tui.presenters.pages import plain_paragraphs
from arguendo_tui.screens.conversing import Conversing
from arguendo_tui.screens.editor import Editor, refit_editors
from arguendo_tui.screens.jobs import Job
from arguendo_tui.screens.news import Broken, FilesChanged, Reloaded, reread
from arguendo_tui.screens.problems import ProblemsScreen, Wish
from arguendo_tui.widgets.cards import Exchanged
from arguendo_tui.widgets.outline import Outline
from arguendo_tui.widgets.replay import ReplayPane
from arguendo_tui.widgets.rules import RuleList


class Rereading(Conversing):
    """A conversation that goes on when the files of its rule base change."""

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
        self.work(Job(self, make, lambda outcome: outcome, card), "desk", "reading the files")

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
    @on(ReplayPane.Edited)
    def _edit_rule(self, event: RuleList.Edited | Outline.Edited | ReplayPane.Edited) -> None:
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

    def action_new_rule(self) -> None:
        """Write a new rule as sentences."""
        from arguendo_tui.screens.new_rule import NewRuleScreen

        def written(is_written: bool | None) -> None:
            if is_written:
                self.post_message(FilesChanged())

        folder = find_rule_base(self._desk.folder).resolve()
        self.app.push_screen(NewRuleScreen(self._desk.stage, folder), written)
