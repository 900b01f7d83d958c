"""The section `associations`: which words speak for which statement, for the reader of conversation.

Under the exact form of a statement stand lines, each with a weight and the words that have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from arguendo.reading.context import Context
from arguendo.reading.keys import named
from arguendo.reading.phrasings import target_of
from arguendo.reading.values import texts
from arguendo.rulebase import Association
from arguendo.statements import Statement
from arguendo.yaml_nodes import Node

MOST = 9.75
"""How much a word may speak for a statement, or against it."""

_LINE = re.compile(r"([+-]?\d{1,3}(?:\.\d{1,3})?)\s+(\S.*)")


def read(node: Node, context: Context) -> Iterator[Association]:
    """Read the section."""
    for name, value in named(node, "associations", context):
        target = target_of(name, context)
        lines = texts(value, context)
        if isinstance(target, str):
            hint = f"write it in full, as in: {target}(…)"
            context.error("wrong-shape", "words speak for one statement", name.span, hint)
        elif target is not None and lines is not None:
            yield from _read(target, lines, value, context)


def _read(
    statement: Statement, lines: tuple[str, ...], value: Node, context: Context
) -> Iterator[Association]:
    words: list[tuple[str, float]] = []
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None or abs(float(found[1])) > MOST:
            hint = "as in: - +1.5 squeeze, lean, twist"
            message = f"a line begins with how much, from -{MOST} to {MOST}, before its words"
            context.error("wrong-shape", message, value.span, hint)
            return
        words += [(word, float(found[1])) for word in re.split(r"[\s,;]+", found[2]) if word]
    yield Association(statement, tuple(words))
