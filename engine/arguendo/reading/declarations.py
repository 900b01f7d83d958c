"""A first walk over all files: which ids there are, so that others may name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from arguendo.problems import Problems
from arguendo.span import Span
from arguendo.statements import ID
from arguendo.yaml_nodes import HiddenNode, Later, ListNode, MapNode, Node, TextNode

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_ANY = re.compile(r".+")
_HIDDEN_ID = re.compile(r"(?:^|[\s{,-])id:\s+([a-z][a-z0-9_-]*)")

NAMED = {
    "sources": _NAME,
    "entities": ID,
    "statements": ID,
    "scenarios": _NAME,
    "tests": _NAME,
    "phrasings": _ANY,
    "associations": _ANY,
}
"""Sections of ids with their keys, and how such an id is written."""

_HINTS = {
    ID: "use lower-case letters, digits and _, beginning with a letter",
    _NAME: "use lower-case letters, digits, - and _, beginning with a letter",
}


def declare(sections: Mapping[str, list[Node]], problems: Problems) -> dict[str, dict[str, Span]]:
    """Collect the ids of each section; report those that come twice or are badly written.

    Paragraph marks count as ids of `sources`.
    """
    found: dict[str, dict[str, Span]] = {}
    for section, form in NAMED.items():
        names = (name for node in sections[section] for name in _keys(node))
        found[section] = _collect(names, form, section, problems)
    rules = (name for node in sections["rules"] for name in _ids(node))
    found["rules"] = _collect(rules, _NAME, "rules", problems)
    marks = (mark for node in sections["sources"] for mark in _marks(node))
    found["sources"] |= _collect(marks, _ANY, "paragraphs", problems)
    return found


def _collect(
    names: Iterator[TextNode], form: re.Pattern[str], section: str, problems: Problems
) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for name in names:
        if not form.fullmatch(name.text):
            message = f"“{name.text}” cannot be an id"
            problems.error("bad-id", message, name.span, _hint(name.text, form))
        if name.text in found:
            message = f"“{name.text}” stands twice among the {section}"
            hint = f"the first is at {found[name.text]}"
            problems.error("duplicate-id", message, name.span, hint)
        found.setdefault(name.text, name.span)
    return found


LONGEST_HINT = 40
"""Characters of an id that is proposed."""


def _hint(name: str, form: re.Pattern[str]) -> str:
    """Say what an id may be made of, and which one is near."""
    rule = _HINTS.get(form, "")
    near = re.sub(r"[\W_]+", "-" if form is _NAME else "_", name.casefold(), flags=re.ASCII)
    near = near.strip("-_0123456789")[:LONGEST_HINT].rstrip("-_")
    return f"write “{near}”: {rule.removeprefix('use ')}" if rule and form.fullmatch(near) else rule


def _keys(node: Node | None) -> Iterator[TextNode]:
    if isinstance(node, MapNode):
        yield from (name for name, _ in node.entries)


def _ids(node: Node) -> Iterator[TextNode]:
    if isinstance(node, ListNode) and isinstance(node.items, Later):
        yield from (each for each in node.items.ids if isinstance(each, TextNode))
        return
    for item in node.items if isinstance(node, ListNode) else ():
        name = item.get("id") if isinstance(item, MapNode) else None
        if isinstance(item, HiddenNode) and (written := _HIDDEN_ID.search(item.text)):
            yield TextNode(written[1], item.span)
        if isinstance(name, TextNode) and not name.is_empty:
            yield name


def _marks(node: Node) -> Iterator[TextNode]:
    for _, source in node.entries if isinstance(node, MapNode) else ():
        if isinstance(source, MapNode):
            yield from _keys(source.get("paragraphs"))
