"""A document as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arguendo.problems import printable
from arguendo.wording.briefing import Document
from arguendo.wording.page import Block, Role

_SIGNS = re.compile(r"([\\`*_\[\]<>#|])")
"""Signs that would be markup."""
_ITEMS = (Role.LIST, Role.SUGGESTION)


def markdown(document: Document, diagram: str = "") -> str:
    """Write a document; a diagram in Mermaid's language goes before the sources."""
    parts = [f"# {_plain(document.title)}", *map(_plain, document.about)]
    for section in document.sections:
        if section.heading == "Sources" and diagram:
            parts += ["## Map of the argument", f"```mermaid\n{diagram.rstrip()}\n```"]
        parts.append(f"## {_plain(section.heading)}")
        for block in section.blocks:
            parts += _block(block)
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    if block.heading:
        yield f"**{_plain(block.heading)}**"
    lines = [_plain(line.strip()) for line in block.lines]
    if block.role in _ITEMS:
        yield "\n".join(f"- {line}" for line in lines)
    elif block.role is Role.ANSWER:
        yield f"**{' '.join(lines)}**"
    else:
        yield "\n\n".join(lines)


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", printable(text))
