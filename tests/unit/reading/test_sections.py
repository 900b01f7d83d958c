"""A small court: every section and key, read to the values it means."""

from __future__ import annotations

from textwrap import dedent

import pytest

from arguendo.facts import Fact, Question, Source
from arguendo.problems import Problems, render
from arguendo.reading import read_rule_base
from arguendo.rulebase import Association, Phrasing, RuleBase
from arguendo.rules import AllOf, AnyOf, AtLeast, Comparison, Literal, Not
from arguendo.scale import Scale
from arguendo.scenarios import Assumption, Expectation, Scenario
from arguendo.statements import Entity, Predicate, Slot, Statement
from arguendo.yaml_nodes import parse

COURT = """
rule base:
  name: court
  title: A small court
  about: Who is liable.
  scenario: claim
  scale: [Possible, likely, certain]
sources:
  code:
    title: The code
    authors: [A. Lawyer]
    date: 2001-02
    paragraphs:
      §1: Who breaks a thing pays for it.
      §2: "Unless: it was broken before."
entities:
  ann: {name: Ann, kind: Person, aliases: [the plaintiff], about: She sues., source: §1}
  ben: {name: Ben, kind: person, aliases: the defendant}
  vase: {name: the vase, kind: thing}
  shards: {name: the shards, plural: yes, members: [vase]}
statements:
  broke:
    slots: {who: person, what: thing}
    says: "{who} broke {what}"
    denies: "{who} did not break {what}"
  owns:
    slots: {who: [person, club], what: any}
    says: "{who} [owns|own] {what}"
    asks: "[Does|Do] {who} own {what}?"
    also:
      - "{what} belongs to {who}"
  worth:
    slots: {what: thing, sum: number}
    says: "{what} [is|are] worth {sum} crowns"
  liable:
    slots: {who: person, to: person}
    says: "{who} is liable to {to}"
    advice: true
  clear:
    says: the case is clear
contraries:
  - - clear()
    - Ann is liable to ?other
facts:
  - say: Ben broke the vase
    date: 2001-03-04
    source: [§1, §2]
    degree: likely
  - say: the vase belongs to Ann
    background: true
questions:
  - ask: the vase is worth 10 crowns
    by: ann
    source: code
"""

RULES = """
rules:
  - id: pays
    title: Who breaks pays
    if:
      - ?who broke ?what
      - any:
          - ?owner owns ?what
          - all:
              - ?what belongs to ?owner
              - ?who is not ?owner
      - at least: 1
        of:
          - ?what is worth ?sum crowns
          - ?sum is at least 5
      - not: the case is clear
      - Ben did not break the shards
    unless:
      - ?owner is ann
      - Ann broke ?what
    then:
      - ?who is liable to ?owner
    qualifier: likely
    because: The code
      says so.
    source: §1; §2
    overrides: older
    notes: |
      One.

      Two.
    tags: [damage, civil]
  - id: older
    then: Ben is liable to Ann
scenarios:
  claim:
    title: The claim
    about: What Ann says.
    also: [her case]
    assume:
      - Ann owns the vase
      - Ben did not break the shards
      - Ann owns the shards: possible
    suppose away:
      - Ben broke the vase
    expect:
      - Ben is liable to Ann: likely
      - the case is clear: not established
      - Ann owns the vase
      - Ben did not break the vase
      - Ann is liable to Ben:
          status: not established
          degree: possible
          because: pays
          missing:
            - Ann broke the vase
tests:
  bare: {title: Nothing}
phrasings:
  broke:
    means: ["{who} smashed {what}", "it was {who}"]
  liable(ben, ann):
    denies: [Ben need not pay]
associations:
  broke(ben, vase):
    - +1.5 smash, hammer
    - -0.5 glue
    - if -5 *
    - if +2 ben+broke, vase
    - if not +3 unbroken
"""


@pytest.fixture(scope="module")
def court() -> RuleBase:
    """The court in two files."""
    problems = Problems()
    files = {
        name: parse(name, dedent(text), problems)
        for name, text in (("knowledge/court.yaml", COURT), ("rules/court.yaml", RULES))
    }
    found = read_rule_base(files, problems)
    assert not list(problems), "\n".join(render(problem) for problem in problems)
    return found


def test_the_head(court: RuleBase) -> None:
    assert (court.name, court.title, court.about) == ("court", "A small court", "Who is liable.")
    assert court.start == "claim"
    assert court.scale == Scale(("possible", "likely", "certain"))


def test_sources(court: RuleBase) -> None:
    paragraphs = {
        "§1": "Who breaks a thing pays for it.",
        "§2": "Unless: it was broken before.",
    }
    assert court.sources == (Source("code", "The code", ("A. Lawyer",), "2001-02", paragraphs),)


def test_entities(court: RuleBase) -> None:
    assert list(court.vocabulary.entities.values()) == [
        Entity("ann", "Ann", "person", ("the plaintiff",), "She sues.", source=("§1",)),
        Entity("ben", "Ben", "person", ("the defendant",)),
        Entity("vase", "the vase", "thing"),
        Entity("shards", "the shards", "thing", plural=True, members=("vase",)),
    ]


def test_statements(court: RuleBase) -> None:
    predicates = court.vocabulary.predicates
    assert predicates["owns"] == Predicate(
        "owns",
        (Slot("who", ("person", "club")), Slot("what")),
        says="{who} [owns|own] {what}",
        asks="[Does|Do] {who} own {what}?",
        also=("{what} belongs to {who}",),
    )
    assert predicates["clear"] == Predicate("clear", (), "the case is clear")
    assert court.advice == {"liable"}


def test_contraries(court: RuleBase) -> None:
    assert court.contraries == ((Statement("clear"), Statement("liable", ("ann", "?other"))),)
    assert [span.line for span in court.contrary_spans] == [42]


def test_facts_and_questions(court: RuleBase) -> None:
    assert court.facts == (
        Fact(Statement("broke", ("ben", "vase")), 2, "2001-03-04", ("§1", "§2")),
        Fact(Statement("owns", ("ann", "vase")), 3, background=True),
    )
    worth = Statement("worth", ("vase", "10"))
    assert court.questions == (Question(worth, "ann", ("code",)),)


def test_the_parts_of_a_rule(court: RuleBase) -> None:
    rule = court.rule["pays"]
    assert rule.title == "Who breaks pays"
    assert rule.claims == (Statement("liable", ("?who", "?owner")),)
    assert [span.line for span in rule.claim_spans] == [22]
    assert (rule.qualifier, rule.because) == (2, "The code says so.")
    assert (rule.source, rule.overrides) == (("§1", "§2"), ("older",))
    assert (rule.notes, rule.tags) == ("One.\n\nTwo.", ("damage", "civil"))
    assert rule.span
    assert (rule.span.line, rule.span.end_line) == (3, 32)


def test_the_conditions_of_a_rule(court: RuleBase) -> None:
    owns = Literal(Statement("owns", ("?owner", "?what")))
    apart = Comparison("?who", "is not", "?owner")
    enough = Comparison("?sum", "is at least", "5")
    assert court.rule["pays"].condition == AllOf(
        (
            Literal(Statement("broke", ("?who", "?what"))),
            AnyOf((owns, AllOf((owns, apart)))),
            AtLeast(1, (Literal(Statement("worth", ("?what", "?sum"))), enough)),
            Not(Literal(Statement("clear"))),
            Literal(Statement("broke", ("ben", "shards")), positive=False),
        )
    )
    assert court.rule["pays"].rebuttals == (
        Comparison("?owner", "is", "ann"),
        Literal(Statement("broke", ("ann", "?what"))),
    )
    assert len(court.rule["pays"].branches) == 4


def test_what_a_rule_need_not_say(court: RuleBase) -> None:
    rule = court.rule["older"]
    assert (rule.title, rule.qualifier, rule.position) == ("older", court.scale.top, 1)
    assert (rule.condition, rule.rebuttals, len(rule.branches)) == (AllOf(()), (), 1)


def test_scenarios_and_tests(court: RuleBase) -> None:
    owns, broke = Statement("owns", ("ann", "vase")), Statement("broke", ("ben", "vase"))
    assert court.scenarios == (
        Scenario(
            "claim",
            "The claim",
            (
                Assumption(owns, 3),
                Assumption(Statement("broke", ("ben", "shards")), 0),
                Assumption(Statement("owns", ("ann", "shards")), 1),
                Assumption(broke, 0),
            ),
            (
                Expectation(Statement("liable", ("ben", "ann")), "holds", 2),
                Expectation(Statement("clear"), "not established"),
                Expectation(owns, "holds"),
                Expectation(broke, "does not hold"),
                Expectation(
                    Statement("liable", ("ann", "ben")),
                    "not established",
                    1,
                    "pays",
                    (Statement("broke", ("ann", "vase")),),
                ),
            ),
            "What Ann says.",
            ("her case",),
        ),
    )
    assert court.tests == (Scenario("bare", "Nothing"),)


def test_phrasings(court: RuleBase) -> None:
    assert court.phrasings == (
        Phrasing("broke", ("{who} smashed {what}", "it was {who}")),
        Phrasing(Statement("liable", ("ben", "ann")), denies=("Ben need not pay",)),
    )


def test_associations(court: RuleBase) -> None:
    words = (("smash", 1.5), ("hammer", 1.5), ("glue", -0.5))
    supposed = (("*", -5.0), ("ben+broke", 2.0), ("vase", 2.0))
    told = Association(Statement("broke", ("ben", "vase")), words, supposed, (("unbroken", 3.0),))
    assert court.associations == (told,)


def test_places_are_those_of_the_file(court: RuleBase) -> None:
    fact = court.facts[0]
    assert fact.span
    assert str(fact.span) == "knowledge/court.yaml:45:5"
    first = court.rule["pays"].condition.parts[0]
    assert isinstance(first, Literal)
    assert str(first.span) == "rules/court.yaml:6:9"


def test_a_template_goes_before_a_comparison() -> None:
    text = """
    entities: {ann: {name: Ann}, bob: {name: Bob}}
    statements:
      same: {slots: {a: any, b: any}, says: "{a} is {b}"}
    rules:
      - id: r
        if: ?x is bob
        then: ann is ?x
    """
    problems = Problems()
    found = read_rule_base({"f": parse("f", dedent(text), problems)}, problems)
    assert not list(problems)
    assert found.rules[0].condition.parts == (Literal(Statement("same", ("?x", "bob"))),)
