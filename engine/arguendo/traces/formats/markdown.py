"""A lesson a file, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from arguendo.export.maps.mermaid import mermaid
from arguendo.traces.formats import Source
from arguendo.traces.formats.files import write_each
from arguendo.traces.formats.lesson import Part, parts
from arguendo.traces.formats.pictures import picture
from arguendo.traces.record import Trace

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def lesson(trace: Trace, source: Source) -> str:
    """Write the lesson of a trace."""
    return "\n\n".join(_blocks(trace, source))


def _blocks(trace: Trace, source: Source) -> Iterator[str]:
    yield f"# {_plain(trace.question.text)}"
    yield "\n".join(_scene(trace.text.scene))
    yield f"**{_plain(trace.text.line)}**"
    for part in parts(trace, source):
        yield f"## {_plain(part.heading)}"
        yield "\n".join(_items(part))
    yield "## The argument as a map"
    yield f"```mermaid\n{mermaid(picture(trace, source)).rstrip()}\n```"


def _scene(text: str) -> Iterator[str]:
    """Set headings and lists apart."""
    for number, line in enumerate(text.splitlines()):
        if line.startswith("- "):
            yield f"- {_plain(line.removeprefix('- '))}"
        else:
            yield f"\n{_plain(line)}\n" if number else f"{_plain(line)}\n"


def _items(part: Part) -> Iterator[str]:
    for number, item in enumerate(part.items, 1):
        mark = f"{number}." if part.numbered else "-"
        yield f"{mark} {_plain(item.line)}"
        yield from (f"{' ' * len(mark)} *{_plain(each)}*" for each in item.rest)


def _plain(text: str) -> str:
    """Write a text in which nothing means anything to Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def write(source: Source, out: Path) -> None:
    """Write a lesson for each trace to a folder."""
    write_each(out, source, ".md", lambda trace: lesson(trace, source))
