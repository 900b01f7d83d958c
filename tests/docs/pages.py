"""Examples in Markdown: the blocks between fences, and the rule bases that they make up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]*))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"# (\S+\.yaml)\n")


class Block(NamedTuple):
    """What stands between two fences."""

    sort: str
    """The first word after the opening fence: `yaml`, `console`, `text`."""
    remark: str
    """The words after it."""
    text: str


def blocks(page: str) -> list[Block]:
    """The blocks of a page in order."""
    return [Block(match[1], match[2] or "", match[3]) for match in _BLOCK.finditer(page)]


def files(found: Iterable[Block]) -> dict[str, str]:
    """The files that YAML blocks make up; a block whose first line names none makes a new one."""
    made: dict[str, str] = {}
    for number, block in enumerate(found, 1):
        named = _FILE.match(block.text)
        name = named[1] if named else f"knowledge/example-{number}.yaml"
        made[name] = made.get(name, "") + block.text[named.end() if named else 0 :]
    return made


def write(made: Mapping[str, str], home: Path) -> Path:
    """Write the files of a rule base into a folder of its own, and return that."""
    for name, text in made.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return home
