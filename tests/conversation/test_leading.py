"""What is told of a day by the word before it, and what goes unread beside a noun."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.hearing import heard
from arguendo.conversation.state import State
from tests.conversation.club import written

KNOWLEDGE = """\
rule base:
  name: damage
  title: Who reports in time?
entities:
  ada: {name: Ada, kind: holder, person: true}
  bo: {name: Bo, kind: holder, person: true}
  firm: {name: the firm, kind: insurer}
statements:
  reports:
    slots: {holder: holder, day: date}
    one: day
    says: "{holder} [reports|report] the damage on {day}"
  deadline:
    slots: {holder: holder, day: date}
    one: day
    says: "{holder} must report the damage by {day}"
    also: ["{holder} has until {day} to report"]
  offers:
    slots: {insurer: insurer, holder: holder}
    says: "{insurer} [offers|offer] {holder} a settlement"
  accepts:
    slots: {holder: holder}
    says: "{holder} [accepts|accept] the settlement"
  timely:
    slots: {holder: holder}
    says: "{holder} is paid"
facts:
  - say: Ada reports the damage on 20 January 2026
  - say: Ada must report the damage by 13 February 2026
  - say: Bo must report the damage by 5 March 2026
questions:
  - ask: the firm offers Ada a settlement
  - ask: Ada accepts the settlement
"""
RULES = """\
rules:
  - id: timely
    title: Who reports in time is paid
    if:
      - ?holder reports the damage on ?day
      - ?holder must report the damage by ?limit
      - ?day is at most ?limit
    then: ?holder is paid
  - id: settled
    title: A settlement is paid
    if:
      - the firm offers ?holder a settlement
      - ?holder accepts the settlement
    then: ?holder is paid
"""


@cache
def damage() -> Case:
    return written(KNOWLEDGE, RULES)


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("What if Ada reported on 1 March?", "reports(ada, 2026-03-01)"),
        ("If Bo reports on 1 March 2026, is he paid?", "reports(bo, 2026-03-01)"),
        ("What if Ada has until 1 March to report?", "deadline(ada, 2026-03-01)"),
        ("If Bo must report by 1 March, is he paid?", "deadline(bo, 2026-03-01)"),
        ("What if Bo has till 1 March 2026 to report?", "deadline(bo, 2026-03-01)"),
    ],
)
def test_what_happens_on_a_day_is_not_what_there_is_time_for_until_then(
    text: str, supposed: str
) -> None:
    assert [each.key for each in heard(State(damage()), text).assume] == [supposed]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("What if Ada takes the settlement the firm offers her?", "Ada takes the settlement"),
        ("What if Ada takes the settlement that the firm offers her?", "Ada takes the settlement"),
        ("What if Ada accepts the settlement the firm offers her?", "the firm offers her"),
        (
            "Is Ada paid if she takes the settlement the firm offers her?",
            "she takes the settlement",
        ),
        ("What if the firm offers Ada a settlement?", ""),
        ("What if Ada accepts the settlement and the firm offers Ada a settlement?", ""),
    ],
)
def test_a_half_that_goes_unread_beside_a_noun_is_told(text: str, left: str) -> None:
    assert heard(State(damage()), text).unread == ((left,) if left else ())
