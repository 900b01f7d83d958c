"""Opens the map and keeps it as things stand; what draws it is loaded when it is first opened."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from arguendo_tui.desk import Desk

if TYPE_CHECKING:
    from arguendo_tui.screens.map import Assume, MapScreen

_MISSING = (
    "Maps in the terminal are laid out by netext, which is not installed: pip install netext. "
    "For documents there is the command: arguendo map."
)


def open_map(screen: Screen[Any], desk: Desk, assume: Assume) -> None:
    """Show the map of the last answer over a screen, or tell what is missing."""
    hook = sys.excepthook
    try:
        from arguendo_tui.screens.map import MapScreen
    except ImportError:
        screen.notify(_MISSING, severity="warning", timeout=10, markup=False)
    else:
        screen.app.push_screen(MapScreen(desk.chart, assume))
    finally:
        # netext has Rich print what goes wrong in the whole program, which is not for it to say.
        sys.excepthook = hook


def refit_maps(screen: Screen[Any], desk: Desk) -> None:
    """Show in open maps how things stand now."""
    for each in _open_maps(screen):
        each.refit(desk.chart)


def _open_maps(screen: Screen[Any]) -> Iterator[MapScreen]:
    module = sys.modules.get("arguendo_tui.screens.map")
    if module is not None:
        yield from (each for each in screen.app.screen_stack if isinstance(each, module.MapScreen))
