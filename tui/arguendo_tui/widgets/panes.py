"""All panes of the workspace, laid as planned: tiles where there is room, else tabs."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Tab, Tabs

from arguendo_tui.presenters.labels import paragraphs_text
from arguendo_tui.presenters.tiling import (
    BOARD,
    CHAT,
    MAP,
    REPLAY,
    RULES,
    SOURCE,
    WHY,
    Arrangement,
    Plan,
    columns_for,
    visible,
)
from arguendo_tui.widgets.assumptions import AssumptionsPane
from arguendo_tui.widgets.chat import ChatPane
from arguendo_tui.widgets.lines import Lines
from arguendo_tui.widgets.map_pane import MapPane
from arguendo_tui.widgets.replay import ReplayPane
from arguendo_tui.widgets.rules import RulesPane
from arguendo_tui.widgets.setting import Prose
from arguendo_tui.widgets.source import SourcePane
from arguendo_tui.widgets.why import WhyPane

TITLES = {
    CHAT: "Chat",
    WHY: "Why",
    BOARD: "Assumptions",
    RULES: "Rules",
    SOURCE: "Source",
    MAP: "Map",
    REPLAY: "Replay",
}
"""The panes that there are, and what they are called."""

_FOCUSED = {
    WHY: "#why-tree",
    BOARD: "#toggles",
    RULES: "#rule-list",
    SOURCE: "#paragraphs",
    REPLAY: "#firings",
    MAP: "#map-canvas",
}
"""What has the focus when a pane is gone to."""


class Planned(Layout):
    """Places each child where the plan of its container has it."""

    name = "planned"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        parent.pre_layout(self)
        assert isinstance(parent, Panes)
        regions = parent.regions(size)
        return [
            WidgetPlacement(regions[child.id], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in regions
        ]


_PLANNED = Planned()


class Panes(Container):
    """The panes, and the tabs that lead to those that take turns."""

    class Rearranged(Message):
        """The panes lie otherwise than before."""

        def __init__(self, arrangement: Arrangement) -> None:
            """Take how they lie."""
            super().__init__()
            self.arrangement = arrangement

    def __init__(self, arrangement: Arrangement, *, id: str | None = None) -> None:
        """Take how the panes lie."""
        super().__init__(id=id)
        self._arrangement = arrangement
        self._plan = Plan()
        self._columns = columns_for(0, 0)

    def compose(self) -> ComposeResult:
        yield self._titled(ChatPane(id=CHAT))
        yield Tabs(*(Tab(TITLES[name], id=f"tab-{name}") for name in TITLES), id="nav")
        yield self._titled(WhyPane(id=WHY))
        yield self._titled(AssumptionsPane(id=BOARD))
        yield self._titled(RulesPane(id=RULES))
        yield self._titled(SourcePane(id=SOURCE))
        yield self._titled(MapPane(id=MAP))
        yield self._titled(ReplayPane(id=REPLAY))

    def _titled(self, pane: Widget) -> Widget:
        pane.border_title = TITLES[str(pane.id)]
        return pane.add_class("pane")

    @property
    def layout(self) -> Layout:
        """The children lie as planned, whatever a style sheet says."""
        return _PLANNED

    @property
    def arrangement(self) -> Arrangement:
        """How the panes lie."""
        return self._arrangement

    @property
    def shown(self) -> tuple[str, ...]:
        """The panes that are seen."""
        return self._plan.panes

    @property
    def shows_chat(self) -> bool:
        """Whether the conversation is seen."""
        return CHAT in self.shown

    @property
    def current(self) -> str:
        """The pane that has the focus, else the one gone to last."""
        screen = self.screen
        focused = screen.focused
        for each in focused.ancestors_with_self if focused else ():
            if each.id in TITLES:
                return str(each.id)
        recent = (name for name in self._arrangement.recent if name in self.shown)
        return next(recent, self.shown[0] if self.shown else CHAT)

    @property
    def told(self) -> str:
        """What is pointed at in the pane with the focus, and what is told of it; else nothing."""
        listed = self.screen.focused
        if listed is None or self.current == CHAT or listed.id != _FOCUSED[self.current][1:]:
            return ""
        option = listed.highlighted_option if isinstance(listed, Lines) else None
        lines = []
        if option is not None and self.current != RULES:  # a rule is told with its title
            lines.append(getattr(option.prompt, "plain", str(option.prompt)).strip())
        told = self._pane(self.current).query("Prose.detail, .detail Prose").results(Prose)
        lines += [paragraphs_text(prose.paragraphs) for prose in told]
        return "\n".join(filter(None, lines))

    @property
    def chat(self) -> ChatPane:
        """The conversation."""
        return self.query_one(ChatPane)

    @property
    def why(self) -> WhyPane:
        """The reasoning."""
        return self.query_one(WhyPane)

    @property
    def assumptions(self) -> AssumptionsPane:
        """What is assumed."""
        return self.query_one(AssumptionsPane)

    @property
    def rules(self) -> RulesPane:
        """The rules."""
        return self.query_one(RulesPane)

    @property
    def source(self) -> SourcePane:
        """The source."""
        return self.query_one(SourcePane)

    @property
    def map(self) -> MapPane:
        """The argument as a picture."""
        return self.query_one(MapPane)

    @property
    def replay(self) -> ReplayPane:
        """The rules as they fire."""
        return self.query_one(ReplayPane)

    def regions(self, size: Size) -> dict[str | None, Region]:
        """Return where each child is, by its id."""
        if size != self.size:
            self._take(size)
        plan = self._plan
        found: dict[str | None, Region] = {tile.pane: Region(*tile[1:]) for tile in plan.tiles}
        if plan.tab_bar:
            found["nav"] = Region(*plan.tab_bar[1:])
        return found

    def arrange_as(self, arrangement: Arrangement) -> None:
        """Let the panes lie otherwise."""
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self._lay()
            self.post_message(self.Rearranged(arrangement))

    def resize(self, wider: int, taller: int) -> None:
        """Make the pane with the focus wider or taller by steps."""
        columns = visible(self._columns, self._arrangement.hidden, tuple(TITLES))
        self.arrange_as(self._arrangement.resize(columns, self.current, wider, taller))

    def go(self, name: str) -> None:
        """Go to a pane."""
        self.arrange_as(self._arrangement.to(name))
        if name == CHAT:
            self.chat.prompt.focus_line()
        else:
            # At once: the next key may be here before the screen is painted.
            self._focus_on(name, self.target(name))

    def target(self, name: str) -> Widget:
        """Return what has the focus when a pane is gone to."""
        if name == CHAT:
            return self.chat.prompt
        found = self.query(_FOCUSED[name])
        return found.first() if found else self._pane(name)

    def _focus_on(self, name: str, target: Widget) -> None:
        if target.display and target.can_focus:
            target.focus()
        elif self._nav.display:
            self._nav.focus()
        else:
            pane = self._pane(name)
            pane.can_focus = True
            pane.focus()

    def go_to_filter(self) -> None:
        """Go to the filter of the pane with the focus, if it has one."""
        for found in self.query(f"#{self.current}-filter"):
            found.focus()

    def on_resize(self, event: events.Resize) -> None:
        self._take(event.size)
        self._lay()

    def _take(self, size: Size) -> None:
        self._columns = columns_for(*size)
        self._plan = self._arrangement.plan(*size, tuple(TITLES))

    def _lay(self) -> None:
        """Show what the plan has, and nothing else; nothing as long as there is no room yet."""
        if not self.size:
            return
        self._take(self.size)
        plan = self._plan
        self.set_class(len(plan.panes) == 1, "-alone")
        for name in TITLES:
            self._pane(name).display = name in plan.panes
            self._pane(name).border_subtitle = (
                "zoomed" if name == self._arrangement.zoomed and len(self._columns) > 1 else ""
            )
        nav = self._nav
        nav.display = plan.tab_bar is not None
        for name in TITLES:
            nav.query_one(f"#tab-{name}", Tab).set_class(name not in plan.tabs, "-hidden")
        front = next((name for name in plan.panes if name in plan.tabs), "")
        if front and nav.active != f"tab-{front}":
            with self.prevent(Tabs.TabActivated):
                nav.active = f"tab-{front}"
        self.refresh(layout=True)

    @on(Tabs.TabActivated, "#nav")
    def _follow_tab(self, event: Tabs.TabActivated) -> None:
        event.stop()
        name = str(event.tab.id).removeprefix("tab-")
        if name in self._plan.tabs:
            self.arrange_as(self._arrangement.to(name))

    def _pane(self, name: str) -> Widget:
        return self.query_one(f"#{name}")

    @property
    def _nav(self) -> Tabs:
        return self.query_one("#nav", Tabs)
