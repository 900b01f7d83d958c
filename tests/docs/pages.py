"""Examples in Markdown: the blocks between fences, and the rule bases that they make up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from arguendo.library import read
from arguendo.problems import render

_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]*))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"# (\S+\.yaml)\n")


class Block(NamedTuple):
    """What stands between two fences."""

    sort: str
    """The first word after the opening fence: `yaml`, `console`, `text`."""
    remark: str
    """The words after it: `wrong`, `instead`."""
    text: str


def blocks(page: str) -> list[Block]:
    """The blocks of a page in order."""
    return [Block(match[1], match[2] or "", match[3]) for match in _BLOCK.finditer(page)]


def files(found: Iterable[Block]) -> dict[str, str]:
    """The files that YAML blocks make up.

    A block whose first line names a file is added to it, or, with the remark `instead`, takes its
    place; one that names none makes a new one.
    """
    made: dict[str, str] = {}
    for number, block in enumerate(found, 1):
        named = _FILE.match(block.text)
        name = named[1] if named else f"knowledge/example-{number}.yaml"
        before = "" if block.remark == "instead" else made.get(name, "")
        made[name] = before + block.text[named.end() if named else 0 :]
    return made


def is_wrong(block: Block) -> bool:
    """Whether a block shows a mistake; the next one then shows what its author is told."""
    return block.remark == "wrong"


def matches(shown: str, printed: str) -> bool:
    """Whether a page shows what was printed; `…` stands for lines, or for the end of one."""
    lines = (_pattern(line) for line in shown.rstrip().splitlines())
    return re.fullmatch("".join(lines), printed.rstrip() + "\n") is not None


def _pattern(line: str) -> str:
    if line == "…":
        return r"(?:.*\n)*?"
    if line.endswith(" …"):
        return re.escape(line.removesuffix("…")) + r".*\n"
    return re.escape(line) + r"\n"


def commands(session: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with what it is shown to print."""
    parts = re.split(r"^\$ (.*)\n", session, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def write(made: Mapping[str, str], home: Path) -> Path:
    """Write the files of a rule base into a folder of its own, and return that."""
    for name, text in made.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return home


def told(folder: Path) -> str:
    """What the author of a rule base is told; it must be wrong."""
    rulebase, problems, texts = read(folder)
    assert rulebase is None
    return "\n\n".join(render(problem, texts) for problem in problems) + "\n"
