"""Questions that say no more than an opening and a name."""

from __future__ import annotations

import pytest

from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query
from tests.conversation.club import club

ASKED = "Does Ben pay the fee?"


def after(first: str, text: str) -> Query:
    return understand(converse(State(club()), first)[0], text)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("does Anna?", Intent.ASK),
        ("will Anna too?", Intent.ASK),
        ("why does Anna?", Intent.WHY_NOT),
        ("why doesn't Anna?", Intent.WHY_NOT),
        ("since when does Anna?", Intent.WHEN),
        ("what would it take for Anna?", Intent.WHAT_WOULD_IT_TAKE),
    ],
)
def test_the_last_statement_is_put_to_the_one_named(text: str, intent: Intent) -> None:
    query = after(ASKED, text)
    assert query.statement
    assert (query.intent, query.statement.key) == (intent, "pays_fee(anna, club)")


def test_one_spoken_of_already_keeps_the_statement() -> None:
    query = after(ASKED, "why won't Ben?")
    assert query.statement
    assert (query.intent, query.statement.key) == (Intent.WHY_NOT, "pays_fee(ben, club)")


def test_why_not_is_asked_of_one_of_whom_no_rule_speaks() -> None:
    for asked, text, key in (
        ("Does Ben pay the fee?", "why doesn't Anna?", "pays_fee(anna, club)"),
        ("May Ben play in the tournament?", "why may Anna not?", "may_play(anna, tournament)"),
    ):
        query = after(asked, text)
        assert query.statement, text
        assert (query.intent, query.statement.key) == (Intent.WHY_NOT, key)


@pytest.mark.parametrize(
    ("text", "intent"),
    [("who is Anna?", Intent.DESCRIBE), ("what should Anna do?", Intent.RECOMMEND)],
)
def test_a_question_with_a_meaning_of_its_own_is_no_transfer(text: str, intent: Intent) -> None:
    assert after(ASKED, text).intent is intent
