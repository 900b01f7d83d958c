"""A new rule as a form of sentences, checked while it is written, with what it would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.timer import Timer
from textual.widgets import Button, Input, Label

from arguendo.case import Case
from arguendo_tui.composing import Composed, compose_rule, write_rule
from arguendo_tui.drafting import Unopened, Unsaved
from arguendo_tui.presenters.dialogs import Dialog
from arguendo_tui.presenters.findings import finding_rows, verdict
from arguendo_tui.presenters.labels import Paragraph, Tone, label
from arguendo_tui.presenters.sentences import Sentences
from arguendo_tui.screens.asking import DialogScreen
from arguendo_tui.screens.jobs import Failed, Job
from arguendo_tui.screens.working import PATIENCE
from arguendo_tui.widgets.setting import Prose

FIELDS = (
    ("title", "Title", "the rule in a few words"),
    ("if", "If", "sentences; a semicolon between two. ?x stands for anything"),
    ("unless", "Unless", "what keeps it from applying"),
    ("then", "Then", "what follows"),
    ("qualifier", "How likely", "likely, very likely … (empty: it follows)"),
    ("because", "Because", "why the one speaks for the other"),
    ("source", "Source", "¶2, ¶7"),
)


_CHECKING = "Checking … What is written meanwhile is checked instead; Escape leaves."


class Checked(Message):
    """It is known what is wrong with the rule, or what it would change."""

    def __init__(self, composed: Composed) -> None:
        """Take what was found."""
        super().__init__()
        self.composed = composed


class Completing(Suggester):
    """Offers the rest of the last sentence of a field."""

    def __init__(self, sentences: Sentences) -> None:
        """Take the sentences of the rule base."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._sentences = sentences

    async def get_suggestion(self, value: str) -> str | None:
        """Return the field as it would be with the sentence completed."""
        rest = self._sentences.rest(value.rpartition(";")[2].lstrip())
        return value + rest if rest else None


class NewRuleScreen(DialogScreen[bool]):
    """Returns whether a rule was written."""

    DIALOG = Dialog.NEW_RULE
    PAUSE = 0.3
    BINDINGS = [Binding("escape", "dismiss(False)", "Cancel"), Binding("ctrl+s", "save", "Save")]

    def __init__(self, stage: Case, folder: Path) -> None:
        """Take the case to compare with, and the rule base's folder."""
        super().__init__()
        self._stage = stage
        self._folder = folder
        self._composed: Composed | None = None
        self._timer: Timer | None = None
        self._patience: Timer | None = None

    def compose(self) -> ComposeResult:
        sentences = Completing(Sentences.of(self._stage.rulebase))
        with VerticalScroll(id="new-rule", classes="dialog wide", can_focus=False):
            for name, title, told in FIELDS:
                with Horizontal(classes="field"):
                    yield Label(Content(title))
                    offer = sentences if name in ("if", "unless", "then") else None
                    yield Input(placeholder=told, id=f"rule-{name}", compact=True, suggester=offer)
            yield Prose(id="rule-verdict")
            yield Prose(id="rule-item")
            with Horizontal(classes="buttons"):
                yield Button("Save (Ctrl+S)", variant="primary", id="rule-save", compact=True)
                yield Button("Cancel", id="rule-cancel", compact=True)
                yield Label("F1: help")

    @on(Input.Changed)
    def _written(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self.PAUSE:
            self._timer = self.set_timer(self.PAUSE, self._check)
        else:
            self._check()

    def _check(self) -> None:
        make: Callable[[], Composed] = partial(
            compose_rule, self._stage, self._folder, self._given()
        )
        self.run_worker(Job(self, make, Checked), thread=True, group="check", exclusive=True)
        if self._patience is None:
            self._patience = self.set_timer(PATIENCE, self._tell_checking)

    def _tell_checking(self) -> None:
        self._show_verdict([Paragraph(label((_CHECKING, Tone.DIM)))])

    def _show_verdict(self, told: Iterable[Paragraph]) -> None:
        self.query_one("#rule-verdict", Prose).show(told)

    def _done(self) -> None:
        if self._patience is not None:
            self._patience.stop()
            self._patience = None

    def _given(self) -> dict[str, str]:
        return {name: self.query_one(f"#rule-{name}", Input).value for name, _, _ in FIELDS}

    @on(Checked)
    def _tell(self, event: Checked) -> None:
        self._done()
        composed = self._composed = event.composed
        told = [Paragraph(label((composed.lacks, Tone.WARN)))] if composed.lacks else []
        if composed.findings is not None:
            told.append(Paragraph(verdict(composed.findings)))
            rows = finding_rows(composed.findings, composed.file)[:8]
            told += [Paragraph(row.label, f"{row.mark} ") for row in rows]
        self._show_verdict(told)
        lines = composed.item.splitlines()
        self.query_one("#rule-item", Prose).show(
            Paragraph(label((line, Tone.DIM)), gap=not place) for place, line in enumerate(lines)
        )

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        event.stop()
        self._done()
        self._show_verdict([Paragraph(label((event.text, Tone.BAD)))])

    @on(Button.Pressed, "#rule-save")
    def action_save(self) -> None:
        """Write the rule into its file, if nothing is wrong with it."""
        composed = self._composed
        if composed is None or composed.text is None:
            self.notify("There is still something wrong with it.", severity="warning", timeout=3)
            return
        try:
            write_rule(self._folder, composed)
        except (Unopened, Unsaved) as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.dismiss(True)

    @on(Button.Pressed, "#rule-cancel")
    def _cancel(self) -> None:
        self.dismiss(False)
