"""How the panes lie, set by keys; and letters over the panes, to jump to one of them."""

from __future__ import annotations

from string import ascii_lowercase

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import Static

from arguendo_tui.presenters.dialogs import Dialog
from arguendo_tui.presenters.tiling import Arrangement
from arguendo_tui.screens.asking import DialogScreen
from arguendo_tui.widgets.panes import TITLES, Panes

_KEYS = "arrows resize · z zoom · h hide · Tab next · r as usual · Esc done"


class ArrangeScreen(DialogScreen[None]):
    """Takes keys until Escape, while the panes are seen as they come to lie."""

    DIALOG = Dialog.ARRANGE
    BINDINGS = [
        Binding("left", "resize(-1, 0)", "Narrower"),
        Binding("right", "resize(1, 0)", "Wider"),
        Binding("up", "resize(0, -1)", "Lower"),
        Binding("down", "resize(0, 1)", "Higher"),
        Binding("z", "zoom", "Zoom"),
        Binding("h", "hide", "Hide"),
        Binding("r", "reset", "As usual"),
        Binding("tab", "next", "Next pane", priority=True),
        Binding("escape,enter,f9", "dismiss", "Done"),
    ]

    def __init__(self, panes: Panes) -> None:
        """Take the panes."""
        super().__init__()
        self._panes = panes

    def compose(self) -> ComposeResult:
        yield Static(id="arranging", markup=False)

    def on_mount(self) -> None:
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """Hide a pane by its number, or show it."""
        names = list(TITLES)
        if event.key.isdigit() and 0 < int(event.key) <= len(names):
            name = names[int(event.key) - 1]
            now = self._panes.arrangement
            self._set(now.to(name) if name in now.hidden else now.hide(name))

    def action_resize(self, wider: int, taller: int) -> None:
        """Make the pane gone to last wider or taller."""
        self._panes.resize(wider, taller)

    def action_zoom(self) -> None:
        """Give it all of the screen, or the others their place back."""
        self._set(self._panes.arrangement.zoom(self._panes.current))

    def action_hide(self) -> None:
        """Put it away."""
        gone = self._panes.current
        self._set(self._panes.arrangement.hide(gone))
        if gone not in self._panes.shown:
            self._panes.go(self._panes.shown[0])

    def action_reset(self) -> None:
        """Let all panes lie as usual."""
        self._set(Arrangement())

    def action_next(self) -> None:
        """Go on to the next pane that is seen."""
        shown = self._panes.shown
        place = shown.index(self._panes.current) if self._panes.current in shown else -1
        self._panes.go(shown[(place + 1) % len(shown)])
        self.call_after_refresh(self._tell)

    def _set(self, arrangement: Arrangement) -> None:
        self._panes.arrange_as(arrangement)
        self._tell()

    def _tell(self) -> None:
        hidden = self._panes.arrangement.hidden
        numbered = "  ".join(
            f"{number} {title}{' (hidden)' if name in hidden else ''}"
            for number, (name, title) in enumerate(TITLES.items(), 1)
        )
        told = f"{TITLES[self._panes.current]}: {_KEYS}"
        self.query_one("#arranging", Static).update(Content(f"{told}\n{numbered}"))


class JumpScreen(ModalScreen[str]):
    """Returns the name of the pane whose letter is typed; empty for any other key."""

    def __init__(self, panes: Panes) -> None:
        """Take the panes."""
        super().__init__()
        self._targets = dict(zip(_LETTERS, TITLES, strict=False))
        self._panes = panes

    def compose(self) -> ComposeResult:
        hidden = []
        for letter, name in self._targets.items():
            if name in self._panes.shown:
                mark = Static(f" {letter} ", classes="jump", markup=False)
                mark.absolute_offset = _corner(self._panes, name)
                yield mark
            else:
                hidden.append(f"{letter} {TITLES[name]}")
        yield Static(Content("Jump to: " + ("  ".join(hidden) or "a pane")), id="jumping")

    def on_key(self, event: events.Key) -> None:
        """Take any key."""
        event.stop()
        self.dismiss(self._targets.get(event.key, ""))


def _corner(panes: Panes, name: str) -> Offset:
    region = panes.query_one(f"#{name}").region
    # Without a frame the text begins there: the mark leaves its first word alone.
    return Offset(region.x + (0 if panes.has_class("-alone") else 2), region.y)


_LETTERS = "asdfghjkl" + "".join(sorted(set(ascii_lowercase) - set("asdfghjkl")))
