"""The section `rule base`: what the whole is called, its scale, and where to begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.problems import Problems
from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Keys, read_keys
from arguendo.reading.values import Texts, scenario, text, texts
from arguendo.scale import ICD_203, Scale
from arguendo.span import Span
from arguendo.yaml_nodes import ListNode, MapNode, Node


@dataclass(frozen=True)
class Head:
    """What a rule base says about itself."""

    name: str = ""
    title: str = ""
    about: str = ""
    scenario: str = ""


def scale(node: Node, context: Context) -> Scale | None:
    """Read the words of a scale, weakest first."""
    found = texts(node, context)
    if found is None:
        return None
    words = tuple(" ".join(word.casefold().split()) for word in found)
    if not words or len(set(words)) < len(words):
        context.error("wrong-value", "a scale is a list of different words", node.span)
        return None
    return Scale(words)


NAME = Key("name", text, "", required=True)
TITLE = Key("title", text, "")
ABOUT = Key("about", text, "")
SCALE = Key("scale", scale, ICD_203)
SCENARIO = Key("scenario", scenario, "")
INCLUDE = Key[Texts]("include", texts, ())

KEYS = Keys((NAME, TITLE, ABOUT, SCALE, SCENARIO, INCLUDE))


def read(node: Node, context: Context) -> Head | None:
    """Read the section; the scale goes to the context, for all that is read after it."""
    values = read_keys(node, KEYS, "a rule base", context)
    if values is None:
        return None
    context.scale = values[SCALE]
    if not values.complete and INCLUDE not in values:
        # What is misspelt may be what includes the rest.
        known = {key.name for key in KEYS}
        context.damage.is_total |= any(name.text not in known for name, _ in values.node.entries)
    return Head(values[NAME], values[TITLE], values[ABOUT], values[SCENARIO])


def included(root: Node | None, problems: Problems) -> Iterator[tuple[str, Span]]:
    """Find the folders that the head in a file includes, each with where it stands."""
    head = root.get("rule base") if isinstance(root, MapNode) else None
    node = head.get(INCLUDE.name) if isinstance(head, MapNode) else None
    context = Context(problems)
    for each in node.items if isinstance(node, ListNode) else [node] if node else []:
        written = text(each, context)
        if written:
            yield written, each.span
