"""What a link may bring: a scenario to begin with, and a first question; neither is trusted."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from arguendo.problems import clipped, did_you_mean, printable

SCENARIO, ASK, LIGHT, TOKEN, DOOR = "scenario", "ask", "light", "token", "door"
"""The parameters of addresses."""

MOST_CHARACTERS = 1_000
"""Of a question."""


class BadLink(Exception):
    """A link asks for what there is not; the message says so, for people."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say what is wrong, and what would be right."""
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Link:
    """What a link asks for."""

    scenario: str = ""
    """Empty for the one that the program begins with."""
    ask: str = ""

    @property
    def query(self) -> str:
        """The link's own part of an address, empty when it asks for nothing."""
        return self.with_more()

    def with_more(self, **more: str) -> str:
        """Return that part of an address with further parameters."""
        asked = {SCENARIO: self.scenario, ASK: self.ask, **more}
        given = urlencode({name: text for name, text in asked.items() if text})
        return f"?{given}" if given else ""


def read_link(given: Mapping[str, Sequence[str]]) -> Link:
    """Read what the parameters of an address ask for; others are passed over. Raises `BadLink`."""
    return Link(_only(given, SCENARIO).strip(), cleaned(_only(given, ASK)))


def check_scenario(link: Link, known: Collection[str]) -> None:
    """Raise `BadLink` for a scenario that there is not, with the nearest."""
    name = link.scenario
    if name and name not in known:
        hint = did_you_mean(name, list(known)) or f"one of: {', '.join(known)}"
        shown = printable(clipped(name))
        raise BadLink(f"there is no scenario “{shown}”", hint if known else "")


def cleaned(text: str) -> str:
    """Return a question as one line of visible characters. Raises `BadLink` when it is too long."""
    if len(text) > MOST_CHARACTERS:
        raise BadLink(f"a question has at most {MOST_CHARACTERS:,} characters")
    return " ".join("".join(map(_visible, text)).split())


def _visible(character: str) -> str:
    """Leave out what would steer a terminal, turn the direction of text or be no character."""
    kind = unicodedata.category(character)
    if character.isspace() or kind[0] == "Z":
        return " "
    return "" if kind[0] == "C" else character


def _only(given: Mapping[str, Sequence[str]], name: str) -> str:
    found = given.get(name, ())
    if len(found) > 1:
        raise BadLink(f"the link says “{name}” more than once")
    return found[0] if found else ""
