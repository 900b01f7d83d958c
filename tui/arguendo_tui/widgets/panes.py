"""The chat and the tabs: side by side where there is room, else one at a time."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import ContentSwitcher, Tab, Tabs

from arguendo_tui.widgets.assumptions import AssumptionsPane
from arguendo_tui.widgets.chat import ChatPane
from arguendo_tui.widgets.rules import RulesPane
from arguendo_tui.widgets.why import WhyPane

WIDE = 110
"""Columns from which on there is room for both."""

CHAT = "chat"
_FOCUSED = {"why": "#why-tree", "assumptions": "#toggles", "rules": "#rule-list"}
"""What has the focus when a tab is gone to."""


class Panes(Container):
    """All panes of the workspace, and the tabs that lead to them."""

    def compose(self) -> ComposeResult:
        yield ChatPane(id=CHAT)
        yield Tabs(
            Tab("Chat", id="tab-chat"),
            Tab("Why", id="tab-why"),
            Tab("Assumptions", id="tab-assumptions"),
            Tab("Rules", id="tab-rules"),
            active="tab-why",
            id="nav",
        )
        with ContentSwitcher(initial="why", id="side"):
            yield WhyPane(id="why")
            yield AssumptionsPane(id="assumptions")
            yield RulesPane(id="rules")

    @property
    def is_wide(self) -> bool:
        """Whether chat and tabs stand side by side."""
        return self.app.size.width >= WIDE

    @property
    def shows_chat(self) -> bool:
        """Whether the chat can be seen."""
        return self.is_wide or self.has_class("-chatting")

    @property
    def chat(self) -> ChatPane:
        """The chat."""
        return self.query_one(ChatPane)

    @property
    def why(self) -> WhyPane:
        """The Why tab."""
        return self.query_one(WhyPane)

    @property
    def assumptions(self) -> AssumptionsPane:
        """The Assumptions tab."""
        return self.query_one(AssumptionsPane)

    @property
    def rules(self) -> RulesPane:
        """The Rules tab."""
        return self.query_one(RulesPane)

    def go(self, name: str) -> None:
        """Go to the chat or to a tab."""
        if name != CHAT or not self.is_wide:
            self._nav.active = f"tab-{name}"
            self._show(name)
        if name == CHAT:
            self.chat.prompt.focus_line()
        else:
            target = self.query_one(_FOCUSED[name])
            self.call_after_refresh((target if target.display else self._nav).focus)

    def go_to_filter(self) -> None:
        """Go to the filter of the tab shown, if it has one."""
        for found in self.query(f"#{self._side.current}-filter"):
            found.focus()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(self.is_wide, "-wide")
        self.set_class(not self.is_wide, "-narrow")
        nav = self._nav
        if self.is_wide:
            if nav.active == "tab-chat":
                nav.active = f"tab-{self._side.current}"
            nav.hide("tab-chat")
        elif nav.query_one("#tab-chat").has_class("-hidden"):
            nav.show("tab-chat")
            if self.screen.focused in self.chat.walk_children():
                nav.active = "tab-chat"

    @on(Tabs.TabActivated, "#nav")
    def _follow_tab(self, event: Tabs.TabActivated) -> None:
        event.stop()
        self._show(str(event.tab.id).removeprefix("tab-"))

    def _show(self, name: str) -> None:
        self.set_class(name == CHAT, "-chatting")
        if name != CHAT:
            self._side.current = name

    @property
    def _nav(self) -> Tabs:
        return self.query_one("#nav", Tabs)

    @property
    def _side(self) -> ContentSwitcher:
        return self.query_one("#side", ContentSwitcher)
