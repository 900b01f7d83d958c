"""The Source pane: the paragraphs in our own words, with what is drawn from each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from arguendo_tui.presenters.focus import Focus
from arguendo_tui.presenters.labels import Paragraph
from arguendo_tui.presenters.reasoning import Node
from arguendo_tui.presenters.tiling import SOURCE
from arguendo_tui.widgets.outline import Outline
from arguendo_tui.widgets.selecting import Selected
from arguendo_tui.widgets.setting import Legend, Prose
from arguendo_tui.widgets.why import WhyPane

_KEYS, _SIGNS = ("Right opens", "Enter: why", "Alt+B: back"), ("● fact", "? open", "▾ rule")


def _meant(focus: Focus) -> Iterator[Callable[[Node], bool]]:
    """Go through what may be pointed at for a focus, what is closest to it first."""
    statement, rule, source = focus.statement, focus.rule, focus.source
    if statement is not None:
        yield lambda node: node.claim == statement
    if rule:
        yield lambda node: node.rule == rule
    if source:
        yield lambda node: node.source[:1] == source[:1]


class SourcePane(Vertical):
    """An outline of paragraphs, and below it what is told of the one pointed at."""

    def compose(self) -> ComposeResult:
        yield Outline(id="paragraphs")
        with VerticalScroll(id="source-detail", classes="detail"):
            yield Prose(id="source-told")
        yield Legend(_KEYS, _SIGNS)

    def show(self, nodes: Iterable[Node]) -> None:
        """Show other paragraphs."""
        self.query_one("#paragraphs", Outline).show(nodes)

    def follow(self, focus: Focus) -> None:
        """Point at the focus, or the rule that concludes it, in its paragraph; else at that."""
        for is_meant in _meant(focus):
            if self.query_one("#paragraphs", Outline).point(is_meant):
                return

    @on(Outline.Pointed)
    def _tell(self, event: Outline.Pointed) -> None:
        event.stop()
        told = [Paragraph(line) for line in event.node.detail]
        detail = self.query_one("#source-detail", VerticalScroll)
        detail.display = bool(told)
        self.query_one("#source-told", Prose).show(told)
        detail.scroll_home(animate=False)
        self.post_message(Selected.node(SOURCE, event.node))

    @on(Outline.Entered)
    def _ask(self, event: Outline.Entered) -> None:
        event.stop()
        if event.node.ask is not None:
            self.post_message(WhyPane.Asked(event.node))
        else:
            self.query_one("#paragraphs", Outline).action_turn()
