"""What a pane tells when something in it is selected."""

from __future__ import annotations

from textual.message import Message

from arguendo.statements import Statement
from arguendo_tui.presenters.reasoning import Node


class Selected(Message):
    """A statement, a rule or a paragraph is pointed at in a pane."""

    def __init__(
        self,
        pane: str,
        statement: Statement | None = None,
        rule: str = "",
        source: tuple[str, ...] = (),
    ) -> None:
        """Take the pane's name and what is pointed at."""
        super().__init__()
        self.pane = pane
        self.statement = statement
        self.rule = rule
        self.source = source

    @classmethod
    def node(cls, pane: str, node: Node) -> Selected:
        """Tell of a node of an outline."""
        return cls(pane, node.claim, node.rule, node.source)
