"""The one statement that all panes are about: what is selected, and the conclusion it bears on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from arguendo.statements import Statement


@dataclass(frozen=True)
class Focus:
    """What is selected, wherever that was done."""

    statement: Statement | None = None
    rule: str = ""
    """The id of the rule by which it is concluded, where one was selected."""
    source: tuple[str, ...] = ()
    """The paragraphs that it is drawn from."""
    goal: Statement | None = None
    """The conclusion that assumptions are weighed for."""

    def on(
        self, statement: Statement | None, rule: str = "", source: tuple[str, ...] = ()
    ) -> Focus:
        """Select another statement; what is weighed stays."""
        return replace(self, statement=statement, rule=rule, source=source)

    def weighing(self, goal: Statement | None) -> Focus:
        """Weigh for another conclusion."""
        return replace(self, goal=goal)
