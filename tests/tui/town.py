"""A small rule base in files, for what begins with a folder."""

from __future__ import annotations

from pathlib import Path

KNOWLEDGE = """\
rule base:
  name: town
  title: Will the town build a bridge?
  about: A small argument about money and will.
  scenario: bare
sources:
  paper:
    title: The paper
    paragraphs:
      ¶1: The town has the money.
      ¶2: It may find the will.
entities:
  town: {name: the town, kind: place, aliases: [Riverside]}
statements:
  has_money:
    slots: {place: place}
    says: "{place} has the money"
  has_will:
    slots: {place: place}
    says: "{place} has the will"
  builds:
    slots: {place: place}
    says: "{place} builds a bridge"
    denies: "{place} does not build a bridge"
facts:
  - say: the town has the money
    source: ¶1
questions:
  - ask: the town has the will
    source: ¶2
scenarios:
  bare:
    title: As things stand
    expect:
      - the town builds a bridge: not established
  willing:
    title: The will is there
    assume:
      - the town has the will
    expect:
      - the town builds a bridge: likely
"""

RULES = """\
rules:
  - id: build
    title: Money and will build
    if:
      - ?place has the money
      - ?place has the will
    then: ?place builds a bridge
    qualifier: likely
    because: Nothing else is needed.
    source: ¶1
"""


def write_town(folder: Path, knowledge: str = KNOWLEDGE, rules: str = RULES) -> Path:
    """Write the rule base, or a variation of it, and return its folder."""
    for name, text in (("knowledge/town.yaml", knowledge), ("rules/town.yaml", rules)):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
