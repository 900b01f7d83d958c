"""Texts as YAML: plain where that reads back the same, else in double quotes."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from arguendo.problems import Problems
from arguendo.yaml_nodes import ListNode, MapNode, TextNode, parse

_BRACKETS = re.compile(r"[\[\]{}]")
_TYPED = re.compile(
    r"""(?: ~ | null | true | false | yes | no | on | off | y | n
        | [-+.]?[0-9][-+0-9a-f_.,:xo\s]* | [-+]?\.(?:inf|nan) )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What other readers of YAML take for something else than text."""


@lru_cache(maxsize=20_000)
def needs_quotes(text: str) -> bool:
    """Tell whether a text is better quoted.

    It is when it would not read back the same without quotes, when other programs would not take it
    for text, and when it has brackets, of which only some would do without.
    """
    if _BRACKETS.search(text) or _TYPED.fullmatch(text):
        return True
    return not reads_back(text)


def reads_back(text: str) -> bool:
    """Tell whether a text means itself without quotes, as an item and as the value of a key."""
    if not text.isprintable():
        return False
    problems = Problems()
    root = parse("", f"- {text}\n- key: {text}\n", problems)
    if len(problems) or not isinstance(root, ListNode) or len(root.items) != 2:
        return False
    item, entry = root.items
    value = entry.get("key") if isinstance(entry, MapNode) else None
    return all(
        isinstance(node, TextNode) and node.text == text and node.plain and not node.is_empty
        for node in (item, value)
    )


def quoted(text: str) -> str:
    """Put a text in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def scalar(text: str) -> str:
    """Write a text of one line, with quotes if it is better quoted."""
    return quoted(text) if needs_quotes(text) else text
