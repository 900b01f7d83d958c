"""How quick the screen is, and how much memory it takes, measured on the article's rule base.

    python benchmarks/screen.py [--only paint,toggle,arrival,scroll,memory] [--toggles 10000]

First paint is measured in new processes behind a pseudo-terminal. A toggle is measured from the key
to the row repainted, and to the answer repainted; `arrival` measures toggles that come while an
answer does. Memory is that of a process with the conversation running, from the thousandth toggle
to the last.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import pty
import select
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual.events import Key
from textual.geometry import Region
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip

from arguendo.case import Case
from arguendo_tui.app import SWITCH, ArguendoApp
from arguendo_tui.desk import Desk
from arguendo_tui.screens.news import Answered
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets.assumptions import Toggles
from arguendo_tui.widgets.prompt import Line

TIMES = 7
MOST_TO_PAINT = 0.8
"""Seconds from the start of the command to its first paint."""
PROGRAM = [sys.executable, "-c", "from arguendo_tui.app import run; run()"]
BOARD_SIZE = (120, 40)
LATEST = 0.15
"""Seconds after an answer's arrival up to which toggles are measured that come with it."""


def told(name: str, seconds: Sequence[float]) -> None:
    """Print the median, the 99th hundredth and the longest of some times."""
    ordered = sorted(seconds)
    at = [ordered[min(int(len(ordered) * share), len(ordered) - 1)] for share in (0.5, 0.99, 1)]
    median, p99, most = (1000 * each for each in at)
    print(f"{name}: median {median:.1f} ms, p99 {p99:.1f} ms, most {most:.1f} ms, n={len(ordered)}")


def paint() -> None:
    """Time new processes up to their first paint, and up to the welcome.

    Once by the program alone, once by the command as it is installed. Exits where the latter's
    first paint takes longer than it may.
    """
    installed = Path(sys.executable).with_name("arguendo")
    for name, command in (("the program", PROGRAM), ("the command", [str(installed)])):
        if not Path(command[0]).exists():
            print(f"{name} is not installed: {command[0]}")
            continue
        one_start(command)  # so that what the disk has is in memory for all that are timed
        first, worked, ready = zip(*(one_start(command) for _ in range(TIMES)), strict=True)
        told(f"first paint in a new process, {name}", first)
        told(f"first paint in a new process, {name}, processor time alone", worked)
        told(f"welcome shown in a new process, {name}", ready)
    if min(first) > MOST_TO_PAINT:
        sys.exit(f"the first paint took more than {MOST_TO_PAINT} s")


def one_start(command: Sequence[str]) -> tuple[float, float, float]:
    """Start a command behind a terminal, and stop it once it has shown its first screen.

    Returns the time to the first paint, the processor's time until then, and the time to the end.
    """
    begun = time.perf_counter()
    pid, terminal = pty.fork()
    if not pid:
        os.environ |= {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
        os.environ |= {"ARGUENDO_JOURNAL": "off", "ARGUENDO_CONFIG": "off"}
        os.execv(command[0], list(command))
    seen, first, worked = b"", 0.0, 0.0
    while b"own words" not in seen and time.perf_counter() - begun < 30:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                seen += os.read(terminal, 1 << 16)
            except OSError:
                break
        if not first and b"Reading" in seen:
            first, worked = time.perf_counter() - begun, processor_time(pid)
    ready = time.perf_counter() - begun
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    os.close(terminal)
    return first or ready, worked, ready


def processor_time(pid: int) -> float:
    """Return how many seconds of the processor a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def running(work: Callable[[Pilot[int], Workspace], Awaitable[None]]) -> None:
    """Do something with the program running."""
    sys.setswitchinterval(SWITCH)  # as the program itself does
    app = ArguendoApp()
    async with app.run_test(size=BOARD_SIZE) as pilot:
        while not isinstance(app.screen, Workspace) or not app.focused:
            await pilot.pause(0.02)
        app._tidying.begin()  # likewise
        await work(pilot, app.screen)


async def painted(screen: Workspace) -> None:
    """Wait until what has changed is on the screen."""
    done = asyncio.Event()
    screen.call_after_refresh(done.set)
    await done.wait()


class Painted:
    """Tells when rows are painted in another state than before."""

    def __init__(self, board: Toggles) -> None:
        """Take the rows; the one pointed at is to change."""
        self._board = board
        self._before = self._state
        self._render = board.render_lines
        self.done = asyncio.Event()
        board.render_lines = self._note  # type: ignore[method-assign]

    @property
    def _state(self) -> bool | None:
        return self._board.pointed.value if self._board.pointed else None

    def _note(self, crop: Region) -> list[Strip]:
        if self._state != self._before:
            self.done.set()
            self._board.render_lines = self._render  # type: ignore[method-assign]
        return self._render(crop)


async def answered(screen: Workspace, turns: int) -> None:
    """Wait until there are more turns than there were, and the answer is on the screen."""
    while screen._desk.turns <= turns:
        await asyncio.sleep(0.001)
    await settled(screen)


async def settled(screen: Workspace) -> None:
    """Wait until no answer is awaited any more, and it is on the screen."""
    while screen._waiting:
        await asyncio.sleep(0.001)
    await painted(screen)


async def toggle(pilot: Pilot[int], screen: Workspace, count: int, pace: float) -> None:
    """Toggle open questions, one after the other, so many seconds after an answer."""
    screen.query_one(Line).value = "1"
    await pilot.press("enter")
    await settled(screen)
    await pilot.press("f4")
    await pilot.pause(0.3)
    board = screen.query_one(Toggles)
    questions = [each.statement.key for each in screen.case.rulebase.questions]
    rows, answers, worked = [], [], []
    for place in range(count):
        board.highlighted = board.get_option_index(questions[place % len(questions)])
        await painted(screen)
        await asyncio.sleep(pace)
        changed, turns = Painted(board), screen._desk.turns
        begun, busy = time.perf_counter(), time.process_time()
        pilot.app.post_message(Key("space", " "))
        await changed.done.wait()
        rows.append(time.perf_counter() - begun)
        worked.append(time.process_time() - busy)
        await answered(screen, turns)
        answers.append(time.perf_counter() - begun)
    told("toggle, the row repainted", rows)
    told("toggle, the row repainted, processor time alone", worked)
    told("toggle, the answer repainted", answers)


class Arrival:
    """Presses a key so many seconds after an answer has arrived, from a thread as terminals do.

    The key has its time even where the screen is too busy to take it; what is measured from then on
    leaves no waiting out.
    """

    def __init__(self, pilot: Pilot[int], screen: Workspace, after: float) -> None:
        """Wait for the next answer that the screen is told of."""
        self._screen, self._app, self._after = screen, pilot.app, after
        self._post = screen.post_message
        self.pressed = 0.0
        screen.post_message = self._note  # type: ignore[method-assign]

    def _note(self, message: Message) -> bool:
        if isinstance(message, Answered):
            self._screen.post_message = self._post  # type: ignore[method-assign]
            threading.Timer(self._after, self._press).start()
        return self._post(message)

    def _press(self) -> None:
        self.pressed = time.perf_counter()
        self._app.post_message(Key("space", " "))


async def arrival(pilot: Pilot[int], screen: Workspace, count: int) -> None:
    """Toggle in the instant that answers arrive, and up to a moment later.

    Every other answer is that to a question, the others are to another row's toggle.
    """
    await screen._ask("What are the conclusions?")
    await settled(screen)
    await pilot.press("f4")
    board, texts = screen.query_one(Toggles), screen._opening.examples
    rows = [each.statement for each in screen.case.rulebase.questions]
    for name, moments in (
        ("as an answer arrives", [0.0] * count),
        (f"up to {LATEST} s after", [LATEST * place / count for place in range(count)]),
    ):
        times = []
        for place, after in enumerate(moments):
            board.highlighted = board.get_option_index(rows[place % len(rows)].key)
            await asyncio.sleep(0.5)
            changed, turns = Painted(board), screen._desk.turns
            key = Arrival(pilot, screen, after)
            if place % 2:
                await screen.assume(rows[(place + 1) % len(rows)], place // 2 % 2 == 0)
            else:
                await screen._ask(texts[place // 2 % len(texts)])
            await changed.done.wait()
            times.append(time.perf_counter() - key.pressed)
            await answered(screen, turns + 1)
        told(f"toggle {name}, the row repainted", times)


async def scroll(pilot: Pilot[int], screen: Workspace, turns: int) -> None:
    """Scroll through a long conversation, page by page."""
    many_toggles(screen._desk, turns)
    await pilot.press("f4", "space")
    await settled(screen)
    await pilot.press("f2")
    await pilot.pause(0.5)
    pages, worked, cards = [], [], screen.query_one("#cards")
    for _ in range(200):
        begun, busy, place = time.perf_counter(), time.thread_time(), cards.scroll_y
        pilot.app.post_message(Key("pageup", None))
        while cards.scroll_y == place:
            await asyncio.sleep(0)
        await painted(screen)
        pages.append(time.perf_counter() - begun)
        worked.append(time.thread_time() - busy)
        await asyncio.sleep(0.02)
    told(f"a page of a conversation of {turns:,} turns", pages)
    told(f"a page of a conversation of {turns:,} turns, processor time alone", worked)


def many_toggles(desk: Desk, count: int, each: Callable[[int], None] = lambda n: None) -> None:
    """Toggle open questions without a screen."""
    questions = [question.statement for question in desk.case.rulebase.questions]
    values = (True, False, None)
    for place in range(count):
        desk.assume(questions[place % len(questions)], values[place // len(questions) % 3])
        each(place + 1)


def memory(toggles: int) -> None:
    """Tell the memory of a process from the thousandth toggle to the last."""
    desk = Desk(Case.open())
    desk.ask("What are the conclusions?")
    sizes = {}

    def note(place: int) -> None:
        if place in (1_000, toggles // 2, toggles):
            gc.collect()
            sizes[place] = resident()
            print(f"after {place:,} toggles: {sizes[place]:.1f} MB resident", flush=True)

    many_toggles(desk, toggles, note)
    print(f"growth: {100 * (sizes[toggles] / sizes[1_000] - 1):.1f} %")


def resident() -> float:
    """Return the memory that this process holds, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    """Measure what is asked for, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--toggles", type=int, default=10_000)
    parser.add_argument("--turns", type=int, default=2_000)
    parser.add_argument(
        "--pace", type=float, default=0.2, help="seconds from an answer to the toggle"
    )
    parser.add_argument("--only", default="paint,toggle,arrival,scroll,memory")
    chosen = parser.parse_args()
    names = chosen.only.split(",")
    if len(names) > 1:
        for name in names:
            command = [sys.executable, __file__, "--only", name]
            command += ["--toggles", str(chosen.toggles), "--turns", str(chosen.turns)]
            subprocess.run(command, check=True)
        return
    if names == ["paint"]:
        paint()
    elif names == ["toggle"]:
        asyncio.run(running(lambda pilot, screen: toggle(pilot, screen, 120, chosen.pace)))
    elif names == ["arrival"]:
        asyncio.run(running(lambda pilot, screen: arrival(pilot, screen, 120)))
    elif names == ["scroll"]:
        asyncio.run(running(lambda pilot, screen: scroll(pilot, screen, chosen.turns)))
    else:
        memory(chosen.toggles)


if __name__ == "__main__":
    main()
