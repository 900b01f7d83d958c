from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets._footer import FooterKey

from arguendo_tui.presenters.actions import ANYWHERE
from arguendo_tui.widgets.key_line import KeyLine
from arguendo_tui.widgets.keys import bindings


class Foot(App[None]):
    """A screen with nothing but keys."""

    BINDINGS = bindings(ANYWHERE, only=("help",))

    def compose(self) -> ComposeResult:
        yield KeyLine()


async def test_the_key_of_the_palette_goes_and_comes() -> None:
    app = Foot()
    async with app.run_test() as pilot:
        line = app.query_one(KeyLine)
        for is_shown in (True, False, True):
            line.show_command_palette = is_shown
            app.screen.refresh_bindings()
            wanted = ["Help", "palette"] if is_shown else ["Help"]
            for _ in range(100):  # keys are put in when the screen comes to it
                await pilot.pause(0.02)
                if _told(line) == wanted:
                    break
            assert _told(line) == wanted


def _told(line: KeyLine) -> list[str]:
    return [key.description for key in line.query(FooterKey)]
