"""A small rule base about a contest: several alike, numbers, deadlines and a denied ground."""

from __future__ import annotations

from functools import cache

from arguendo.case import Case
from tests.conversation.club import written

KNOWLEDGE = """\
rule base:
  name: contest
  title: Who gets a prize?
entities:
  ada: {name: Ada, kind: swimmer, person: true}
  bo: {name: Bo, kind: swimmer, person: true}
  cyd: {name: Cyd, kind: swimmer, person: true}
  jury: {name: the jury, kind: body}
statements:
  scored:
    slots: {swimmer: swimmer, points: number}
    one: points
    says: "{swimmer} [scores|score] {points} points"
  barred:
    slots: {body: body, swimmer: swimmer, day: date}
    by: body
    says: "{body} barred {swimmer} on {day}"
  caught:
    slots: {swimmer: swimmer}
    says: "{swimmer} was seen with a motor"
  cheated:
    slots: {swimmer: swimmer}
    says: "{swimmer} cheated"
    denies: "{swimmer} did not cheat"
  qualified:
    slots: {swimmer: swimmer}
    says: "{swimmer} [is|are] qualified"
    denies: "{swimmer} [is|are] not qualified"
  deadline:
    slots: {swimmer: swimmer, day: date}
    one: day
    says: "the deadline for {swimmer} is {day}"
  enters:
    slots: {swimmer: swimmer, day: date}
    by: swimmer
    says: "{swimmer} [enters|enter] the final on {day}"
  in_time:
    slots: {swimmer: swimmer}
    says: "the entry of {swimmer} is in time"
    denies: "the entry of {swimmer} is not in time"
  objections:
    slots: {body: body, day: date}
    says: "{body} [takes|take] objections until {day}"
  tardy:
    slots: {swimmer: swimmer}
    says: "the entry of {swimmer} is late"
  prize:
    slots: {swimmer: swimmer}
    says: "{swimmer} [gets|get] a prize"
    denies: "{swimmer} [gets|get] no prize"
facts:
  - say: Ada scores 90 points
  - say: Bo scores 40 points
  - say: Cyd scores 70 points
  - say: the deadline for Ada is 1 May 2030
  - say: the deadline for Bo is 3 May 2030
  - say: the jury takes objections until 9 May 2031
  - say: Bo enters the final on 2 May 2030
  - say: the jury barred Bo on 2 April 2030
  - say: the jury barred Cyd on 4 April 2030
  - say: Cyd was seen with a motor
questions:
  - ask: Ada enters the final on 1 June 2030
    by: ada
"""
RULES = """\
rules:
  - id: enough
    title: Enough points qualify
    if:
      - ?swimmer scores ?points points
      - ?points is at least 60
    then: ?swimmer is qualified
    qualifier: likely
  - id: motor
    title: A motor is cheating
    if: ?swimmer was seen with a motor
    then: ?swimmer cheated
    qualifier: likely
  - id: clean
    title: Who is qualified and clean gets a prize
    if:
      - ?swimmer is qualified
      - ?swimmer did not cheat
    then: ?swimmer gets a prize
    qualifier: likely
  - id: early
    title: An entry before the deadline is in time
    if:
      - ?swimmer enters the final on ?day
      - the deadline for ?swimmer is ?limit
      - ?day is at most ?limit
      - ?swimmer is qualified
    then: the entry of ?swimmer is in time
  - id: tardy
    title: An entry after the deadline is late
    if:
      - ?swimmer enters the final on ?day
      - the deadline for ?swimmer is ?limit
      - ?day is after ?limit
    then: the entry of ?swimmer is late
"""


@cache
def contest() -> Case:
    """Return the case of the contest."""
    return written(KNOWLEDGE, RULES)
