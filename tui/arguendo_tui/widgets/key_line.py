"""The line of keys at the foot of a screen."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import Footer


class KeyLine(Footer):
    """The keys that can be pressed now, made anew only when they are others.

    A footer is made anew whenever keys may have changed, which takes longer than an answer.
    """

    _made: tuple[object, ...] | None = None

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Make the line anew, if it has other keys than before."""
        if not (screen.app.app_focus and self.is_attached and screen is self.screen):
            return
        found = tuple(
            (each.binding, each.enabled)
            for each in screen.active_bindings.values()
            if each.binding.show
        )
        if found != self._made:
            self._made = found
            super().bindings_changed(screen)
