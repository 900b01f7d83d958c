"""A small rule base about a tennis club, without any phrasings."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from arguendo.case import Case

KNOWLEDGE = """\
rule base:
  name: club
  title: Will the club hold its tournament?
  scenario: bare
sources:
  minutes:
    title: Minutes of the club
    paragraphs:
      ¶1: The courts are wet.
      ¶2: The chair decides.
entities:
  club: {name: the club, kind: body, aliases: [tennis club, Greenfield]}
  anna: {name: Anna, kind: person, aliases: [Anna Berg, the chair]}
  ben: {name: Ben, kind: person, aliases: [Benjamin]}
  tournament: {name: the tournament, kind: event, aliases: [summer cup]}
statements:
  wet_courts:
    slots: {club: body}
    says: "the courts of {club} are wet"
    denies: "the courts of {club} are dry"
  pays_fee:
    slots: {member: person, club: body}
    says: "{member} [pays|pay] the fee to {club}"
    denies: "{member} does not pay the fee to {club}"
    also:
      - "{member} [pays|pay] {club}"
  holds:
    slots: {club: body, event: event}
    says: "{club} [holds|hold] {event}"
    denies: "{club} [cancels|cancel] {event}"
  may_play:
    slots: {member: person, event: event}
    says: "{member} may play in {event}"
    denies: "{member} may not play in {event}"
  trusts:
    slots: {one: person, other: person}
    says: "{one} trusts {other}"
    denies: "{one} does not trust {other}"
  should:
    slots: {member: person, event: event}
    advice: true
    says: "{member} should enter {event}"
facts:
  - say: the courts of the club are wet
    source: ¶1
  - say: Anna trusts Ben
questions:
  - ask: Ben pays the fee to the club
    by: ben
    source: ¶2
  - ask: Anna pays the fee to the club
    by: anna
scenarios:
  bare:
    title: As things stand
  paid:
    title: Everybody pays
    also: [all members pay up]
    assume:
      - Ben pays the fee to the club
      - Anna pays the fee to the club
  dry:
    title: The courts are dry
    suppose away:
      - the courts of the club are wet
"""

RULES = """\
rules:
  - id: dry-courts
    title: Dry courts are enough
    if:
      - ?club holds the tournament
      - ?member pays the fee to ?club
    then: ?member may play in the tournament
    qualifier: likely
    because: Who pays plays.
    source: ¶2
  - id: tournament
    title: A club with a paying member holds its tournament
    if:
      - ?member pays the fee to ?club
    unless:
      - the courts of ?club are wet
    then: ?club holds the tournament
    qualifier: likely
    because: Somebody must pay.
    source: ¶1
"""


@cache
def club() -> Case:
    """The case with which every test begins."""
    return written(KNOWLEDGE, RULES)


def written(knowledge: str, rules: str) -> Case:
    """Open a rule base that is written in two texts."""
    with TemporaryDirectory() as folder:
        for name, text in (("knowledge/own.yaml", knowledge), ("rules/own.yaml", rules)):
            file = Path(folder) / name
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8")
        return Case.open(Path(folder))
