"""What a visitor's program begins with, as the server hands it over and the program takes it."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import json

ASKED = "ARGUENDO_VISIT"
"""The variable of the environment in which it is handed over."""


@dataclass(frozen=True)
class Visit:
    """What a visitor's program begins with."""

    rule_base: str = ""
    """Its folder; empty for the article's."""
    scenario: str = ""
    """Empty for the rule base's own."""
    ask: str = ""
    """The first question, put as if it were typed; empty for none."""
    light: bool = False
    """Whether the browser prefers light colours."""


def written(visit: Visit) -> str:
    """Write a visit down."""
    return json.encode(visit).decode()


def read(text: str) -> Visit:
    """Read a visit. Raises `msgspec.DecodeError`."""
    return json.decode(text, type=Visit)
