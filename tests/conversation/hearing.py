"""A small rule base about a market that may be moved, with days and with words of its own."""

from __future__ import annotations

from functools import cache

from arguendo.case import Case
from tests.conversation.club import written

KNOWLEDGE = """\
rule base:
  name: hearing
  title: Should the market be moved?
entities:
  mayor: {name: Ms Arden, kind: person, aliases: [the mayor, Arden]}
  traders: {name: the traders, kind: group, plural: true}
  landlord: {name: Corvin Halls, kind: firm, aliases: [the landlord]}
  move: {name: the move, kind: measure, aliases: [the relocation]}
statements:
  starts:
    slots: {measure: measure, day: date}
    says: "{measure} would begin on {day}"
  lease_until:
    slots: {firm: firm, day: date}
    says: "the lease with {firm} runs until {day}"
  quits:
    slots: {firm: firm}
    says: "{firm} [ends|end] its support"
  opposes:
    slots: {who: group, measure: measure}
    says: "{who} [opposes|oppose] {measure}"
  pays:
    slots: {firm: firm}
    by: firm
    says: "{firm} [pays|pay] for new stalls"
  exempts:
    slots: {measure: measure}
    says: "{measure} exempts stalls that sell fish"
  hires:
    slots: {person: person}
    by: person
    says: "{person} [hires|hire] a planner"
  justified:
    slots: {measure: measure}
    says: "{measure} is justified"
  costs:
    slots: {measure: measure, price: number}
    says: "{measure} costs {price} million pounds"
  reserve:
    slots: {firm: firm, sum: number}
    says: "{firm} has {sum} million pounds in the reserve"
  happens:
    slots: {measure: measure}
    says: "{measure} goes ahead"
facts:
  - {say: "the move would begin on 2026-03-01", date: 2025-11-06}
  - {say: "the lease with Corvin Halls runs until 2026-07-31", date: 2025-11-06}
  - {say: "the traders oppose the move", date: 2025-11-06}
  - say: the move costs 3 million pounds
  - say: Corvin Halls has 2 million pounds in the reserve
questions:
  - {ask: "Corvin Halls pays for new stalls", by: landlord}
  - {ask: "the move exempts stalls that sell fish", by: mayor}
  - {ask: "Ms Arden hires a planner", by: mayor}
scenarios:
  now:
    title: As things stand
    expect:
      - the move goes ahead: not established
  paid:
    title: The landlord pays
    assume:
      - Corvin Halls pays for new stalls
    expect:
      - the move goes ahead: not established
"""
RULES = """\
rules:
  - id: fair
    title: What spares the fish is justified
    if: ?measure exempts stalls that sell fish
    unless: ?_ opposes ?measure
    then: ?measure is justified
  - id: done
    title: What is justified and paid for goes ahead
    if:
      - ?measure is justified
      - ?firm pays for new stalls
    then: ?measure goes ahead
"""


@cache
def hearing() -> Case:
    """Return the case of the hearing."""
    return written(KNOWLEDGE, RULES)
