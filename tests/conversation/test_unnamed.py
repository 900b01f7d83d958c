"""Whom `she` means in a first turn: whoever can do what is supposed."""

from __future__ import annotations

import pytest

from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from tests.conversation.club import written
from tests.conversation.contest import KNOWLEDGE, RULES
from tests.conversation.lease import lease

HIDES = """\
statements:
  hides:
    slots: {swimmer: swimmer}
    by: swimmer
    says: "{swimmer} [hides|hide] the tape of the race"
"""


@pytest.mark.parametrize(
    "text",
    [
        "What happens if she hides the tape of the race?",
        "What if she hides the tape of it?",
        "Suppose she hides the tape of the race.",
    ],
)
def test_whoever_has_something_to_decide_is_offered(text: str) -> None:
    case = written(KNOWLEDGE.replace("statements:\n", HIDES, 1), RULES)
    query = understand(State(case), text)
    assert {s.key: true for s, true in query.assume.items()} == {"hides(ada)": True}
    assert query.clarify


def test_where_nobody_decides_nobody_is_put_in() -> None:
    query = understand(State(lease()), "What if she has 3 offers?")
    assert all("mira" in each.arguments for each in query.assume)
