"""A number that is said without its unit: `what if six support it?`, where five do."""

from __future__ import annotations

import pytest

from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from tests.conversation.club import KNOWLEDGE, RULES, written

BACKED = """statements:
  backs:
    slots: {count: number, event: event}
    says: "{count} members support {event}"
    denies: "fewer than {count} members support {event}"
    one: count
"""
FACT = "facts:\n  - say: 5 members support the tournament\n"


@pytest.mark.parametrize(
    ("text", "count", "true"),
    [
        ("What if six support the tournament?", 6, True),
        ("What if only 3 support the tournament?", 3, True),
        ("What if six of them support the tournament?", 6, True),
        ("What if six members support the tournament?", 6, True),
        ("What if fewer than five support the tournament?", 5, False),
        ("What if five do not support the tournament?", 5, False),
    ],
)
def test_another_number_than_what_is_so_is_supposed(text: str, count: int, true: bool) -> None:
    knowledge = KNOWLEDGE.replace("statements:\n", BACKED, 1).replace("facts:\n", FACT, 1)
    query = understand(State(written(knowledge, RULES)), text)
    made = {statement.key: true for statement, true in query.assume.items()}
    assert made == {f"backs({count}, tournament)": true}
