"""The program in Chromium: it opens, answers, and keeps visitors apart.

Skipped where there is no Chromium; `playwright install chromium` brings one.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, WebSocket

playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed")

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
BUILDS = "Does the town build a bridge?"
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")
_PATIENCE = 30


@dataclass
class Visitor:
    """A page that shows the program."""

    page: Page
    told: bytes = b""
    """What the program has written since the last look."""
    requests: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def listen(self) -> None:
        """Take down what the page loads, complains of and is sent."""
        self.page.on("request", lambda each: self.requests.append(each.url))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on(
            "console",
            lambda said: self.troubles.append(said.text) if said.type == "error" else None,
        )
        self.page.on("websocket", self._attend)

    def _attend(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._hear)

    def _hear(self, payload: bytes | str) -> None:
        if isinstance(payload, bytes):
            self.told += payload
            self.news.set()

    async def sees(self, *texts: str) -> None:
        """Wait until the program has written all texts since the last look."""
        async with asyncio.timeout(_PATIENCE):
            while any(text not in self._text for text in texts):
                self.news.clear()
                await self.news.wait()
        self.told = b""

    @property
    def _text(self) -> str:
        return " ".join(_ESCAPES.sub(" ", self.told.decode(errors="replace")).split())

    async def ask(self, text: str) -> None:
        """Type a question."""
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Enter")


@asynccontextmanager
async def served(checkout: Path, folder: Path, port: int = 0) -> AsyncIterator[str]:
    """Run the command, and return where it serves; it ends when it is interrupted."""
    roots = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    code = "from arguendo_tui.cli import main; main()"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", code, "serve", "--port", str(port), "--rule-base", str(folder)),
        stderr=PIPE,
        env={**os.environ, "PYTHONPATH": roots},
    )
    assert process.stderr is not None
    try:
        line = (await asyncio.wait_for(process.stderr.readline(), _PATIENCE)).decode()
        yield re.findall(r"http://\S+", line)[0]
    finally:
        process.send_signal(signal.SIGINT)
        rest = await asyncio.wait_for(process.stderr.read(), _PATIENCE)
        assert (await process.wait(), rest.decode()) == (0, "")


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    async with playwright.async_playwright() as started:
        own = started.chromium.executable_path
        path = own if Path(own).exists() else next(filter(None, map(shutil.which, NAMES)), None)
        if path is None:
            pytest.skip("there is no Chromium: playwright install chromium")
        try:
            browser = await started.chromium.launch(executable_path=path)
        except playwright.Error as error:
            pytest.skip(f"Chromium does not start here: {str(error).splitlines()[0]}")
        yield browser
        await browser.close()


async def enter(browser: Browser, address: str) -> Visitor:
    """Open a page as someone who was never here."""
    context = await browser.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark"
    )
    visitor = Visitor(await context.new_page())
    visitor.listen()
    await visitor.page.goto(address)
    return visitor


async def test_it_opens_answers_and_keeps_visitors_apart(checkout: Path, town: Path) -> None:
    async with served(checkout, town) as address, chromium() as browser:
        one = await enter(browser, address)
        await one.sees("Ask in your own words")
        empty = await one.page.screenshot()
        await one.ask(BUILDS)
        await one.sees("it is not established that the town builds", "yes: likely")
        await one.page.keyboard.press("F4")
        await one.sees("Assumptions")
        await one.page.keyboard.press("+")
        await one.sees("Now: likely")
        assert await one.page.screenshot() != empty

        other = await enter(browser, f"{address}/?ask={quote(BUILDS)}")
        await other.sees("it is not established that the town builds")
        willing = await enter(browser, f"{address}/?scenario=willing&ask={quote(BUILDS)}")
        await willing.sees("Yes, that is likely")

        await one.page.bring_to_front()
        await one.page.keyboard.press("Control+q")
        ended = one.page.get_by_role("alertdialog")
        await ended.get_by_text("You have left").wait_for()
        for visitor in (one, other, willing):
            assert visitor.troubles == []
            assert all(each.startswith(f"{address}/") for each in visitor.requests)


async def test_a_page_waits_for_a_server_that_has_gone(checkout: Path, town: Path) -> None:
    async with chromium() as browser:
        async with served(checkout, town) as address:
            visitor = await enter(browser, address)
            await visitor.sees("Ask in your own words")
        ended = visitor.page.get_by_role("alertdialog")
        await ended.get_by_text("Waiting for the server").wait_for()
        async with served(checkout, town, int(address.rpartition(":")[2])):
            await ended.get_by_text("The server is there again").wait_for()
            await visitor.page.keyboard.press("Enter")
            await visitor.sees("Ask in your own words")
