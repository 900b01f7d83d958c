"""How much comes with what was spoken of, and what has the number is only concluded from it."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent
from tests.conversation.club import written
from tests.conversation.test_taking_up import last

KNOWLEDGE = """\
rule base: {name: union, title: Who gets strike pay?}
entities:
  ida: {name: Ida, kind: member, person: true}
  tom: {name: Tom, kind: member, person: true}
  sven: {name: Sven, kind: member, person: true}
statements:
  joined: {slots: {who: member, year: number}, one: year, says: "{who} joined in year {year}"}
  kids:
    slots: {who: member, heads: number}
    one: heads
    says: "{who} [has|have] {heads} small children"
  strikes: {slots: {who: member}, says: "{who} [is|are] on strike"}
  pay:
    slots: {who: member}
    says: "{who} [is|are] eligible for strike pay"
    also: ["{who} gets strike pay"]
  weekly:
    slots: {who: member, amount: number}
    one: amount
    says: "the strike pay of {who} is {amount} francs"
facts:
  - say: Ida joined in year 4
  - say: Ida is on strike
  - say: Ida has 3 small children
  - say: Tom joined in year 2
questions:
  - ask: Tom is on strike
"""
RULES = """\
rules:
  - id: pay
    title: Whoever strikes is paid
    if: ?who is on strike
    then: ?who is eligible for strike pay
  - id: weekly
    title: What is paid a week
    if: ?who is eligible for strike pay
    then: the strike pay of ?who is 90 francs
"""


@cache
def union() -> Case:
    return written(KNOWLEDGE, RULES)


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (("how much does Ida get?",), "weekly(ida, 90)"),
        (("How much money would Tom get?",), "weekly(tom, 90)"),
        (("Does Ida get strike pay?", "how much?"), "weekly(ida, 90)"),
        (("Does Ida get strike pay?", "and how much would Tom get?"), "weekly(tom, 90)"),
        (("Is Tom eligible for strike pay?", "n how much wud he get"), "weekly(tom, 90)"),
        (("Is Ida eligible for strike pay?", "the amount?"), "weekly(ida, 90)"),
        (("How many children has Ida?",), "kids(ida, 3)"),
        (("Who is Ida?", "how many children has she got?"), "kids(ida, 3)"),
    ],
)
def test_the_number_is_asked_for(turns: tuple[str, ...], wanted: str) -> None:
    query = last(union(), *turns)
    assert query.statement is not None
    assert (query.intent, query.statement.key, query.clarify) == (Intent.ASK, wanted, False)
    assert query.value is not None


@pytest.mark.parametrize("text", ["who gets the most?", "Who gets the least money?"])
def test_of_all_the_highest_or_lowest_number_is_asked_for(text: str) -> None:
    quantified = last(union(), text).quantified
    assert quantified is not None
    assert quantified.pattern.predicate == "weekly"


@pytest.mark.parametrize("text", ["how much is Ida?", "how much does it matter?", "How many cats?"])
def test_without_what_is_got_no_number_is_told(text: str) -> None:
    query = last(union(), text)
    assert query.value is None or query.clarify


def test_a_number_that_nothing_yields_yet_is_said_to_be_missing() -> None:
    page = converse(State(union()), "how much would Tom get?")[1].page
    assert page.answer == (
        "On these facts it is not established that the strike pay of Tom is 90 francs."
    )
