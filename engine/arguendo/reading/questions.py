"""The section `questions`: what the source leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.facts import Question
from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Keys, listed, read_keys
from arguendo.reading.sentences import ground
from arguendo.reading.values import Texts, entity, source
from arguendo.statements import Statement
from arguendo.yaml_nodes import Node

ASK = Key[Statement | None]("ask", ground, None, required=True)
BY = Key[str | None]("by", entity, None)
SOURCE = Key[Texts]("source", source, ())

KEYS = Keys((ASK, BY, SOURCE))


def read(node: Node, context: Context) -> Iterator[Question]:
    """Read the section."""
    for item in listed(node, "questions", context):
        values = read_keys(item, KEYS, "a question", context)
        asked = values[ASK] if values else None
        if values and asked:
            yield Question(asked, values[BY], values[SOURCE], item.span)
