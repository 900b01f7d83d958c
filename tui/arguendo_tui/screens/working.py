"""A screen beside which work goes on: told once it takes longer, and stopped by Escape."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import Any

from textual import on
from textual.screen import Screen
from textual.timer import Timer

from arguendo_tui.screens.jobs import Ended, Job, Stopped

PATIENCE = 0.3
"""Seconds after which it is told that something is being worked out."""
TICK = 1.0
"""Seconds after which it is told anew how long that has taken."""

NOTHING_CHANGED = "Stopped; nothing was changed."


class Working(Screen[None]):
    """Does work in threads, and knows what is going on."""

    def __init__(self) -> None:
        """Begin at rest."""
        super().__init__()
        self._jobs: dict[Job[Any], str] = {}
        """What is worked at, and in which group; in the order of its beginning."""
        self._clock: Timer | None = None

    def work(self, job: Job[Any], group: str, called: str = "", *, alone: bool = False) -> None:
        """Do a piece of work beside the screen; `alone`: in place of what its group does.

        What is called nothing is neither told nor stopped by hand.
        """
        if alone:
            self.cancel(group)
        job.called, job.since = called, monotonic()
        self._jobs[job] = group
        self.run_worker(job, thread=True, group=group)
        if called:
            self.set_timer(PATIENCE, partial(self._tell_if_busy, job))

    def cancel(self, group: str) -> None:
        """Stop what a group does, which nobody waits for any more."""
        self.workers.cancel_group(self, group)
        for job in [each for each, its_group in self._jobs.items() if its_group == group]:
            # What has not begun never will, and so never tells that it has come to its end.
            if not job.has_begun:
                del self._jobs[job]

    @property
    def is_busy(self) -> bool:
        """Whether it is told that something is being worked out."""
        return self._clock is not None

    def action_stop(self) -> None:
        """Stop what is being worked out."""
        for job in self._jobs:
            if job.called:
                job.stop()
        self._tell_busy()

    def show_busy(self, told: str) -> None:
        """Tell what is being worked out; empty once nothing is."""
        self.refresh_bindings()

    def _tell_if_busy(self, job: Job[Any]) -> None:
        if job in self._jobs:
            self._clock = self._clock or self.set_interval(TICK, self._tell_busy)
            self._tell_busy()

    def _tell_busy(self) -> None:
        told = [job for job in self._jobs if job.called]
        if self._clock is None:
            return
        if not told:
            self._clock.stop()
            self._clock = None
            self.show_busy("")
            return
        # The newest is what one waits for; what goes on behind it is told once that has ended.
        job = next((each for each in reversed(told) if not each.is_stopped), told[-1])
        seconds = int(monotonic() - job.since)
        lasted = f" {seconds} s" if seconds else ""
        self.show_busy(f"{'stopping' if job.is_stopped else job.called} …{lasted}")

    @on(Ended)
    def _work_ended(self, event: Ended) -> None:
        event.stop()
        self._jobs.pop(event.job, None)
        self._tell_busy()

    @on(Stopped)
    async def _work_stopped(self, event: Stopped) -> None:
        event.stop()
        await self.tell_stopped(event.subject)

    async def tell_stopped(self, subject: object) -> None:
        """Tell that work for something was stopped."""
        self.notify(NOTHING_CHANGED, timeout=4)
