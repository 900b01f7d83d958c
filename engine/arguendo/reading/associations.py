"""The section `associations`: which words speak for which statement, for the reader of talk.

Under the exact form of a statement stand lines, each with a weight and the words that have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from arguendo.reading.context import Context
from arguendo.reading.keys import named
from arguendo.reading.phrasings import target_of
from arguendo.reading.values import all_or_none, text
from arguendo.rulebase import Association
from arguendo.yaml_nodes import ListNode, Node

MOST = 9.75
"""How much a word may speak for a statement, or against it."""

_LINE = re.compile(r"([+-]?\d{1,3}(?:\.\d{1,3})?)\s+([^\s,;].*)")


def read(node: Node, context: Context) -> Iterator[Association]:
    """Read the section."""
    for name, value in named(node, "associations", context):
        target = target_of(name, context)
        if isinstance(target, str):
            hint = f"write it in full, as in: {target}(…)"
            context.error("wrong-shape", "words speak for one statement", name.span, hint)
            continue
        lines = value.items if isinstance(value, ListNode) else (value,)
        words = all_or_none(_line(each, context) for each in lines)
        if target is not None and words is not None:
            yield Association(target, tuple(chain.from_iterable(words)))


def _line(node: Node, context: Context) -> tuple[tuple[str, float], ...] | None:
    """Read one line: how much its words speak for the statement, and the words."""
    line = text(node, context)
    if line is None:
        return None
    found = _LINE.fullmatch(line)
    if found is None or abs(float(found[1])) > MOST:
        message = f"a line begins with how much, from -{MOST} to {MOST}, before its words"
        context.error("wrong-shape", message, node.span, "as in: - +1.5 squeeze, lean, twist")
        return None
    return tuple((word, float(found[1])) for word in re.split(r"[\s,;]+", found[2]) if word)
