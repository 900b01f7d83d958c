"""What a file is made of: texts, lists and keys with values, each with where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from arguendo.span import Span


class TextNode(NamedTuple):
    """A single value, as written."""

    text: str
    span: Span
    plain: bool = True
    """Written without quotes."""
    flow: bool = False
    """Stands inside `[…]` or `{…}`, where commas and colons cut unquoted text."""
    cut: bool = False
    """A comment follows on the same line, and may have been meant as text."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return self.plain and self.text in ("", "~")


class ListNode(NamedTuple):
    """A list of nodes."""

    items: Sequence[Node]
    span: Span
    flow: bool = False


class MapNode(NamedTuple):
    """Keys with their values, in order; no key twice."""

    entries: tuple[tuple[TextNode, Node], ...]
    span: Span
    flow: bool = False
    repeated: tuple[tuple[TextNode, Node], ...] = ()
    """Those whose key stood there already, and was reported."""

    def get(self, key: str) -> Node | None:
        """Return a key's value."""
        return next((value for name, value in self.entries if name.text == key), None)


class HiddenNode(NamedTuple):
    """Something unreadable that has been reported already; readers pass over it in silence."""

    span: Span
    text: str = ""
    """What was written there, as far as it is known."""


Node: TypeAlias = TextNode | ListNode | MapNode | HiddenNode
