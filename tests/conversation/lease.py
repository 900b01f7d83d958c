"""A small rule base about a lease, with one person of each kind and a number."""

from __future__ import annotations

from functools import cache

from arguendo.case import Case
from tests.conversation.club import written

KNOWLEDGE = """\
rule base:
  name: lease
  title: May the rent be cut?
entities:
  mira: {name: Mira, kind: tenant}
  holt: {name: Mr Holt, kind: landlord}
  office: {name: the housing office, kind: authority}
  lift: {name: the lift, kind: machine}
statements:
  broken:
    slots: {machine: machine, days: number}
    says: "{machine} has been out of order for {days} days"
  damaged:
    slots: {tenant: tenant, machine: machine}
    says: "{tenant} damaged {machine}"
  complains:
    slots: {tenant: tenant, authority: authority}
    says: "{tenant} [complains|complain] to {authority}"
    by: tenant
  warns:
    slots: {tenant: tenant, landlord: landlord}
    says: "{tenant} [warns|warn] {landlord} in writing"
    by: tenant
  offers:
    slots: {tenant: tenant, count: number}
    says: "{tenant} [has|have] {count} offers"
    by: tenant
  may_cut:
    slots: {tenant: tenant}
    says: "{tenant} may cut the rent"
facts:
  - say: the lift has been out of order for 9 days
questions:
  - ask: Mira damaged the lift
  - ask: Mira complains to the housing office
  - ask: Mira warns Mr Holt in writing
  - ask: Mira has 3 offers
"""
RULES = """\
rules:
  - id: warned
    title: After a warning and three offers the rent may be cut
    if:
      - ?tenant warns Mr Holt in writing
      - ?tenant has ?count offers
      - ?count is at least 3
    unless: ?tenant damaged the lift
    then: ?tenant may cut the rent
"""


@cache
def lease() -> Case:
    """Return the case of the lease."""
    return written(KNOWLEDGE, RULES)
