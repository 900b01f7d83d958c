"""Take the picture of the program that the README shows.

    python docs/take_picture.py

It asks three questions, opens a rule, answers two open questions with yes and ends on the proof.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from arguendo_tui.app import ArguendoApp

PICTURE = Path(__file__).with_name("arguendo.svg")
QUESTIONS = (
    "Why does China hold back?",
    "What would it take for talks?",
    "Is China going to get tougher on Pyongyang?",
)


async def take() -> str:
    """Drive the program and return its screen as SVG."""
    app = ArguendoApp()
    async with app.run_test(size=(150, 44)) as pilot:
        await pilot.pause(2)
        for question in QUESTIONS:
            for character in question:
                await pilot.press("space" if character == " " else character)
            await pilot.press("enter")
            await pilot.pause(1.5)
        for key in ("f5", "down", "enter", "f4", "y", "down", "y", "f3"):
            await pilot.press(key)
            await pilot.pause(1)
        return app.export_screenshot(title="Arguendo")


def without_fonts(svg: str) -> str:
    """Leave the fonts to the reader's machine, so that a picture names nothing from elsewhere."""
    return re.sub(r"@font-face\s*\{[^}]*\}|<!--.*?-->", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(without_fonts(asyncio.run(take())), encoding="utf-8")
