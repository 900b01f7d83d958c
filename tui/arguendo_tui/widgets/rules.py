"""The Rules tab: all rules to browse and search, one at a time in prose."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, OptionList
from textual.widgets.option_list import Option

from arguendo_tui.presenters.labels import Label, Paragraph, Tone, label
from arguendo_tui.presenters.rules import RuleRow
from arguendo_tui.widgets.setting import Hanging, Prose, content


class RuleList(OptionList):
    """The rules, a line each."""

    BINDINGS = [
        Binding("enter", "select", "Does it apply?", show=False),
        Binding("slash", "screen.filter", "Search", show=False),
        Binding("e", "edit", "Edit"),
    ]

    class Edited(Message):
        """A rule is to be edited."""

        def __init__(self, rule: str) -> None:
            """Take the rule's id."""
            super().__init__()
            self.rule = rule

    def action_edit(self) -> None:
        """Edit the rule pointed at."""
        option = self.highlighted_option
        if option is not None:
            self.post_message(self.Edited(str(option.id)))


class RulesPane(Vertical):
    """A list of rules, and below it the one pointed at."""

    class Checked(Message):
        """Someone asks whether a rule applies now."""

        def __init__(self, rule: str) -> None:
            """Take the rule's id."""
            super().__init__()
            self.rule = rule

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id)
        self._rows: dict[str, RuleRow] = {}
        self._shown = ""
        self._checked = False

    def compose(self) -> ComposeResult:
        yield Input(placeholder="Search the rules", compact=True, id="rules-filter")
        yield RuleList(id="rule-list", markup=False)
        with VerticalScroll(id="rule-detail", classes="detail"):
            yield Button("Edit this rule", id="rule-edit", compact=True)
            yield Prose(id="rule-now")
            yield Prose(id="rule-told")

    def show(self, rows: Iterable[RuleRow]) -> None:
        """Show other rules."""
        self._rows = {row.id: row for row in rows}
        self._lay()

    def tell(self, rule: str, now: Iterable[Label]) -> None:
        """Tell whether a rule applies, if it is still the one shown."""
        if rule == self._shown:
            self._checked = True
            self.query_one("#rule-now", Prose).show(Paragraph(line) for line in now)
            self.query_one("#rule-detail", VerticalScroll).scroll_home(animate=False)

    def check_again(self) -> None:
        """Ask anew whether the rule shown applies, since assumptions have changed."""
        if self._checked:
            self.post_message(self.Checked(self._shown))

    def _lay(self) -> None:
        words = self.query_one("#rules-filter", Input).value
        rules = self.query_one(RuleList)
        shown = [row for row in self._rows.values() if row.matches(words)]
        rules.set_options(
            Option(Hanging(Content("▪ "), content(row.label)), id=row.id) for row in shown
        )
        if shown:
            ids = [row.id for row in shown]
            rules.highlighted = ids.index(self._shown) if self._shown in ids else 0
        else:
            self._tell_rule("", [Paragraph(label(("No rule has all these words.", Tone.DIM)))])

    def _tell_rule(self, rule: str, told: Iterable[Paragraph]) -> None:
        self._shown, self._checked = rule, False
        hint = "Enter tells whether it applies now · e edits it · / searches" if rule else ""
        self.query_one("#rule-edit").display = bool(rule)
        self.query_one("#rule-now", Prose).show([Paragraph(label((hint, Tone.DIM)))])
        self.query_one("#rule-told", Prose).show(told)
        self.query_one("#rule-detail", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionHighlighted, "#rule-list")
    def _point(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        row = self._rows.get(str(event.option_id))
        if row is not None and row.id != self._shown:
            gaps = [False] + [True] * len(row.prose)
            lines = zip(row.prose, gaps, strict=False)
            self._tell_rule(row.id, [Paragraph(line, gap=gap) for line, gap in lines])

    @on(OptionList.OptionSelected, "#rule-list")
    def _check(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Checked(str(event.option_id)))

    @on(Button.Pressed, "#rule-edit")
    def _edit(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(RuleList.Edited(self._shown))

    @on(Input.Changed, "#rules-filter")
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._lay()

    @on(Input.Submitted, "#rules-filter")
    def _go_to_rules(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(RuleList).focus()
