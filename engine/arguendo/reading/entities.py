"""The section `entities`: what is argued about, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Values, named, read_keys
from arguendo.reading.values import (
    Texts,
    all_or_none,
    entities,
    flag,
    kind,
    source,
    text,
    whole_text,
)
from arguendo.statements import Entity
from arguendo.vocabulary import normalise
from arguendo.yaml_nodes import ListNode, Node, TextNode

RESERVED = ("any", "number", "date", "text")
"""Kinds that are not an entity's."""

LONGEST_NAME = 200


def name(node: Node, context: Context) -> str | None:
    """Read a name; one without any word could never be found in a sentence."""
    found = text(node, context)
    if found is None:
        return None
    if len(found) > LONGEST_NAME:
        message = f"a name has at most {LONGEST_NAME} characters"
        context.error("too-long", message, node.span)
        return None
    if not normalise(found):
        hint = "articles and punctuation are passed over in sentences"
        context.error("wrong-value", f"the name “{found}” has no word in it", node.span, hint)
        return None
    return found


def names(node: Node, context: Context) -> tuple[str, ...] | None:
    """Read a list of names; a single one may stand alone."""
    nodes = node.items if isinstance(node, ListNode) else (node,)
    return all_or_none(name(each, context) for each in nodes)


def entity_kind(node: Node, context: Context) -> str | None:
    """Read the kind of an entity."""
    found = kind(node, context)
    if found in RESERVED:
        message = f"“{found}” is no kind for an entity: it means something else in slots"
        context.error("wrong-value", message, node.span)
        return None
    return found


NAME = Key("name", name, "", required=True)
KIND = Key("kind", entity_kind, "thing")
ALIASES = Key[Texts]("aliases", names, ())
ABOUT = Key("about", whole_text, "")
PLURAL = Key("plural", flag, False)
MEMBERS = Key[Texts]("members", entities, ())
SOURCE = Key[Texts]("source", source, ())

KEYS = (NAME, KIND, ALIASES, ABOUT, PLURAL, MEMBERS, SOURCE)


def read(node: Node, context: Context) -> Iterator[Entity]:
    """Read the section; an entity with a mistake in it still has its name."""
    for key, value in named(node, "entities", context):
        values = read_keys(value, KEYS, "an entity", context)
        yield _entity(key, values) if values else Entity(key.text, key.text.replace("_", " "))


def _entity(key: TextNode, values: Values) -> Entity:
    return Entity(
        id=key.text,
        name=values[NAME] or key.text.replace("_", " "),
        kind=values[KIND],
        aliases=values[ALIASES],
        about=values[ABOUT],
        plural=values[PLURAL],
        members=values[MEMBERS],
        source=values[SOURCE],
        span=key.span,
    )
