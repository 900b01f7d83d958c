"""Keys in the order in which they were pressed, however fast they come.

Textual hands a key to what has the focus, where it waits for its turn and may come back up to act.
A key after it would by then have been handed to what had the focus before: of a line, Enter and the
next line typed at once, the letters of the second would be written before the first is entered.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from textual.app import App
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.widget import Widget

PATIENCE = 1.0
"""Seconds after which a key is handed on though what came before it has not come to its end."""
ROUNDS = 2
"""Ways up from the focus to the program: what a key does, and what comes of that."""


MOST = 10_000
"""Keys that are held; beyond, the oldest are forgotten."""
_LEAVING = ("ctrl+q", "ctrl+c")
"""Keys that are not held while the program opens."""


class Queue:
    """Hands keys on, each once what came of the one before is done.

    Those that one and the same part of the screen writes wait in its own row, and not here.
    """

    def __init__(self, app: App[Any], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        """Take the program, and what hands a key on in it."""
        self._app = app
        self._hand_on = hand_on
        self._held: deque[Event] = deque(maxlen=MOST)
        self._is_open = False
        self._handed = 0
        self._since = 0.0
        self._is_climbing = False
        self._writer: Widget | None = None
        """What writes the key handed on last."""

    async def open(self) -> None:
        """Hand on from now on: what keys act on is there. Those that came before come first."""
        self._is_open = True
        await self._go_on()

    async def take(self, event: Event) -> None:
        """Hand a key on, or hold it until it is its turn."""
        if not self._is_open:
            if isinstance(event, Key) and event.key in _LEAVING:
                await self._hand_on(event)
            else:
                self._held.append(event)
            return
        if self._is_climbing and monotonic() - self._since > PATIENCE:
            self._is_climbing = False
            await self._go_on()
        if not self._held and (not self._is_climbing or self._goes_with_the_last(event)):
            await self._hand(event)
        else:
            self._held.append(event)

    def _goes_with_the_last(self, event: Event) -> bool:
        return self._writer is not None and self._writer is self._writer_of(event)

    def _writer_of(self, event: Event) -> Widget | None:
        focused = self._app.focused
        if focused is None or not isinstance(event, Key) or not event.is_printable:
            return None
        return focused if focused.check_consume_key(event.key, event.character) else None

    async def _hand(self, event: Event) -> None:
        self._writer = self._writer_of(event)
        self._handed += 1
        start = self._start
        await self._hand_on(event)
        if not self._is_climbing:
            self._is_climbing, self._since = True, monotonic()
            self._climb(start, ROUNDS, self._handed)

    @property
    def _start(self) -> MessagePump:
        return self._app.focused or (self._app.screen if self._app.screen_stack else self._app)

    def _climb(self, node: MessagePump, rounds: int, handed: int) -> None:
        """Go up row by row, behind all that waits there; what is being closed is passed over."""
        while not node.call_later(self._arrive, node, rounds, handed):
            if node is self._app:  # the program is being left
                self._is_climbing = False
                return
            node = self._above(node)

    def _above(self, node: MessagePump) -> MessagePump:
        return node._parent if node._parent is not None else self._app

    async def _arrive(self, node: MessagePump, rounds: int, handed: int) -> None:
        if node is not self._app:
            self._climb(self._above(node), rounds, handed)
        elif rounds > 1:
            self._climb(self._start, rounds - 1, handed)
        elif handed != self._handed:
            self._climb(self._start, ROUNDS, self._handed)
        else:
            self._is_climbing = False
            await self._go_on()

    async def _go_on(self) -> None:
        while self._held and (not self._is_climbing or self._goes_with_the_last(self._held[0])):
            await self._hand(self._held.popleft())
