"""Shares in words, put as the percentages that a rule base has."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.state import State
from arguendo.conversation.suppositions.shares import in_percent
from tests.conversation.club import written

KNOWLEDGE = """\
rule base:
  name: vote
  title: Is the fair held?
entities:
  fair: {name: the fair, kind: event}
statements:
  wanted:
    slots: {percent: number, event: event}
    says: "{percent} percent of the town want {event}"
  held:
    slots: {event: event}
    says: "{event} is held"
facts:
  - say: 66 percent of the town want the fair
"""
RULES = """\
rules:
  - id: wanted
    title: What most want is held
    if:
      - ?percent percent of the town want ?event
      - ?percent is at least 60
    then: ?event is held
"""


@cache
def vote() -> Case:
    return written(KNOWLEDGE, RULES)


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("if only half of them want it", "if only 50 percent of them want it"),
        ("on the third of September", "on the third of September"),
        ("from fifth of May on", "from fifth of May on"),
    ],
)
def test_a_share_is_a_percentage_and_a_day_none(text: str, put: str) -> None:
    assert in_percent(Context(State(vote())), text) == put
