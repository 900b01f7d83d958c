"""Numbers and days that are supposed in words which say little else."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Query
from tests.conversation.club import written

KNOWLEDGE = """\
rule base:
  name: hall
  title: Is the hall built?
entities:
  club: {name: the club, kind: body}
  bank: {name: the bank, kind: body}
  hall: {name: the hall, kind: house}
statements:
  costs:
    slots: {house: house, thousands: number}
    one: thousands
    says: "{house} [costs|cost] {thousands} thousand crowns"
  saved:
    slots: {body: body, thousands: number}
    one: thousands
    says: "{body} [has|have] {thousands} thousand crowns on its account"
  members:
    slots: {body: body, members: number}
    one: members
    says: "{body} [counts|count] {members} members a year"
  lends_from:
    slots: {body: body, members: number}
    one: members
    says: "{body} [lends|lend] from {members} members a year on"
  wants:
    slots: {house: house, percent: number}
    one: percent
    says: "{percent} percent of the members want {house}"
  begins:
    slots: {house: house, day: date}
    one: day
    says: "work on {house} begins on {day}"
  lease:
    slots: {body: body, day: date}
    one: day
    says: "the lease of {body} runs until {day}"
  affords:
    slots: {body: body}
    says: "{body} can pay for the hall"
  lends:
    slots: {body: body}
    says: "{body} gives a loan"
facts:
  - say: the hall costs 90 thousand crowns
  - say: the club has 100 thousand crowns on its account
  - say: the club counts 300 members a year
  - say: the bank lends from 250 members a year on
  - say: 70 percent of the members want the hall
  - say: work on the hall begins on 1 May 2026
  - say: the lease of the club runs until 31 July 2030
"""
RULES = """\
rules:
  - id: afford
    if:
      - the club has ?saved thousand crowns on its account
      - the hall costs ?costs thousand crowns
      - ?saved is at least ?costs
    then: the club can pay for the hall
  - id: lend
    if:
      - the club counts ?members members a year
      - the bank lends from ?least members a year on
      - ?members is at least ?least
    then: the bank gives a loan
"""


@cache
def hall() -> Case:
    return written(KNOWLEDGE, RULES)


def read(*turns: str) -> Query:
    state, reply = converse(State(hall()), turns[0])
    for turn in turns[1:]:
        state, reply = converse(state, turn)
    return reply.answer.query


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("What if they only had 80 thousand left?", "saved(club, 80)"),
        ("What if the club had just 80 thousand crowns?", "saved(club, 80)"),
        ("And if only half of them wanted it?", "wants(hall, 50)"),
        ("What if two thirds of the members wanted the hall?", "wants(hall, 67)"),
        ("What if half the members want it?", "wants(hall, 50)"),
        ("What if it is put off until September?", "begins(hall, 2026-09-01)"),
        ("What if it gets put off until March?", "begins(hall, 2027-03-01)"),
        ("What if work on the hall is postponed to 3 June 2026?", "begins(hall, 2026-06-03)"),
        ("What if our lease ran out on 1 May 2027?", "lease(club, 2027-05-01)"),
    ],
)
def test_what_has_the_number_or_day_is_told_by_little(text: str, meant: str) -> None:
    assert [each.key for each in read(text).assume] == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "Say it's only 200 a year. Does the bank give a loan?",
        "Say it's only 200 a year. Does the bank still give a loan?",
    ],
)
def test_a_bare_number_is_of_what_is_weighed_and_not_its_limit(text: str) -> None:
    query = read(text)
    assert [each.key for each in query.assume] == ["members(club, 200)"]
    assert query.statement is not None
    assert query.statement.key == "lends(bank)"
    assert [
        e.key for e in read("Does the bank give a loan?", "what if it's 200 a year?").assume
    ] == ["members(club, 200)"]


def test_a_number_that_is_of_nothing_is_told_to_be_left_out() -> None:
    query = read("Say it's only 12 apples, can the club pay for the hall?")
    assert not query.assume
    assert query.unread


@pytest.mark.parametrize("text", ["What if they had 3 goats?", "What if half an hour went by?"])
def test_what_has_no_such_number_is_not_made_one(text: str) -> None:
    assert not read(text).assume


def test_an_order_that_takes_nothing_back_leaves_what_is_supposed_beside_it() -> None:
    asked = "Can the club pay for the hall?"
    query = read(asked, "Scrap all that. What if the lease ran out on 1 May 2027?")
    assert [each.key for each in query.assume] == ["lease(club, 2027-05-01)"]
