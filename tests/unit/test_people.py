"""Who is someone and not something: read from entities, and heeded in answers and questions."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.english.persons import fits
from arguendo.conversation.entities.mentions import Names
from arguendo.inquiry.query import Intent, Query
from arguendo.problems import Problems
from arguendo.reading import read_rule_base
from arguendo.rulebase import RuleBase
from arguendo.wording.answers import word
from arguendo.wording.questions import query_in_words
from arguendo.wording.statements import Speaker
from arguendo.yaml_nodes import parse
from tests.builders import statement, statements
from tests.unit.wording.samples import ask

WARD = """
rule base: {name: ward}
entities:
  novak: {name: Mrs Novak, kind: patient}
  ben: {name: Ben, kind: patient, aliases: [Dr. Ben]}
  joy: {name: Joy, kind: nurse, person: true}
  nurses: {name: the nurses, kind: nurse, plural: true, person: true}
  grey: {name: Dr Grey, kind: boat, person: false}
  bed: {name: the bed, kind: bed, aliases: [Mrs Novak's bed]}
  ann: {name: Ann, kind: person}
statements:
  calm: {slots: {who: any}, says: "{who} [is|are] calm"}
  well: {slots: {who: any}, says: "{who} [is|are] well"}
"""
PEOPLE = {"novak", "ben", "joy", "nurses", "ann"}


@pytest.fixture(scope="module")
def ward() -> RuleBase:
    problems = Problems()
    rulebase = read_rule_base({"ward.yaml": parse("ward.yaml", WARD, problems)}, problems)
    assert not list(problems)
    return rulebase


def test_a_kind_a_title_or_the_entity_itself_says_so(ward: RuleBase) -> None:
    entities = ward.vocabulary.entities.values()
    assert {entity.id for entity in entities if entity.is_person} == PEOPLE
    assert Names(entities).people == PEOPLE


@pytest.mark.parametrize(
    ("entity", "asked"),
    [
        ("novak", "Who is Mrs Novak?"),
        ("nurses", "Who are the nurses?"),
        ("grey", "What is Dr Grey?"),
    ],
)
def test_one_asks_who_they_are(ward: RuleBase, entity: str, asked: str) -> None:
    assert query_in_words(Query(Intent.DESCRIBE, entity=entity), ward) == asked


def test_what_is_told_of_many_agrees(ward: RuleBase) -> None:
    told = [ask(Case.of(ward), "describe", entity=each) for each in ("nurses", "joy")]
    assert [word(each).answer for each in told] == [
        "Nothing more is said here of the nurses.",
        "Nothing more is said here of Joy.",
    ]


@pytest.mark.parametrize(("who", "called"), [("novak", "Mrs Novak"), ("bed", "it")])
def test_nobody_is_it(ward: RuleBase, who: str, called: str) -> None:
    speaker = Speaker(ward)
    said = speaker.all_after(statement(f"calm({who})"), statements(f"well({who})"))
    assert said == f"{called} is well"


def test_a_title_tells_which_pronoun_is_meant(ward: RuleBase) -> None:
    novak = ward.vocabulary.entities["novak"]
    assert (fits(novak, ["she"]), fits(novak, ["he"])) == (True, False)
