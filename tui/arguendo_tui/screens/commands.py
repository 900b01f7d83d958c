"""The command palette: everything a key does, the scenarios, and the rarer commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content


class Command(NamedTuple):
    """A command of the palette."""

    name: str
    does: str
    run: Callable[[], object]


@runtime_checkable
class Commanded(Protocol):
    """A screen, or a program, with commands."""

    def commands(self) -> Iterator[Command]:
        """Go through its commands."""


class Commands(Provider):
    """Offers the commands of the screen, then the program's; no name is parsed as markup."""

    async def discover(self) -> Hits:
        """Offer all of them."""
        for command in self._all():
            shown = Content(command.name)
            yield DiscoveryHit(shown, command.run, text=command.name, help=command.does)

    async def search(self, query: str) -> Hits:
        """Offer those that fit what is typed."""
        matcher = self.matcher(query)
        for command in self._all():
            score = matcher.match(command.name)
            if score > 0:
                shown = Content(command.name)
                yield Hit(score, shown, command.run, text=command.name, help=command.does)

    def _all(self) -> Iterator[Command]:
        for place in (self.screen, self.app):
            owner: object = place
            if isinstance(owner, Commanded):
                yield from owner.commands()
