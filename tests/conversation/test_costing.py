"""Numbers asked for with *what*, and who does what little says."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent, Query
from tests.conversation.club import KNOWLEDGE, RULES, written

MORE = """\
  cost:
    slots: {event: event, sum: number}
    one: sum
    says: "the prizes of {event} cost {sum} pounds"
  weight:
    slots: {event: event, sum: number}
    one: sum
    says: "the cup of {event} weighs {sum} grams"
  purse:
    slots: {club: body, sum: number}
    one: sum
    says: "{club} [has|have] {sum} pounds in hand"
  got:
    slots: {firm: firm, event: event, day: date}
    says: "{firm} got {event} on {day}"
    also:
      - "{firm} received {event} on {day}"
  rents:
    slots: {firm: firm, count: number, event: event}
    one: count
    says: "{firm} rented {count} tents for {event}"
  funds:
    slots: {firm: firm, event: event}
    says: "{firm} pays for the cup of {event}"
"""
FACTS = """\
  - say: the prizes of the tournament cost 300 pounds
  - say: the club has 70 pounds in hand
  - say: the cup of the tournament weighs 900 grams
  - say: Marlow got the tournament on 2 May 2030
  - say: Tarn got the tournament on 4 May 2030
  - say: Marlow rented 40 tents for the tournament
  - say: Tarn rented 25 tents for the tournament
  - say: Tarn pays for the cup of the tournament
"""
FIRMS = """\
  marlow: {name: Marlow, kind: firm}
  tarn: {name: Tarn, kind: firm}
"""


@cache
def hired() -> Case:
    """Return the case of the club, which hires two firms."""
    knowledge = KNOWLEDGE.replace("statements:\n", f"{FIRMS}statements:\n{MORE}")
    return written(knowledge.replace("facts:\n", f"facts:\n{FACTS}"), RULES)


def asked(*turns: str) -> Query:
    state = State(hired())
    for text in turns:
        state, reply = converse(state, text)
    return reply.answer.query


@pytest.mark.parametrize(
    ("text", "meant", "sure"),
    [
        ("what do the prizes cost", "cost(tournament, 300)", True),
        ("What would the prizes of the tournament cost us?", "cost(tournament, 300)", True),
        ("and what did the prizes cost?", "cost(tournament, 300)", True),
        ("what does the cup weigh?", "weight(tournament, 900)", True),
        ("what does the tournament cost?", "cost(tournament, 300)", False),
    ],
)
def test_what_is_asked_for_a_number_that_stands_behind_the_verb(
    text: str, meant: str, sure: bool
) -> None:
    query = asked(text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.ASK, meant)
    assert query.clarify is not sure


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("Which firms got the tournament?", "got(?who, tournament, ?_2)"),
        ("which firm has got the tournament", "got(?who, tournament, ?_2)"),
        ("who got the tournament?", "got(?who, tournament, ?_2)"),
        ("Which firms received the tournament?", "got(?who, tournament, ?_2)"),
        ("who pays for the cup?", "funds(?who, ?_1)"),
        ("who is paying for the cup of the tournament?", "funds(?who, tournament)"),
    ],
)
def test_whoever_does_something_little_said_is_asked_for(text: str, pattern: str) -> None:
    query = asked(text)
    assert query.quantified is not None
    assert query.quantified.pattern.key == pattern
    assert not query.clarify


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("and how much have they got?", False),
        ("So how much do they have?", False),
        ("How much has the club got?", True),
    ],
)
def test_how_much_somebody_has_is_not_what_was_asked_before(text: str, sure: bool) -> None:
    query = asked("What do the prizes cost?", text)
    assert query.statement is not None
    assert query.statement.key == "purse(club, 70)"
    assert query.clarify is not sure
