"""The Why tab: the reasoning of the last answer as a tree, and what a step rests on."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message

from arguendo_tui.presenters.focus import Focus
from arguendo_tui.presenters.labels import Paragraph, Tone, label
from arguendo_tui.presenters.reasoning import ASSUMPTION, BLOCKS, FACT, HOLDS, MISSING, OPENED, Node
from arguendo_tui.presenters.tiling import WHY
from arguendo_tui.widgets.keys import can_edit
from arguendo_tui.widgets.outline import Outline
from arguendo_tui.widgets.selecting import Selected
from arguendo_tui.widgets.setting import Legend, Prose

_NOTHING = "Ask whether something holds, and why: the reasoning appears here as a tree."
_KEYS = ("Enter: why", "Alt+S: source", "Alt+W: weigh for it")
_SIGNS = (
    *(f"{OPENED} rule", f"{FACT} fact", f"{ASSUMPTION} assumed"),
    *(f"{HOLDS} holds", f"{MISSING} missing", f"{BLOCKS} blocks"),
)


class WhyPane(Vertical):
    """A tree of steps, and below it the warrant and the source of the one pointed at."""

    class Asked(Message):
        """A step is asked about."""

        def __init__(self, node: Node) -> None:
            """Take the node of the step."""
            super().__init__()
            self.node = node

    def compose(self) -> ComposeResult:
        yield Prose(_hint(_NOTHING), id="why-nothing")
        yield Outline(id="why-tree")
        with VerticalScroll(id="why-detail", classes="detail"):
            yield Prose(id="why-told")
        edit = ["Alt+E: edit"] if can_edit(self) else []
        yield Legend([*_KEYS, *edit], _SIGNS, id="why-legend")

    def on_mount(self) -> None:
        self.show(())

    def show(self, trees: Iterable[Node]) -> None:
        """Show the reasoning for a statement."""
        trees = tuple(trees)
        self.query_one("#why-nothing").display = not trees
        for name in ("#why-tree", "#why-detail", "#why-legend"):
            self.query_one(name).display = bool(trees)
        self.query_one(Outline).show(trees)

    def follow(self, focus: Focus) -> None:
        """Point at the step that is about the focus."""
        if focus.statement is not None:
            self.query_one(Outline).point(lambda node: node.claim == focus.statement)

    @on(Outline.Pointed)
    def _tell(self, event: Outline.Pointed) -> None:
        event.stop()
        self.post_message(Selected.node(WHY, event.node))
        told = [Paragraph(line) for line in event.node.detail]
        self.query_one("#why-told", Prose).show(told or _hint("Nothing more is said about this."))
        self.query_one("#why-detail", VerticalScroll).scroll_home(animate=False)

    @on(Outline.Entered)
    def _ask(self, event: Outline.Entered) -> None:
        event.stop()
        if event.node.ask is not None:
            self.post_message(self.Asked(event.node))


def _hint(text: str) -> list[Paragraph]:
    return [Paragraph(label((text, Tone.DIM)))]
