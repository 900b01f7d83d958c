"""Drives the terminal program in tests: starts it, waits until it is quiet, types."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.worker import WorkerCancelled

from arguendo_tui.app import ArguendoApp
from arguendo_tui.screens.problems import ProblemsScreen
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.sittings import Sitting
from arguendo_tui.watching import Watch
from arguendo_tui.widgets.cards import Exchanged
from arguendo_tui.widgets.prompt import Line

NARROW, BROAD = (80, 24), (160, 45)

FRAME = 0.002
"""Seconds from one frame to the next, where frames are not painted."""
_PATIENCE = 200
_QUIET = 3
"""Times that nothing is found to be worked at, one after the other, until all is quiet."""


class Driven:
    """The program, running."""

    def __init__(self, app: ArguendoApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def cards(self) -> list[Exchanged]:
        return list(self.app.screen_stack[1].query(Exchanged))

    @property
    def focus(self) -> str:
        return str(self.app.focused.id) if self.app.focused else ""

    @property
    def status(self) -> str:
        return " ".join(str(self.screen.query_one(id, Static).content) for id in ("#where", "#how"))

    def shows(self, kind: type[Screen[Any]]) -> bool:
        """Tell whether a screen of that kind is in front."""
        return isinstance(self.screen, kind)

    async def settle(self) -> None:
        quiet = 0
        for _ in range(_PATIENCE):
            # What watches the files goes on for as long as the program does.
            busy = [worker for worker in self.app.workers if worker.group != "watch"]
            if busy:
                # Work that newer work made needless is cancelled.
                with suppress(WorkerCancelled):
                    await self.app.workers.wait_for_complete(busy)
            # What came of work, or of a key, may be on its way still, and begin more work.
            if busy or quiet == 0 or self._waits():
                quiet = 0
                await self.pilot.pause()
            else:
                await asyncio.sleep(FRAME)
            quiet += 1
            if quiet == _QUIET:
                return

    def _waits(self) -> bool:
        """Tell whether anything waits for its turn."""
        pumps = (self.app, *self.screen.walk_children(with_self=True))
        return any(pump.message_queue_size or pump._next_callbacks for pump in pumps)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def ask(self, text: str) -> Exchanged:
        """Enter a question as one would by pasting it, and return its card."""
        line = self.screen.query_one(Line)
        line.focus()
        line.value = text
        await self.settle()
        await self.press("escape", "enter")
        return self.cards[-1]

    async def ask_soon(self, text: str) -> None:
        """Enter a question, and wait for nothing."""
        self.screen.query_one(Line).value = text
        await self.pilot.press("escape", "enter")

    async def click(self, selector: str) -> None:
        await self.pilot.click(selector)
        await self.settle()

    def lines(self, selector: str) -> list[str]:
        """Return the lines of a list as shown."""
        options = self.screen.query_one(selector, OptionList).options
        return [getattr(option.prompt, "plain", str(option.prompt)) for option in options]

    def text(self) -> str:
        """Return the whole screen as text."""
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(s.text for s in strip) for strip in strips)


@asynccontextmanager
async def program(
    folder: Path | None,
    size: tuple[int, int] = BROAD,
    scenario: str | None = None,
    watch: Watch | None = None,
    sitting: Sitting | None = None,
) -> AsyncIterator[Driven]:
    """Run the program until it shows its first screen."""
    app = ArguendoApp(folder, scenario, watch=watch, sitting=sitting)
    async with app.run_test(size=size) as pilot:
        driven = Driven(app, pilot)
        await started(driven)
        yield driven
        if app.is_running:
            driven.text()  # what a test leaves behind can be painted


async def started(driven: Driven) -> None:
    """Wait until the first screen is there, and quiet."""
    for _ in range(_PATIENCE):
        await driven.settle()
        if isinstance(driven.screen, ProblemsScreen | Workspace) and driven.app.focused:
            break
    await driven.settle()
