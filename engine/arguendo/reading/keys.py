"""Declarative tables of keys: which there are, how each is read, and which must be there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from arguendo.problems import Edit, closest
from arguendo.reading.context import Context
from arguendo.reading.damage import is_damaged
from arguendo.reading.values import kind_of_node, respelled
from arguendo.yaml_nodes import HiddenNode, ListNode, MapNode, Node, TextNode

T = TypeVar("T")


@dataclass(frozen=True)
class Key(Generic[T]):
    """A key that a mapping may have."""

    name: str
    read: Callable[[Node, Context], T | None]
    """Returns None after it has reported why."""
    default: T
    required: bool = False


class Keys(tuple[Key[Any], ...]):
    """The keys that a mapping may have, in their order."""

    @cached_property
    def by_name(self) -> Mapping[str, Key[Any]]:
        """The keys by name."""
        return {key.name: key for key in self}


class Values:
    """What a mapping's keys were read to, each of its own type."""

    def __init__(self, node: MapNode, found: dict[str, object], *, complete: bool) -> None:
        self.node = node
        self.complete = complete
        """False when a key is missing or its value could not be read."""
        self._found = found

    def __getitem__(self, key: Key[T]) -> T:
        """Return the value of a key, or its default."""
        return self._found.get(key.name, key.default)  # type: ignore[return-value]

    def __contains__(self, key: Key[Any]) -> bool:
        """Tell whether the key was given and could be read."""
        return key.name in self._found


def read_keys(node: Node, table: Keys, what: str, context: Context) -> Values | None:
    """Read a mapping by its table of keys; None when it is no mapping at all."""
    if isinstance(node, HiddenNode):
        return None
    if not isinstance(node, MapNode):
        names = ", ".join(key.name for key in table)
        message = f"{what} is written with keys, not as {kind_of_node(node)}"
        context.error("wrong-shape", message, node.span, f"its keys are: {names}")
        return None
    known = table.by_name
    found: dict[str, object] = {}
    complete = True
    given = {name.text for name, _ in node.entries}
    for name, value in node.entries:
        key = known.get(name.text)
        if key is None:
            given.add(_unknown(name, value, given, list(known), what, context))
            complete = False
        elif isinstance(value, TextNode) and value.is_empty:
            context.error(
                "empty", f"“{name.text}” has no value", name.span, "fill it in or delete it"
            )
            complete = False
        else:
            read = key.read(value, context)
            if read is None:
                complete = False
            else:
                found[name.text] = read
    for key in table:
        if key.required and key.name not in given:
            context.error("missing-key", f"{what} needs the key “{key.name}”", node.span)
            complete = False
    return Values(node, found, complete=complete)


_OTHER_WORDS = {"except": "unless", "reason": "because", "why": "because", "when": "if"} | {
    **dict.fromkeys(
        ("degree", "confidence", "probability", "likelihood", "certainty"), "qualifier"
    ),
    **dict.fromkeys(("conclusion", "claim"), "then"),
    **dict.fromkeys(("description", "text"), "about"),
    **dict.fromkeys(("sentence", "statement", "template"), "says"),
    **dict.fromkeys(("fact", "says"), "say"),
    **dict.fromkeys(("question",), "ask"),
}
"""What newcomers write for a key that there is."""


def _unknown(
    name: TextNode, value: Node, given: set[str], known: list[str], what: str, context: Context
) -> str:
    """Report a key that there is not; return the one that was meant, which then is not missing."""
    other = _OTHER_WORDS.get(name.text.casefold(), "")
    fix: tuple[Edit, ...] = ()
    if other in known:
        meant = "" if other in given else other
    else:
        meant = closest(name.text, known)
        fix = () if meant in given else respelled(name, known)
    hint = f"did you mean “{meant}”?" if meant else f"its keys are: {', '.join(known)}"
    if name.flow and name.plain and isinstance(value, TextNode) and value.is_empty:
        hint, fix = "a comma inside { } begins a new key: put a text with commas in quotes", ()
    context.error("unknown-key", f"{what} has no key “{name.text}”", name.span, hint, fix)
    return meant


def named(node: Node, section: str, context: Context) -> Iterator[tuple[TextNode, Node]]:
    """Go through a section of ids with what they stand for; of two equal ids the first counts.

    What turns out to be damaged while it is read is remembered.
    """
    if isinstance(node, MapNode):
        for name, value in node.entries:
            said = len(context.problems)
            is_first = context.ids(section).get(name.text) == name.span
            if is_first:
                yield name, value
            if not is_first or is_damaged(value) or len(context.problems) > said:
                context.note_damage(section, name, value)
        for name, value in node.repeated:
            context.note_damage(section, name, value)
    elif not isinstance(node, HiddenNode):
        context.error(
            "wrong-shape",
            f"“{section}” takes ids, each with its keys beneath, not {kind_of_node(node)}",
            node.span,
        )


def listed(node: Node, section: str, context: Context) -> Iterator[Node]:
    """Go through a section that is a list."""
    if isinstance(node, ListNode):
        yield from node.items
    elif not isinstance(node, HiddenNode):
        context.error(
            "wrong-shape",
            f"“{section}” takes a list, each item after “- ”, not {kind_of_node(node)}",
            node.span,
            _spaced(node),
        )


def _spaced(node: Node) -> str:
    """Say what is missing where the first dash of a list is none."""
    first = node.entries[0][0].text if isinstance(node, MapNode) and node.entries else ""
    return f"a space goes after the dash: - {first[1:]}" if re.match(r"-\w", first) else ""
