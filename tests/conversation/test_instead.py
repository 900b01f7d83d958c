"""What comes in the place of what does not hold: `and what happens instead?`."""

from __future__ import annotations

import pytest

from arguendo.inquiry.query import Intent
from tests.conversation.club import KNOWLEDGE, RULES, club, written
from tests.conversation.test_taking_up import last

DRINKS = """\
  - id: drinks
    title: A club without a tournament has a party
    if: Anna trusts Ben
    unless: the club holds the tournament
    then: the club holds a party
"""
ASKED = "Does the club hold the tournament?"


@pytest.mark.parametrize(
    "asked", [ASKED, "What would it take for the club to hold the tournament?"]
)
@pytest.mark.parametrize("text", ["What happens instead then?", "and what instead?"])
def test_what_would_not_hold_otherwise_comes_instead(asked: str, text: str) -> None:
    party = "  party: {slots: {club: body}, says: '{club} [holds|hold] a party'}\nfacts:"
    case = written(KNOWLEDGE.replace("facts:", party), RULES + DRINKS)
    query = last(case, asked, text)
    assert query.statement is not None
    assert (query.intent, query.statement.key, query.clarify) == (Intent.ASK, "party(club)", True)


def test_where_nothing_comes_instead_all_that_follows_is_offered() -> None:
    query = last(club(), ASKED, "What happens instead then?")
    assert (query.intent, query.statement, query.clarify) == (Intent.WHAT_FOLLOWS, None, True)


def test_nothing_comes_instead_of_what_holds() -> None:
    query = last(club(), "Does Anna trust Ben?", "What happens instead then?")
    assert query.intent is Intent.ASK
