"""A visit: the process in which one visitor's program runs, and what goes to and fro.

The process is started from a list of words, never through a shell, and what the link asked for goes
to it in a variable of its environment, which other users of the machine cannot read.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from arguendo_tui.serving.begun import ASKED, Visit, written

PROGRAM = (sys.executable, "-P", "-m", "arguendo_tui.serving.visitor")
"""What runs for each visitor; what lies in the current folder is never taken for a part of it."""

PATIENCE = 30.0
"""Seconds that a program may take to begin."""
GRACE = 3.0
"""Seconds that it may take to end, once it was asked to, and once more when it was told to."""
LAST_WORDS = 0.5
"""Seconds that are waited for the rest of what a program complains of, once it has ended."""
MOST_DOWNLOADS = 8
"""Files that wait for one visitor to fetch them."""

_BEGINS = b"__GANGLION__\n"
_DRIVER = "arguendo_tui.serving.driver:VisitDriver"
_LEFT_OUT = ("ARGUENDO_", "TEXTUAL", "COLORFGBG", "COLORTERM", "LINES", "NO_COLOR", "TERM", "TMUX")
"""Beginnings of variables that are secret, or tell of the server's own terminal and settings."""
_KEPT = ("ARGUENDO_CACHE",)


class Downloads(DownloadManager):
    """Files that visitors may fetch: a few each, and none of a visitor who has gone."""

    async def create_download(self, *, app_service: AppService, **told: Any) -> None:
        """Offer a file, unless too many wait already."""
        if len(self._keys_of(app_service)) < MOST_DOWNLOADS:
            await super().create_download(app_service=app_service, **told)

    def forget(self, app_service: AppService) -> None:
        """Offer nothing of a visitor any more."""
        for key in self._keys_of(app_service):
            del self._active_downloads[key]

    def _keys_of(self, app_service: AppService) -> list[str]:
        waiting = self._active_downloads.items()
        return [key for key, each in waiting if each.app_service is app_service]


class Visiting(AppService):
    """One visitor's process."""

    def __init__(
        self,
        visit: Visit,
        program: Sequence[str],
        downloads: Downloads,
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        """Take what to begin with, what to run, and where its output goes.

        `close` is called when the process ends.
        """
        super().__init__(
            program[0],
            write_bytes=write_bytes,
            write_str=write_str,
            close=close,
            download_manager=downloads,
        )
        self.visit = visit
        self.program = program
        self.downloads = downloads
        self.has_left = False
        """Whether the visitor has left the program by its own keys."""
        self.complaint = ""
        """The last line of what the process complained of."""
        self._ending: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Hand on what the process says until it ends, then close."""
        assert self._process is not None
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        complaints = asyncio.create_task(self._listen(self._process.stderr))
        try:
            await self._hand_on(self._process.stdout)
        except (EOFError, LookupError, TimeoutError, ValueError):
            # It ended, or is not a program that speaks to browsers.
            pass
        finally:
            # What it complains of at its end may come a moment after that.
            await asyncio.wait({complaints}, timeout=LAST_WORDS)
            complaints.cancel()
            with suppress(OSError):
                await self.remote_close()

    async def stop(self) -> None:
        """End the process: ask it to, then tell it to, then make it.

        A process ends even if who waits for that is told to wait no longer, as happens to those who
        serve a browser that has gone.
        """
        if self._process is None:
            return
        if self._ending is None:
            self._ending = asyncio.create_task(self._end(self._process))
        called_off: asyncio.CancelledError | None = None
        while not self._ending.done():
            try:
                await asyncio.shield(self._ending)
            except asyncio.CancelledError as error:
                called_off = error
        if called_off:
            raise called_off

    async def _end(self, process: Process) -> None:
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        self.downloads.forget(self)
        try:
            with suppress(OSError):
                await asyncio.wait_for(self.send_meta({"type": "quit"}), GRACE)
            if not await _has_ended(process):
                process.terminate()
                await _has_ended(process)
        finally:
            if process.returncode is None:
                process.kill()
        await process.wait()
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def on_data(self, payload: bytes) -> None:
        """Show the visitor something; who has gone keeps the process from nothing."""
        with suppress(OSError):
            await super().on_data(payload)

    async def on_meta(self, data: bytes) -> None:
        """Note that the visitor leaves; offer a file. All else that a process says is passed over.

        So no process can have a browser open an address.
        """
        told = json.loads(data)
        if told["type"] == "exit":
            self.has_left = True
        elif told["type"] == "deliver_file_start":
            await super().on_meta(data)

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return surroundings(os.environ, self.visit, width, height)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        self._process = process = await asyncio.create_subprocess_exec(
            *self.program,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            # What is pressed in the server's terminal is not meant for it.
            start_new_session=True,
        )
        self._stdin = process.stdin
        return process

    async def _hand_on(self, said: asyncio.StreamReader) -> None:
        async with asyncio.timeout(PATIENCE):
            while await said.readuntil() != _BEGINS:
                pass
        parts = {b"D": self.on_data, b"M": self.on_meta, b"P": self.on_packed}
        while True:
            take = parts[await said.readexactly(1)]
            size = int.from_bytes(await said.readexactly(4), "big")
            await take(await said.readexactly(size))

    async def _listen(self, complained: asyncio.StreamReader) -> None:
        with suppress(ValueError, OSError):
            async for line in complained:
                self.complaint = line.decode(errors="replace").strip() or self.complaint


def surroundings(
    environment: Mapping[str, str], visit: Visit, width: int, height: int
) -> dict[str, str]:
    """Return the environment of a visitor's process: nothing is kept, no preference is read."""
    taken = {
        name: value
        for name, value in environment.items()
        if name in _KEPT or not name.startswith(_LEFT_OUT)
    }
    return taken | {
        "ARGUENDO_CONFIG": "off",
        "ARGUENDO_JOURNAL": "off",
        "COLUMNS": str(width),
        "ROWS": str(height),
        "TERM": "xterm-256color",
        "TERM_PROGRAM": "textual",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TEXTUAL_DRIVER": _DRIVER,
        ASKED: written(visit),
    }


async def _has_ended(process: Process) -> bool:
    try:
        await asyncio.wait_for(process.wait(), GRACE)
    except TimeoutError:
        return False
    return True
