"""What leads on from wherever one is: letters to the line, keys to the panes below."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from arguendo_tui.presenters.actions import ANYWHERE, of_part
from arguendo_tui.screens.writing import Writing
from arguendo_tui.widgets.keys import UNBOUND

_OWN = ("stop", "help", "back", "copy", "palette")
"""What each screen does for itself."""
_BELOW = ("undo", "redo", "reset")
"""What is done below a screen that shows what comes of it."""


class Passing(Writing):
    """A screen over the workspace: the keys that act anywhere put it away, and act below it."""

    BINDINGS = [
        Binding(
            action.keys or UNBOUND,
            f"pass_on({action.id!r})",
            action.name,
            show=False,
            id=action.id,
        )
        for action in of_part(ANYWHERE)
        if action.id not in _OWN and not action.do.startswith("app.")
    ]
    itself = ""
    """The action that leads to this screen, which leads away from it as well."""
    SHOWS_STEPS = False
    """Whether it shows what a step on the stage comes to, and so stays for it."""

    @property
    def below(self) -> Screen[Any] | None:
        """The workspace, unless what lies over it has to be closed by hand, as an editor has."""
        from arguendo_tui.screens.workspace import Workspace

        for screen in reversed(self.app.screen_stack):
            if isinstance(screen, Workspace):
                return screen
            if not isinstance(screen, Passing):
                return None
        return None

    async def action_pass_on(self, name: str) -> None:
        """Put this screen away, and do what the key does in the workspace."""
        below = self.below
        if below is None:
            return
        if not (self.SHOWS_STEPS and name in _BELOW):
            self._put_away(below)
        if name != self.itself:
            do = next(action.do for action in of_part(ANYWHERE) if action.id == name)
            await self.app.run_action(do, below)

    def write(self, text: str) -> bool:
        """Put this screen away, and write in the line below it."""
        below = self.below
        if not isinstance(below, Writing):
            return False
        self._put_away(below)
        return below.write(text)

    def _put_away(self, below: Screen[Any]) -> None:
        while self.app.screen is not below:
            self.app.pop_screen()
