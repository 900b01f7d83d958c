"""The section `sources`: texts that the rule base is drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from arguendo.facts import Source
from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Keys, named, read_keys
from arguendo.reading.values import Texts, date, kind_of_node, text, texts
from arguendo.yaml_nodes import HiddenNode, MapNode, Node


def paragraphs(node: Node, context: Context) -> Mapping[str, str] | None:
    """Read paragraph marks with their paraphrases."""
    if isinstance(node, MapNode):
        found = {name.text: text(value, context) for name, value in node.entries}
        return {mark: said for mark, said in found.items() if said is not None}
    if not isinstance(node, HiddenNode):
        message = f"paragraphs are marks with a paraphrase each, not {kind_of_node(node)}"
        context.error("wrong-shape", message, node.span, "write “¶1: what it says”")
    return None


TITLE = Key("title", text, "", required=True)
AUTHORS = Key[Texts]("authors", texts, ())
DATE = Key[str | None]("date", date, None)
PARAGRAPHS = Key[Mapping[str, str]]("paragraphs", paragraphs, {})

KEYS = Keys((TITLE, AUTHORS, DATE, PARAGRAPHS))


def read(node: Node, context: Context) -> Iterator[Source]:
    """Read the section."""
    for name, value in named(node, "sources", context):
        if values := read_keys(value, KEYS, "a source", context):
            yield Source(
                id=name.text,
                title=values[TITLE],
                authors=values[AUTHORS],
                date=values[DATE],
                paragraphs=values[PARAGRAPHS],
                span=name.span,
            )
