"""One mistake in the vocabulary is told once, and hides no other."""

from __future__ import annotations

import pytest

from arguendo.problems import Problems
from arguendo.reading import read_rule_base
from arguendo.yaml_nodes import parse

SOUND = """\
entities:
  ann: {name: Ann, kind: person, aliases: [Annie]}
  bob: {name: Bob, kind: person}
statements:
  beats:
    slots: {one: person, other: person}
    says: "{one} beats {other}"
    denies: "{one} does not beat {other}"
  rests:
    slots: {one: person}
    says: "{one} rests"
facts:
  - say: Ann beats Bob
  - say: beats(bob, ann)
  - say: Annie rests
rules:
  - id: tired
    if:
      - Annie does not beat Bob
      - ?one beats Ann
    then: ?one rests
"""


def told(text: str) -> list[tuple[int, str]]:
    """Line and code of everything that is wrong with a file."""
    problems = Problems()
    read_rule_base({"a.yaml": parse("a.yaml", text, problems)}, problems)
    return [(problem.span.line if problem.span else 0, problem.code) for problem in problems]


def test_the_sound_text_has_no_problems() -> None:
    assert told(SOUND) == []


@pytest.mark.parametrize(
    ("right", "wrong", "line", "code"),
    [
        ("aliases: [Annie]", "aliases: [Annie", 2, "yaml-syntax"),
        ("aliases: [Annie]", "alias: [Annie]", 2, "unknown-key"),
        ("name: Ann,", "nam: Ann,", 2, "unknown-key"),
        ("{name: Bob, kind: person}", "Bob", 3, "wrong-shape"),
        ("{name: Bob, kind: person}", "*bob", 3, "yaml-alias"),
        ("  bob:", "  Bob:", 3, "bad-id"),
        ("bob: {name: Bob, kind: person}", "bob: {name: Bob, kind: perso}", 3, "unknown-kind"),
        ("statements:", "statement:", 4, "unknown-key"),
        ("  beats:", "  beats it:", 5, "bad-id"),
        ("one: person, other", "one: persn, other", 6, "unknown-kind"),
        ("{one: person, other: person}", "[one, other]", 6, "wrong-shape"),
        ('"{one} beats {other}"', "{one} beats {other}", 7, "yaml-syntax"),
        ('"{one} beats {other}"', '"{one beats {other}"', 7, "bad-template"),
        ('"{one} does not', '"{won} does not', 8, "unknown-slot"),
    ],
)
def test_one_mistake_is_told_once(right: str, wrong: str, line: int, code: str) -> None:
    assert right in SOUND
    text = SOUND.replace(right, wrong, 1)
    if code == "bad-id":
        text = text.replace("beats(bob, ann)", "Bob beats Ann")
    assert told(text) == [(line, code)]


def test_a_mistake_of_another_kind_is_told_all_the_same() -> None:
    text = SOUND.replace('"{one} beats', '"{one beats')
    text = text.replace("say: Annie rests", "say: Zoe rests").replace("then: ?one", "then: Annie r")
    assert told(text) == [(7, "bad-template"), (15, "unknown-entity"), (21, "unread-sentence")]


def test_where_a_file_could_not_be_read_sentences_are_not_complained_of() -> None:
    problems = Problems()
    problems.error("unread-file", "this file is larger than 8 MB and was not read")
    read_rule_base({"a.yaml": parse("a.yaml", "facts:\n  - say: it rains\n", problems)}, problems)
    assert len(problems) == 1
