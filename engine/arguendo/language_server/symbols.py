"""The outline of a file: sections, and what each declares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.language_server.places import Places, Range
from arguendo.language_server.snapshot import Snapshot
from arguendo.problems import printable
from arguendo.reading.guide import SECTION_GUIDES
from arguendo.reading.shapes import Role
from arguendo.yaml_nodes import ListNode, MapNode, Node, TextNode

NAMERS = ("id", "say", "ask")
"""Keys that say what an item of a list is."""


@dataclass(frozen=True)
class Symbol:
    """A section, or what stands in one; `what` is None for a section."""

    name: str
    detail: str
    what: Role | None
    range: Range
    name_range: Range
    parts: tuple[Symbol, ...] = ()


_ROLES = {
    "sources": Role.SOURCE,
    "entities": Role.ENTITY,
    "statements": Role.STATEMENT,
    "facts": Role.SENTENCE,
    "questions": Role.SENTENCE,
    "contraries": Role.CLAIM,
    "rules": Role.RULE,
    "scenarios": Role.SCENARIO,
    "tests": Role.TEST,
    "phrasings": Role.PHRASE,
    "associations": Role.PHRASED,
}


def symbols(snapshot: Snapshot, file: str) -> list[Symbol]:
    """Return the outline of a file."""
    root = snapshot.nodes.get(file)
    places = snapshot.places(file)
    entries = root.entries if isinstance(root, MapNode) else ()
    return [
        _symbol(name, value, None, places, tuple(_parts(name.text, value, places)))
        for name, value in entries
        if name.text in SECTION_GUIDES
    ]


def _parts(section: str, node: Node, places: Places) -> Iterator[Symbol]:
    what = _ROLES.get(section)
    if isinstance(node, MapNode) and what:
        for name, value in node.entries:
            yield _symbol(name, value, what, places)
    elif isinstance(node, ListNode):
        for item in node.items:
            namer = _namer(item)
            if namer is not None:
                yield _symbol(namer, item, what, places)


def _namer(item: Node) -> TextNode | None:
    if isinstance(item, ListNode):
        return next((each for each in item.items if isinstance(each, TextNode)), None)
    found = [item.get(key) for key in NAMERS] if isinstance(item, MapNode) else []
    return next((each for each in found if isinstance(each, TextNode)), None)


def _symbol(
    name: TextNode, value: Node, what: Role | None, places: Places, parts: tuple[Symbol, ...] = ()
) -> Symbol:
    start, name_end = places.stretch(name.span)
    first, end = places.stretch(value.span)
    return Symbol(
        _line(name.text) or "…",
        _detail(value),
        what,
        places.range(min(start, first), max(name_end, end)),
        places.range(start, name_end),
        parts,
    )


def _detail(value: Node) -> str:
    """Say what something is called, apart from its id."""
    keys = ("title", "name", "says")
    found = [value.get(key) for key in keys] if isinstance(value, MapNode) else []
    return next((_line(each.text) for each in found if isinstance(each, TextNode)), "")


def _line(text: str) -> str:
    return printable(" ".join(text.split()))
