"""What a person prefers, from their own file: keys, theme, motion. A mistake in it is told."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from arguendo.problems import did_you_mean, printable
from arguendo_tui.presenters.actions import ACTIONS

CONFIG = "ARGUENDO_CONFIG"
"""Environment variable: the file to read instead of the usual one, or `off` to read none."""

LARGEST = 1 << 16
"""Bytes that are read of the file."""
THEMES = ("dark", "light", "high contrast")
_KEYS, _SCREEN = "keys", "screen"
_NONE = ("off", "0", "no")


@dataclass(frozen=True)
class Preferences:
    """What was found in the file, and what is wrong with it."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """By action: its keys instead of the usual ones, with commas between them."""
    theme: str = ""
    """Empty to go by the terminal."""
    still: bool = False
    """Whether nothing may move by itself: no cursor that blinks."""
    mouse: bool = True
    memory: Path | None = None
    """The folder in which the screen remembers how panes lie, and scenarios of one's own."""
    troubles: tuple[str, ...] = ()


def config_file(environment: Mapping[str, str]) -> Path | None:
    """Return where a person's own file is looked for; None for nowhere."""
    chosen = environment.get(CONFIG, "")
    if chosen:
        return None if chosen.casefold() in _NONE else Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("arguendo", appauthor=False) / "config.toml"


def preferences(path: Path | None) -> Preferences:
    """Read a person's file; where there is none, all is as usual."""
    if path is None or not path.is_file():
        return Preferences()
    try:
        with path.open("rb") as file:
            found = tomllib.loads(file.read(LARGEST).decode())
    except (OSError, ValueError, RecursionError) as error:
        return Preferences(troubles=(printable(f"{path.name} cannot be read: {error}"),))
    screen = _table(found, _SCREEN)
    parts, settings = (_KEYS, _SCREEN), ("theme", "motion", "mouse")
    troubles = [_unknown(name, parts, "part") for name in found if name not in parts]
    troubles += [_unknown(name, settings, "setting") for name in screen if name not in settings]
    theme = screen.get("theme", "")
    if theme and theme not in THEMES:
        troubles.append(f"The theme is one of: {', '.join(THEMES)}.")
        theme = ""
    keys = dict(_keys(_table(found, _KEYS), troubles))
    return Preferences(
        keys,
        str(theme),
        screen.get("motion", True) is False,
        screen.get("mouse", True) is not False,
        troubles=tuple(map(printable, troubles)),
    )


def _keys(table: Mapping[str, object], troubles: list[str]) -> Iterator[tuple[str, str]]:
    known = [action.id for action in ACTIONS]
    for name, keys in table.items():
        if name not in known:
            troubles.append(_unknown(name, known, "action"))
        elif not isinstance(keys, str):
            troubles.append(f'The keys of {name} are a text, such as "ctrl+u".')
        else:
            yield name, keys


def _unknown(name: str, known: tuple[str, ...] | list[str], what: str) -> str:
    hint = did_you_mean(name, list(known))
    return f"There is no {what} “{name}”{f' ({hint})' if hint else ''}."


def _table(found: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = found.get(name)
    return table if isinstance(table, dict) else {}


def is_still(environment: Mapping[str, str], chosen: Preferences) -> bool:
    """Tell whether nothing may move by itself: by the file, or by a custom of some programs."""
    return chosen.still or bool(environment.get("NO_MOTION") or environment.get("REDUCE_MOTION"))
