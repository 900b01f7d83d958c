"""The section `facts`: what the source reports."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.facts import Fact
from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Keys, listed, read_keys
from arguendo.reading.sentences import ground
from arguendo.reading.values import Texts, date, degree, flag, source
from arguendo.statements import Statement
from arguendo.yaml_nodes import Node

SAY = Key[Statement | None]("say", ground, None, required=True)
DATE = Key[str | None]("date", date, None)
DEGREE = Key[int | None]("degree", degree, None)
SOURCE = Key[Texts]("source", source, ())
BACKGROUND = Key("background", flag, False)

KEYS = Keys((SAY, DATE, DEGREE, SOURCE, BACKGROUND))


def read(node: Node, context: Context) -> Iterator[Fact]:
    """Read the section."""
    for item in listed(node, "facts", context):
        values = read_keys(item, KEYS, "a fact", context)
        said = values[SAY] if values else None
        if values and said:
            yield Fact(
                statement=said,
                degree=values[DEGREE] or context.scale.top,
                date=values[DATE],
                source=values[SOURCE],
                background=values[BACKGROUND],
                span=item.span,
            )
