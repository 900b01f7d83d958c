"""The command palette: everything a key does, the scenarios, and the rarer commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple, Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo_tui.presenters.actions import Action, of_part


class Command(NamedTuple):
    """A command of the palette."""

    name: str
    does: str
    run: Callable[[], object]
    rare: bool = False
    """Found by typing only, since there are many of its kind."""


def edit_commands(
    rulebase: RuleBase, edit_rule: Callable[[str], object], edit: Callable[[str], object]
) -> Iterator[Command]:
    """Go through the commands that edit a rule, or a file."""
    for rule in rulebase.rules:
        name = printable(f"Edit rule: {rule.title or rule.id}")
        yield Command(name, printable(rule.id), partial(edit_rule, rule.id), rare=True)
    for file in rulebase.texts:
        yield Command(printable(f"Edit file: {file}"), "Its text", partial(edit, file), rare=True)


Run = Callable[[Action], object]


def part_commands(parts: Mapping[str, str], run: Run, *, rare: bool = False) -> Iterator[Command]:
    """Go through what keys do in parts of a screen; `parts` says what each of them is called."""
    for part, title in parts.items():
        for action in of_part(part):
            if action.listed:
                name = f"{title}: {action.name}" if title else action.name
                yield Command(name, action.does, partial(run, action), rare=rare)


@runtime_checkable
class Commanded(Protocol):
    """A screen, or a program, with commands."""

    def commands(self) -> Iterator[Command]:
        """Go through its commands."""


class Commands(Provider):
    """Offers the commands of the screen, then the program's; no name is parsed as markup."""

    async def discover(self) -> Hits:
        """Offer all but the rare ones."""
        for command in (each for each in self._all() if not each.rare):
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
