"""What of the vocabulary could not be read, so that one mistake there is not told of everywhere.

A sentence that cannot be read may be in order, and only its template or a name in it be damaged. It
is passed over in silence when one damaged piece holds all the words that are strange in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from arguendo.vocabulary import normalise
from arguendo.yaml_nodes import HiddenNode, ListNode, MapNode, Node, TextNode

_MARKS = "\"'{}[],;:|"
_FREE_TEXT = ("about", "title", "authors")
"""Keys whose text names nothing."""


class Damage:
    """The words of all declarations that are damaged."""

    def __init__(self) -> None:
        """Start with none."""
        self._pieces: list[frozenset[str]] = []
        self.is_total = False
        """Whether a whole file is missing, in which anything at all may have stood."""

    def add(self, *nodes: Node) -> None:
        """Take in a damaged declaration."""
        texts = [text for node in nodes for text in _texts(node)]
        self._pieces.append(frozenset(word for text in texts for word in _words(text)))

    def explains(self, strange: Iterable[str]) -> bool:
        """Tell whether words are unknown, perhaps, only because of the damage."""
        wanted = {word for text in strange for word in normalise(text) or [text]}
        return self.is_total or (bool(wanted) and any(wanted <= piece for piece in self._pieces))


def is_damaged(node: Node) -> bool:
    """Tell whether a part of a node was lost before it could be read."""
    if isinstance(node, ListNode):
        return any(map(is_damaged, node.items))
    if isinstance(node, MapNode):
        return bool(node.repeated) or any(is_damaged(value) for _, value in node.entries)
    return isinstance(node, HiddenNode)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, TextNode | HiddenNode):
        yield node.text
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _texts(item)
    else:
        for name, value in (*node.entries, *node.repeated):
            if name.text not in _FREE_TEXT:
                yield name.text
                yield from _texts(value)


def _words(text: str) -> Iterator[str]:
    """Split a text in every way in which a word of it may come up elsewhere."""
    yield from normalise(text)
    yield from (word for part in re.split(r"[^\w¶§.-]+", text) for word in normalise(part))
    yield from (word.strip(_MARKS) for word in text.split())
    yield from normalise(text.replace("_", " "))
