"""A small rule base with everything in it that an editor can point at."""

from __future__ import annotations

from pathlib import Path

from arguendo.language_server.snapshot import Snapshot, take

KNOWLEDGE = """\
rule base:
  name: club
  scenario: start
sources:
  statutes:
    title: The statutes
    authors: [The board]
    date: 2020-05
    paragraphs:
      §1: Members pay.
      §2: The board lets members play.
entities:
  ann: {name: Ann, kind: person, aliases: [the treasurer], about: She keeps the books.}
  bob: {name: Robert, kind: person}
  board: {name: the board, kind: body, plural: true, members: [ann, bob]}
statements:
  paid:
    slots: {member: person}
    says: "{member} [has|have] paid the dues"
    denies: "{member} [has|have] not paid the dues"
  plays:
    slots: {member: person}
    says: "{member} [plays|play] in the Open"
  trusts:
    slots: {body: body, member: person}
    says: "{body} [trusts|trust] {member}"
  banned:
    slots: {member: person}
    says: "{member} is banned"
contraries:
  - - banned(?member)
    - plays(?member)
facts:
  - say: 'paid(ann)'
    source: statutes, §1
questions:
  - ask: bob has paid the dues
    by: bob
    source: [§2]
phrasings:
  paid:
    means: "{member} is even"
  plays(ann):
    means: the treasurer is in
associations:
  paid(bob):
    - +1.5 settle, bob
    - -1 board; broke
    - if +2 settle+bob
"""

RULES = """\
rules:
  - id: play
    title: Who paid plays
    if:
      - ?member has paid the dues
      - any:
          - the board trusts ?member
          - ?member is ann
      - not: >-
          ?member is
          banned
    then: ?member plays in the Open
    qualifier: likely
    because: The statutes say so.
    source: §1
  - id: trust
    title: Who paid is trusted
    if:
      - paid(?member)
    then:
      - "trusts(board, ?member)"
    overrides: play-not
  - id: play-not
    title: Who is banned is trusted
    if:
      - at least: 1
        of:
          - ?member is banned
    then: the board trusts ?member
"""

SCENARIOS = """\
scenarios:
  start:
    title: As it stands
    expect:
      - Ann plays in the Open:
          degree: likely
          because: play
tests:
  bob_pays:
    title: Bob pays
    assume:
      - Robert has paid the dues: very likely
    expect:
      - plays(bob):
          status: not established
          missing: [ "trusts(board, bob)" ]
"""

FILES = {
    "knowledge/club.yaml": KNOWLEDGE,
    "knowledge/scenarios.yaml": SCENARIOS,
    "rules/club.yaml": RULES,
}


def write_club(folder: Path) -> Path:
    """Write the rule base."""
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def club(folder: Path, **drafts: str) -> Snapshot:
    """The rule base, with other texts in place of some files: `rules=`, `knowledge=`."""
    names = {"rules": "rules/club.yaml", "knowledge": "knowledge/club.yaml"}
    return take(write_club(folder), {names[key]: text for key, text in drafts.items()})
