"""What is supposed of joined names: the same of each, and nothing else of any."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from tests.conversation.club import KNOWLEDGE, RULES, written

_WAIVER = """\
  writes:
    slots: {member: person}
    by: member
    says: "{member} [writes|write] to the paper"
  waives:
    slots: {club: body, member: person}
    by: club
    says: "{club} waives the penalty for {member}"
facts:
"""
_OPEN = """\
questions:
  - ask: Anna writes to the paper
  - ask: Ben writes to the paper
  - ask: the club waives the penalty for Ben
"""


def _assumed(text: str, case: Case) -> dict[str, bool]:
    query = understand(State(case), text)
    return {statement.key: true for statement, true in query.assume.items()}


@pytest.mark.parametrize(
    "text",
    [
        "What if Anna and Ben write to the paper?",
        "What if Ben and Anna write to the paper?",
        "What if Anna and Ben both write to the paper?",
        "What if both Anna and Ben write to the paper?",
    ],
)
def test_of_joined_names_the_same_is_assumed_and_nothing_besides(text: str) -> None:
    knowledge = KNOWLEDGE.replace("facts:\n", _WAIVER).replace("questions:\n", _OPEN)
    assert _assumed(text, written(knowledge, RULES)) == {"writes(anna)": True, "writes(ben)": True}


@pytest.mark.parametrize("other", ["neither had Mattis", "nor had Mattis"])
def test_who_likewise_did_not_did_not_that_and_nothing_besides(article: Case, other: str) -> None:
    text = f"What if Tillerson hadn't ruled out regime change and {other}?"
    assert _assumed(text, article) == {
        "publicly_renounces(tillerson, regime_change)": False,
        "publicly_renounces(mattis, regime_change)": False,
    }


_WRITERS_PLAY = """\
rules:
  - id: writers-play
    title: Who writes plays
    if:
      - ?member writes to the paper
    then: ?member may play in the tournament
    because: The paper wants it.
    source: ¶1
"""


@pytest.mark.parametrize("asked", ["may Anna play in the tournament", "who may play"])
def test_joined_names_stay_joined_though_what_is_asked_hangs_on_one(asked: str) -> None:
    knowledge = KNOWLEDGE.replace("facts:\n", _WAIVER).replace("questions:\n", _OPEN)
    case = written(knowledge, RULES.replace("rules:\n", _WRITERS_PLAY))
    text = f"If Anna and Ben write to the paper, {asked}?"
    assert _assumed(text, case) == {"writes(anna)": True, "writes(ben)": True}
