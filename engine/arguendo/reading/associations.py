"""The section `associations`: which words speak for which statement, for the reader of talk.

Under the exact form of a statement stand lines, each with a weight and the words that have it. What
speaks for a statement being supposed, or supposed not to be so, stands behind `if` or `if not`, and
what speaks for a whole text asking about it behind `asked`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TypeAlias

from arguendo.reading.context import Context
from arguendo.reading.keys import named
from arguendo.reading.phrasings import target_of
from arguendo.reading.values import all_or_none, text
from arguendo.rulebase import Association
from arguendo.yaml_nodes import ListNode, Node

MOST = 9.75
"""How much a word may speak for a statement, or against it."""

_LINE = re.compile(r"(if not |if |asked )? *([+-]?\d{1,3}(?:\.\d{1,3})?)\s+([^\s,;].*)")

_Words: TypeAlias = "tuple[tuple[str, float], ...]"


def read(node: Node, context: Context) -> Iterator[Association]:
    """Read the section."""
    for name, value in named(node, "associations", context):
        target = target_of(name, context)
        if isinstance(target, str):
            hint = f"write it in full, as in: {target}(…)"
            context.error("wrong-shape", "words speak for one statement", name.span, hint)
            continue
        lines = value.items if isinstance(value, ListNode) else (value,)
        told = all_or_none(_line(each, context) for each in lines)
        if target is not None and told is not None:
            parts = (
                tuple(chain.from_iterable(words for when, words in told if when == each))
                for each in ("", "if", "if not", "asked")
            )
            yield Association(target, *parts)


def _line(node: Node, context: Context) -> tuple[str, _Words] | None:
    """Read one line: how much its words speak for the statement, when, and the words."""
    line = text(node, context)
    if line is None:
        return None
    found = _LINE.fullmatch(line)
    if found is None or abs(float(found[2])) > MOST:
        message = f"a line begins with how much, from -{MOST} to {MOST}, before its words"
        context.error("wrong-shape", message, node.span, "as in: - +1.5 squeeze, lean, twist")
        return None
    words = (word for word in re.split(r"[\s,;]+", found[3]) if word)
    return (found[1] or "").strip(), tuple((word, float(found[2])) for word in words)
