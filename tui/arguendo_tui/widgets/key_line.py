"""The line of keys at the foot of a screen."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

_BESIDE = 3
"""Cells of a key beside its name and what it does."""
_PALETTE = "-command-palette"


class KeyLine(Footer):
    """The keys that can be pressed now, made anew only when they are others.

    A footer is made anew whenever keys may have changed, which takes longer than an answer.
    """

    _made: tuple[object, ...] | None = None

    def compose(self) -> ComposeResult:
        """Leave out, from the end, the keys that there is no room for as a whole."""
        keys = [*super().compose()]
        room = self.app.size.width + 1  # the blank behind the last one may be cut
        for key in sorted(keys, key=lambda each: not each.has_class(_PALETTE)):
            room -= _width(key)
            key.display = room >= 0
        yield from keys

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Make the line anew, if it has other keys than before."""
        if not (screen.app.app_focus and self.is_attached and screen is self.screen):
            return
        keys = tuple(
            (each.binding, each.enabled)
            for each in screen.active_bindings.values()
            if each.binding.show
        )
        found = (screen.app.size.width, self.show_command_palette, *keys)
        if found != self._made:
            self._made = found
            super().bindings_changed(screen)


def _width(key: Widget) -> int:
    if not isinstance(key, FooterKey):
        return 0
    return cell_len(f"{key.key_display}{key.description}") + _BESIDE
