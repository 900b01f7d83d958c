"""By how much days and numbers differ that were compared."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from tests.conversation.club import written

KNOWLEDGE = """\
rule base: {name: fair, title: Who shows at the fair?}
entities:
  fair: {name: the fair, kind: event}
  ida: {name: Ida, kind: person, person: true}
  jon: {name: Jon, kind: person, person: true}
statements:
  applied: {slots: {who: person, day: date}, says: "{who} applied on {day}"}
  closes: {slots: {event: event, day: date}, says: "{event} closes its list on {day}"}
  weighs: {slots: {who: person, kilos: number}, says: "the pumpkin of {who} weighs {kilos} kilos"}
  in_time: {slots: {who: person}, says: "{who} is punctual"}
  shown: {slots: {who: person}, says: "the pumpkin of {who} is shown"}
facts:
  - say: Ida applied on 1 May 2020
  - say: Jon applied on 20 May 2020
  - say: the fair closes its list on 15 May 2020
  - say: the pumpkin of Ida weighs 90 kilos
"""
RULES = """\
rules:
  - id: by-then
    title: By the day is in time
    if:
      - ?who applied on ?day
      - ?_ closes its list on ?last
      - ?day is at most ?last
    then: ?who is punctual
  - id: heavy
    title: A heavy one is shown
    if:
      - ?who is punctual
      - the pumpkin of ?who weighs ?kilos kilos
      - ?kilos is at least 40
    then: the pumpkin of ?who is shown
"""


@pytest.fixture(scope="module")
def fair() -> Case:
    return written(KNOWLEDGE, RULES)


@pytest.mark.parametrize(
    ("first", "text", "told"),
    [
        ("Is Jon punctual?", "By how much?", "By five days: 20 May 2020 is five days after 15 May"),
        ("Is Jon punctual?", "How many days late was he?", "By five days"),
        ("Is Ida punctual?", "By how many days?", "By 14 days: 1 May 2020 is 14 days before"),
        ("Is the pumpkin of Ida shown?", "by how much?", "By 50: 90 is 50 more than 40."),
        ("Does the pumpkin of Ida weigh over 60 kilos?", "by how much?", "By 30: 90 is 30 more"),
    ],
)
def test_it_is_told_how_far_they_lie_apart(fair: Case, first: str, text: str, told: str) -> None:
    state, _ = converse(State(fair), first)
    assert converse(state, text)[1].page.answer.startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("How far could the pumpkin drop in weight before Ida's pumpkin is no longer shown?",
         "By 50: 90 is 50 more than 40."),
        ("How much later can she be before Ida is not punctual?", "By 14 days: 1 May 2020 is 14"),
    ],
)  # fmt: skip
def test_how_far_it_may_go(fair: Case, text: str, told: str) -> None:
    assert converse(State(fair), text)[1].page.answer.startswith(told)


@pytest.mark.parametrize(
    "text", ["By how much was Ida punctual?", "by how many days was Ida punctual"]
)
def test_the_conclusion_may_be_named_in_the_question(fair: Case, text: str) -> None:
    _, reply = converse(State(fair), text)
    assert reply.page.answer.startswith("By 14 days: ")
