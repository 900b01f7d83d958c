"""Take the pictures of the program that the README shows.

    python docs/take_picture.py

Each is a screen of the program as SVG, after the keys that lead there: `docs/arguendo.svg`, and one
file a scene in `docs/pictures`. Nothing is kept of what is asked meanwhile.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from arguendo_tui.app import ArguendoApp

HERE = Path(__file__).parent
SIZE = (160, 45)
TITLE = "Arguendo"
QUESTIONS = (
    "Why does China hold back?",
    "What would it take for North Korea to enter negotiations?",
    "Is China going to get tougher on Pyongyang?",
)
SCENES: Mapping[str, tuple[str, ...]] = {
    "conversation": (*QUESTIONS, "f3"),
    "board": (QUESTIONS[-1], "f4", "plus", "down", "plus"),
    "map": (QUESTIONS[-1], "f7", "minus"),
    "rules": (QUESTIONS[-1], "f5", "down", "down", "enter"),
    "replay": (QUESTIONS[-1], "f8", "down", "down", "down", "down", "down"),
}
"""By picture: what is typed, a line or a key at a time."""


@asynccontextmanager
async def opened() -> AsyncIterator[Pilot[int]]:
    """Open the program, without a journal."""
    os.environ |= {"ARGUENDO_JOURNAL": "off", "ARGUENDO_CONFIG": "off"}
    app = ArguendoApp()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        while len(app.screen_stack) < 2 or app.focused is None:
            await quiet(pilot)
        yield pilot


async def quiet(pilot: Pilot[int]) -> None:
    """Wait until nothing is worked out any more, nor will be."""
    for _ in range(4):
        await pilot.pause(0.25)
        while any(worker.is_running for worker in pilot.app.workers):
            await pilot.pause(0.1)


async def typed(pilot: Pilot[int], said: str) -> None:
    """Press a key, or type a line and enter it."""
    if " " in said:
        await pilot.press(*("space" if letter == " " else letter for letter in said), "escape")
        await pilot.press("enter")
    else:
        await pilot.press(said)
    await quiet(pilot)


def picture(pilot: Pilot[int]) -> str:
    """Return the screen as SVG, in the fonts of the reader's machine."""
    svg = pilot.app.export_screenshot(title=TITLE)
    return re.sub(r"@font-face\s*\{[^}]*\}|<!--.*?-->", "", svg, flags=re.DOTALL)


async def scene(steps: tuple[str, ...]) -> str:
    """Drive the program through some steps, and return its last screen."""
    async with opened() as pilot:
        for said in steps:
            await typed(pilot, said)
        return picture(pilot)


def pictures() -> Iterator[tuple[Path, str]]:
    """Take each picture, with the file that it belongs into."""
    for name, steps in SCENES.items():
        yield HERE / "pictures" / f"{name}.svg", asyncio.run(scene(steps))


if __name__ == "__main__":
    (HERE / "pictures").mkdir(exist_ok=True)
    for file, svg in pictures():
        file.write_text(svg, encoding="utf-8")
        if file.stem == "conversation":
            (HERE / "arguendo.svg").write_text(svg, encoding="utf-8")
