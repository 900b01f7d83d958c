"""Other numbers of somebody or something of which but one is known."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent
from tests.conversation.club import written
from tests.conversation.lease import lease
from tests.conversation.test_taking_up import last, meaning

KNOWLEDGE = """\
rule base:
  name: depot
  title: Does the driver get a day off?
entities:
  rita: {name: Rita, kind: driver, aliases: [Mrs Vane]}
  olaf: {name: Mr Olsen, kind: driver}
  bus: {name: the bus, kind: vehicle}
  depot: {name: the depot, kind: place}
statements:
  age:
    slots: {driver: driver, years: number}
    says: "{driver} is {years} years old"
  works:
    slots: {driver: driver, hours: number}
    says: "{driver} [works|work] {hours} hours a week"
  takes:
    slots: {vehicle: vehicle, minutes: number, place: place}
    says: "{vehicle} takes {minutes} minutes to {place}"
  breakdowns:
    slots: {place: place, nights: number}
    says: "{place} had breakdowns on {nights} nights last year"
  off:
    slots: {driver: driver}
    says: "{driver} gets a day off"
facts:
  - say: Rita is 61 years old
  - say: Rita works 44 hours a week
  - say: Mr Olsen works 16 hours a week
  - say: the bus takes 38 minutes to the depot
  - say: the depot had breakdowns on 47 nights last year
"""
RULES = """\
rules:
  - id: off
    title: Who is old and works long gets a day off
    if:
      - ?driver is ?years years old
      - ?driver works ?hours hours a week
      - ?years is at least 60
      - ?hours is at least 40
    then: ?driver gets a day off
"""


def case() -> Case:
    return written(KNOWLEDGE, RULES)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("what if the bus made it in 20?", "takes(bus, 20, depot)"),
        ("what if Mrs Vane were 54?", "age(rita, 54)"),
        ("What if Rita's hours go up to 50?", "works(rita, 50)"),
        ("And with 65 breakdowns on top of that?", "breakdowns(depot, 65)"),
        ("Rita 52 hours", "works(rita, 52)"),
    ],
)
def test_a_number_of_one_is_the_only_one_that_is_known(text: str, key: str) -> None:
    query = last(case(), text)
    assert (query.intent, meaning(query)[2]) == (Intent.WHAT_IF, {key: True})


def test_whom_a_pronoun_takes_up_has_another_number() -> None:
    query = last(case(), "Does Rita get a day off?", "Would she still get it if she were 54?")
    assert meaning(query) == (Intent.WHAT_IF, "off(rita)", {"age(rita, 54)": True})


def test_an_order_puts_another_number_somewhere() -> None:
    query = last(case(), "Does Rita get a day off?", "Set her hours to exactly 38 instead.")
    assert (query.intent, meaning(query)[2]) == (Intent.ASSUME, {"works(rita, 38)": True})


@pytest.mark.parametrize(
    "text",
    [
        "what if Rita drove 20 buses?",
        "what if the bus had 3 doors?",
        "if the bus lost 5 wheels?",
        "if the bus killed 5?",
    ],
)
def test_a_number_of_something_else_is_none_of_these(text: str) -> None:
    assert not last(case(), text).assume


def test_the_number_of_a_clause_is_supposed_beside_another() -> None:
    text = "Suppose the lift was out for only 3 days and Mira complained. May she cut the rent?"
    expected = {"broken(lift, 3)": True, "complains(mira, office)": True}
    assert meaning(last(lease(), text)) == (Intent.WHAT_IF, "may_cut(mira)", expected)


def test_an_order_of_something_else_is_left_as_it_is_and_long_texts_take_no_time() -> None:
    assert not last(case(), "Set the scene to 3 acts").assume
    assert not last(case(), "set" + " " * 20_000 + "x").assume  # would take minutes if tried
