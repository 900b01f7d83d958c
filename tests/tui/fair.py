"""A small rule base with a bit of everything that the terminal program shows, in files."""

from __future__ import annotations

from pathlib import Path

from tests.tui.town import write_town

KNOWLEDGE = """\
rule base:
  name: fair
  title: Does the street fair take place?
  about: A small argument about a fair, its permit, its helpers and the weather.
  scenario: spring
sources:
  letter:
    title: A letter
    paragraphs:
      ¶1: The council has given its permit, and Ada has offered to help.
      ¶2: It may rain, and then nobody comes.
entities:
  fair: {name: the fair, kind: event, aliases: [street fair]}
  ada: {name: Ada, kind: person}
  bob: {name: Bob, kind: person}
  council: {name: the council, kind: body}
statements:
  permitted: {slots: {event: event}, says: "{event} has a permit"}
  helps: {slots: {person: person}, says: "{person} helps", asks: "Does {person} help?"}
  staffed: {slots: {event: event}, says: "{event} has helpers", asks: "Does {event} have helpers?"}
  rains: {slots: {event: event}, says: "it rains on {event}", asks: "Does it rain on {event}?"}
  dry: {slots: {event: event}, says: "it stays dry at {event}"}
  opens: {slots: {event: event}, says: "{event} opens", asks: "Does {event} open?"}
  pays: {slots: {event: event}, says: "{event} pays for itself"}
  old: {slots: {event: event}, says: "{event} is an old custom"}
contraries:
  - - rains(?event)
    - dry(?event)
facts:
  - say: the fair has a permit
    source: ¶1
    date: 2024-04-02
  - say: Ada helps
    source: ¶1
  - say: it stays dry at the fair
    source: ¶2
  - say: the fair is an old custom
    background: true
questions:
  - ask: it rains on the fair
    source: ¶2
  - ask: Bob helps
    by: bob
scenarios:
  spring:
    title: As planned
  storm:
    title: "A [bold]wet[/bold] day"
    assume:
      - it rains on the fair
"""

RULES = """\
rules:
  - id: staff
    title: Whoever helps staffs it
    if:
      - ?person helps
    then: staffed(fair)
    qualifier: very likely
    because: One is enough.
    source: ¶1
  - id: open
    title: "Permit and helpers [bold]open[/bold] it"
    if:
      - the fair has a permit
      - the fair has helpers
    unless:
      - it rains on the fair
    then: the fair opens
    qualifier: likely
    because: Nothing else stands in the way.
    source: ¶1, ¶2
  - id: pay
    title: An open fair with helpers pays
    if:
      - the fair opens
      - the fair has helpers
    then: the fair pays for itself
    qualifier: likely
    because: Helpers sell cake.
"""


SETTINGS = """\
checks:
  rule-without-source: ignore
  unused-entity: ignore
  untested-rule: ignore
"""


def write_fair(folder: Path, knowledge: str = KNOWLEDGE, rules: str = RULES) -> Path:
    """Write the rule base, or a variation of it, and return its folder."""
    written = write_town(folder, knowledge, rules)
    (written / "arguendo.yaml").write_text(SETTINGS, encoding="utf-8")
    return written
