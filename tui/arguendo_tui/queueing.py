"""Keys in the order in which they were pressed, however fast they come.

Textual hands a key to what has the focus, where it waits for its turn and may come back up to act.
A key after it would by then have been handed to what had the focus before: of a line, Enter and the
next line typed at once, the letters of the second would be written before the first is entered.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.widget import Widget

TICK = 0.1
"""Seconds between looks at whether what came before the keys that are held comes to its end."""
PATIENCE = 10
"""Looks after which keys are handed on though it has not.

They are counted where the program is free to look: while it is busy, no patience is lost.
"""
ROUNDS = 2
"""Ways up from the focus to the program: what a key does, and what comes of that."""
MOST = 10_000
"""Keys that are held; beyond, the oldest are forgotten."""
_LEAVING = ("ctrl+q", "ctrl+c")
"""Keys that are not held while the program opens."""


class _Way:
    """A way up, behind all that waits on it."""

    def __init__(self, handed: int) -> None:
        """Take how many keys had been handed on when it was begun."""
        self.handed = handed
        self.looks = 0


class Queue:
    """Hands keys on, each once what came of the one before is done.

    Those that one and the same part of the screen writes wait in its own row, and not here. What
    never comes to its end holds no key for long: all are then handed on as Textual hands them on.
    """

    def __init__(self, app: App[Any], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        """Take the program, and what hands a key on in it."""
        self._app = app
        self._hand_on = hand_on
        self._held: deque[Event] = deque(maxlen=MOST)
        self._is_open = False
        self._handed = 0
        self._way: _Way | None = None
        """The way on which what came of the last key is waited for."""
        self._is_watched = False
        self._writer: Widget | None = None
        """What writes the key handed on last."""

    async def open(self) -> None:
        """Hand on from now on: what keys act on is there. Those that came before come first."""
        self._is_open = True
        await self._go_on()

    def close(self) -> None:
        """Hold all keys from now on: what they act on is about to be there."""
        self._is_open = False

    async def take(self, event: Event) -> None:
        """Hand a key on, or hold it until it is its turn."""
        if not self._is_open and isinstance(event, Key) and event.key in _LEAVING:
            await self._hand_on(event)
        else:
            self._held.append(event)
            await self._go_on()

    async def _go_on(self) -> None:
        if self._is_open:
            while self._held and (self._way is None or self._goes_with_the_last(self._held[0])):
                await self._hand(self._held.popleft())
            self._watch()

    def _goes_with_the_last(self, event: Event) -> bool:
        return self._writer is not None and self._writer is self._writer_of(event)

    def _writer_of(self, event: Event) -> Widget | None:
        if not isinstance(event, Key) or not event.is_printable or not self._app.screen_stack:
            return None
        focused = self._app.focused
        return (
            focused if focused and focused.check_consume_key(event.key, event.character) else None
        )

    async def _hand(self, event: Event) -> None:
        self._writer = self._writer_of(event)
        self._handed += 1
        start = self._start
        await self._hand_on(event)
        if self._way is None:
            self._set_out(start)

    @property
    def _start(self) -> MessagePump:
        if not self._app.screen_stack:
            return self._app
        return self._app.focused or self._app.screen

    def _set_out(self, start: MessagePump) -> None:
        self._way = _Way(self._handed)
        self._climb(start, ROUNDS, self._way)

    def _climb(self, node: MessagePump, rounds: int, way: _Way) -> None:
        """Go up row by row, behind all that waits there; what is being closed is passed over."""
        while not node.call_later(self._arrive, node, rounds, way):
            if node is self._app:  # the program is being left
                return
            node = self._above(node)

    def _above(self, node: MessagePump) -> MessagePump:
        return node._parent if node._parent is not None else self._app

    async def _arrive(self, node: MessagePump, rounds: int, way: _Way) -> None:
        if way is not self._way:  # another was begun meanwhile
            return
        if node is not self._app:
            self._climb(self._above(node), rounds, way)
        elif rounds > 1:
            self._climb(self._start, rounds - 1, way)
        elif way.handed != self._handed:
            self._set_out(self._start)
        else:
            self._way = None
            await self._go_on()

    def _watch(self) -> None:
        """Look again in a moment, while keys are held."""
        if self._held and not self._is_watched:
            self._is_watched = True
            get_running_loop().call_later(TICK, self._app.call_later, self._look)

    async def _look(self) -> None:
        self._is_watched = False
        if self._way is not None:
            self._way.looks += 1
            if self._way.looks >= PATIENCE:
                await self._lose_patience()
        await self._go_on()

    async def _lose_patience(self) -> None:
        for _ in range(len(self._held)):
            await self._hand(self._held.popleft())
        self._set_out(self._start)
