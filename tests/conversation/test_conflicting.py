"""Whether conclusions conflict, and what gives way to what."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Listing
from tests.conversation.club import KNOWLEDGE, club, written

BOTH = """\
rules:
  - id: trusting
    title: Who trusts another may play
    if: ?one trusts ?other
    unless: the courts of the club are wet
    then: ?one may play in the tournament
"""


@pytest.mark.parametrize(
    "text",
    [
        "are there any contradictions",
        "does anything here conflict with anything else?",
        "Do any of the conclusions contradict each other?",
        "is all of this consistent?",
        "is anything contested",
        "Which conclusions conflict?",
        "is the argument consistent",
    ],
)
def test_it_can_be_asked_whether_anything_conflicts(article: Case, text: str) -> None:
    query = understand(State(article), text)
    assert (query.listing, query.clarify) == (Listing.CONFLICTS, False)


@pytest.mark.parametrize(
    "text", ["is America contradicting itself?", "does that contradict Anna?", "why the conflict?"]
)
def test_what_is_asked_of_somebody_is_not(text: str) -> None:
    assert understand(State(club()), text).listing is not Listing.CONFLICTS


def told(case: Case, *turns: str) -> list[str]:
    state = State(case)
    for text in turns:
        state, reply = converse(state, text)
    return [line for block in reply.page.blocks for line in block.lines]


def test_what_gives_way_is_told_with_what_it_gives_way_to() -> None:
    case = written(KNOWLEDGE, BOTH)
    assert told(case, "are there any contradictions?")[:2] == [
        "No conclusion contradicts another.",
        "It would follow by “Who trusts another may play” that Anna may play in the tournament, "
        "but the courts of the club are wet.",
    ]


def test_what_is_contested_is_told_on_both_sides(animals: Case) -> None:
    contested = told(
        animals, "assume the animal has feathers", "assume it gives milk", "any contradictions?"
    )
    assert contested[0].endswith("contested.")
    assert "yet" in contested[1]
