"""The section `contraries`: pairs of statements that speak against each other."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.reading.context import Context
from arguendo.reading.keys import listed
from arguendo.reading.sentences import affirmed
from arguendo.reading.values import all_or_none
from arguendo.span import Span
from arguendo.statements import Statement
from arguendo.yaml_nodes import HiddenNode, ListNode, Node


def read(node: Node, context: Context) -> Iterator[tuple[Statement, Statement, Span]]:
    """Read the section."""
    for item in listed(node, "contraries", context):
        if isinstance(item, HiddenNode):
            continue
        if not isinstance(item, ListNode) or len(item.items) != 2:
            hint = "write “- - one statement” and beneath it “  - its contrary”"
            context.error("wrong-shape", "contraries come in pairs", item.span, hint)
            continue
        pair = all_or_none(affirmed(each, context) for each in item.items)
        if pair:
            yield pair[0], pair[1], item.span
