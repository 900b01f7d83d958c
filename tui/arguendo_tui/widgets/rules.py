"""The Rules tab: all rules to browse and search, one at a time in prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, OptionList
from textual.widgets.option_list import Option

from arguendo_tui.presenters.focus import Focus
from arguendo_tui.presenters.labels import Label, Paragraph, Tone, label
from arguendo_tui.presenters.reasoning import Node
from arguendo_tui.presenters.rules import Grouping, RuleRow, about, grouped
from arguendo_tui.presenters.tiling import RULES
from arguendo_tui.widgets.filter import Filter, Filtered
from arguendo_tui.widgets.keys import bindings, can_edit
from arguendo_tui.widgets.lines import Lines
from arguendo_tui.widgets.outline import Outline
from arguendo_tui.widgets.selecting import Selected
from arguendo_tui.widgets.setting import Hanging, Legend, Prose, content

_KEYS = ("Alt+G: group", "/ search")


class RuleList(Lines):
    """The rules, a line each."""

    BINDINGS = bindings(RULES)

    class Edited(Message):
        """A rule is to be edited."""

        def __init__(self, rule: str) -> None:
            """Take the rule's id."""
            super().__init__()
            self.rule = rule

    class Grouped(Message):
        """The rules are to be grouped otherwise."""

    class Sourced(Message):
        """The paragraph of the rule pointed at is wanted."""

    def action_group(self) -> None:
        """Group the rules otherwise: in reading order, by topic, by paragraph."""
        self.post_message(self.Grouped())

    def action_source(self) -> None:
        """Go to the paragraph of the rule pointed at."""
        self.post_message(self.Sourced())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to edit only where that can be done."""
        return can_edit(self) if action == "edit" else super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Edit the rule pointed at."""
        option = self.highlighted_option
        if option is not None:
            self.post_message(self.Edited(rule_of(str(option.id))))


def rule_of(option: str) -> str:
    """Return the rule of a line; it has a line under each of its paragraphs."""
    return option.rpartition("\n")[2]


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
        self._grouping = Grouping.READING

    def compose(self) -> ComposeResult:
        yield Filter("Search the rules", id="rules-filter")
        yield Filtered(id="rules-filtered")
        yield RuleList(id="rule-list", markup=False)
        with VerticalScroll(id="rule-detail", classes="detail"):
            yield Prose(id="rule-now")
            yield Prose(id="rule-told")
        yield Button("Edit this rule", id="rule-edit", compact=True)
        edit = ["Alt+E: edit"] if can_edit(self) else []
        yield Legend(["Enter: does it apply?", "Alt+S: source", *edit, *_KEYS])

    def show(self, rows: Iterable[RuleRow]) -> None:
        """Show other rules."""
        self._rows = {row.id: row for row in rows}
        self._lay()

    def follow(self, focus: Focus) -> None:
        """Point at the rule by which the focus is concluded, else at one that rests on it."""
        rule = focus.rule
        if not rule and focus.statement is not None:
            row = about(self._rows.values(), focus.statement)
            rule = row.id if row else ""
        rules = self.query_one(RuleList)
        ids = [rule_of(str(option.id)) for option in rules.options]
        if rule in ids and rule != self._shown:
            rules.highlighted = ids.index(rule)

    def tell(self, rule: str, now: Iterable[Label]) -> None:
        """Tell whether a rule applies, if it is still the one shown."""
        if rule == self._shown:
            self._checked = True
            self._tell_now(now)
            self.query_one("#rule-detail", VerticalScroll).scroll_home(animate=False)

    def _tell_now(self, now: Iterable[Label]) -> None:
        told = self.query_one("#rule-now", Prose)
        told.show(Paragraph(line) for line in now)
        told.display = bool(told.paragraphs)

    def check_again(self) -> None:
        """Ask anew whether the rule shown applies, since assumptions have changed."""
        if self._checked:
            self.post_message(self.Checked(self._shown))

    def _lay(self) -> None:
        words = self.query_one("#rules-filter", Filter).value
        rules = self.query_one(RuleList)
        shown = [row for row in self._rows.values() if row.matches(words)]
        rules.set_options(self._options(shown))
        self.query_one(Filtered).tell(words, len(shown), len(self._rows))
        if shown:
            ids = [rule_of(str(option.id)) for option in rules.options]
            first = next(place for place, each in enumerate(rules.options) if not each.disabled)
            rules.highlighted = ids.index(self._shown) if self._shown in ids else first
        else:
            self._tell_rule("", ())

    def _options(self, shown: list[RuleRow]) -> Iterator[Option]:
        for heading, some in grouped(shown, self._grouping):
            if heading:
                text = content(label((heading, Tone.ACCENT)))
                yield Option(text, id=f"{heading}\n\n", disabled=True)
            for row in some:
                line = Hanging(Content("▪ "), content(row.label))
                yield Option(line, id=f"{heading}\n{row.id}" if heading else row.id)

    @on(RuleList.Grouped)
    def _group(self, event: RuleList.Grouped) -> None:
        event.stop()
        order = list(Grouping)
        self._grouping = order[(order.index(self._grouping) + 1) % len(order)]
        self.border_subtitle = self._grouping.value
        self._lay()

    @on(RuleList.Sourced)
    def _go_to_source(self, event: RuleList.Sourced) -> None:
        event.stop()
        row = self._rows.get(self._shown)
        if row is not None and row.source:
            node = Node(row.id, row.label, rule=row.id, source=row.source)
            self.post_message(Outline.Sourced(node))

    def _tell_rule(self, rule: str, told: Iterable[Paragraph]) -> None:
        self._shown, self._checked = rule, False
        self.query_one("#rule-edit").display = bool(rule) and can_edit(self)
        self._tell_now(())
        self.query_one("#rule-told", Prose).show(told)
        self.query_one("#rule-detail", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionHighlighted, "#rule-list")
    def _point(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        row = self._rows.get(rule_of(str(event.option_id)))
        if row is not None and row.id != self._shown:
            gaps = [False] + [True] * len(row.prose)
            lines = zip(row.prose, gaps, strict=False)
            self._tell_rule(row.id, [Paragraph(line, gap=gap) for line, gap in lines])
            self.post_message(Selected(RULES, rule=row.id, source=row.source))

    @on(OptionList.OptionSelected, "#rule-list")
    def _check(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Checked(rule_of(str(event.option_id))))

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
