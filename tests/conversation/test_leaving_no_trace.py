"""What was supposed once and is no longer leaves no trace in later answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import State
from arguendo.explanation.instances import opened
from arguendo.explanation.requirements import Also
from arguendo.inquiry.goals import is_advice
from arguendo.inquiry.query import Intent, Quantified, Quantity, Query
from arguendo.rulebase import RuleBase
from arguendo.statements import Sort, Statement, Term, sort_of
from arguendo.wording.page import Page
from tests.conversation.club import club, written
from tests.conversation.contest import contest
from tests.conversation.lease import lease

INTENTS = (Intent.WHY_NOT, Intent.WHEN)
SEARCHING = (Intent.WHAT_WOULD_IT_TAKE, Intent.LINCHPINS)
MOST, MANY = 4, 10
"""What-ifs, and statements asked about, of one rule base; open questions too many to search."""


def others(rulebase: RuleBase, term: Term) -> Iterator[Term]:
    """Go through what could stand in the place of a term."""
    match sort_of(term):
        case Sort.NUMBER:
            yield from (str(int(float(term)) + 34), str(int(float(term)) - 1))
        case Sort.DATE if term.count("-") == 2:
            yield f"{int(term[:4]) + 1}{term[4:8]}17"
        case Sort.ENTITY:
            entities = rulebase.vocabulary.entities
            kind = entities[term].kind if term in entities else None
            yield from (e.id for e in entities.values() if kind and e.kind == kind != term)


def varied(case: Case) -> list[Statement]:
    """List what nobody foresaw: what is reported or open, with one thing in it changed."""
    known = [*case.rulebase.fact, *case.rulebase.question]
    found = dict.fromkeys(
        Statement(s.predicate, (*s.arguments[:place], other, *s.arguments[place + 1 :]))
        for s in known
        for place, term in enumerate(s.arguments)
        for other in others(case.rulebase, term)
        if other not in s.arguments
    )
    fitting = [s for s in found if s not in known and case.rulebase.vocabulary.fits(s)]
    return spread(sorted(fitting, key=lambda s: (sort_of(s.arguments[-1]).value, s.key)))


def spread(statements: list[Statement]) -> list[Statement]:
    return statements[:: max(1, len(statements) // MOST)]


def questions(case: Case) -> Iterator[Query]:
    graph = case.graph
    concluded = [s for n, s in enumerate(graph.statements) if graph.concluding[n]]
    alike = (
        Statement(s.predicate, (other, *s.arguments[1:]))
        for s in concluded
        for other in others(case.rulebase, (*s.arguments, "")[0])
    )
    goals = [*dict.fromkeys((*concluded, *alike))]
    for goal in spread([each for each in goals if not is_advice(case, each)]):
        few = len(case.rulebase.questions) <= MANY
        for intent in (*INTENTS, *(SEARCHING if few else ())):
            yield Query(intent, goal)
        if few:
            yield Query(Intent.WHAT_WOULD_IT_TAKE, goal, also=frozenset(Also))
    for each in spread([*case.rulebase.fact, *goals]):
        pattern = opened(each, 0, each.arguments[1:])
        loose = opened(each, 0, ())
        for some in dict.fromkeys((pattern, loose)) if each.arguments else ():
            for quantity in (Quantity.WHICH, Quantity.EVERY, Quantity.NO):
                yield Query(Intent.ASK, each, quantified=Quantified(quantity, some))
        for entity in case.rulebase.vocabulary.entities.keys() & {*each.arguments}:
            yield Query(Intent.DESCRIBE, entity=entity)
            yield Query(Intent.WHAT_FOLLOWS, entity=entity)


def afterwards(state: State) -> State:
    return replace(state, supposed=None, turns=(), proof=None, choices=(), offered=None)


def told(state: State, query: Query) -> tuple[Page, tuple[str, ...]]:
    _, reply = respond(state, query)
    return reply.page, reply.suggestions


@pytest.fixture(params=["animals", "citizenship", "article", "club", "lease", "contest"])
def case(request: pytest.FixtureRequest) -> Case:
    own = {"club": club, "lease": lease, "contest": contest}
    made = own.get(request.param)
    known = made() if made else request.getfixturevalue(request.param)
    return Case.of(known.rulebase)


def test_what_is_asked_after_unrelated_what_ifs_is_answered_as_at_first(case: Case) -> None:
    asked = [*questions(Case.of(case.rulebase))]
    state = State(case)
    for each in varied(Case.of(case.rulebase)):
        state, _ = respond(state, Query(Intent.WHAT_IF, assume={each: True}))
        state = afterwards(state)
    for each in varied(Case.of(case.rulebase)):
        state = afterwards(respond(state, Query(Intent.ASK, each))[0])
    for query in asked:
        assert told(state, query) == told(State(Case.of(case.rulebase)), query)


KNOWLEDGE = """\
rule base:
  name: wage
  title: Who gets sick pay?
entities:
  ada: {name: Ada, kind: worker}
  bo: {name: Bo, kind: worker}
statements:
  earns:
    slots: {worker: worker, pounds: number}
    one: pounds
    says: "{worker} earns {pounds} pounds a week"
  ill:
    slots: {worker: worker}
    says: "{worker} is ill"
  paid:
    slots: {worker: worker}
    says: "{worker} is entitled to sick pay"
facts:
  - say: Ada earns 96 pounds a week
  - say: Ada is ill
  - say: Bo earns 200 pounds a week
questions:
  - ask: Bo is ill
"""
RULES = """\
rules:
  - id: enough
    title: Who earns enough gets sick pay
    if:
      - ?worker earns ?pounds pounds a week
      - ?pounds is at least 125
      - ?worker is ill
    then: ?worker is entitled to sick pay
"""
ASKED = "Why is Ada not entitled to sick pay?"


@pytest.mark.parametrize(
    "before",
    [
        ["What if Ada earned 130 pounds a week?", "reset"],
        ["Assume Ada earns 130 pounds a week", "Assume Ada earns 96 pounds a week"],
        ["Assume Ada earns 130 pounds a week", "undo"],
        ["What if Ada earned 130 pounds a week?", "What if Bo earned 7 pounds a week?", "reset"],
    ],
)
def test_a_number_supposed_before_is_no_near_miss(before: list[str]) -> None:
    state = State(written(KNOWLEDGE, RULES))
    for each in before:
        state, _ = converse(state, each)
    state, reply = converse(state, ASKED)
    assert "Ada earns 96 pounds a week, where at least 125" in reply.page.text
    assert "130" not in reply.page.text


def test_a_step_back_returns_to_what_was_assumed_before_it() -> None:
    state = State(written(KNOWLEDGE, RULES))
    said = ["Assume Ada earns 130 pounds a week", "Assume Ada earns 90 pounds a week", ASKED]
    for each in (*said, "undo"):
        state, _ = converse(state, each)
    _, reply = converse(state, "Is Ada entitled to sick pay?")
    assert reply.answer.standing is not None
    assert reply.answer.standing.degree


def test_what_is_still_supposed_stays_possible() -> None:
    state = State(written(KNOWLEDGE, RULES))
    for each in ("What if Bo earned 7 pounds a week?", "What if Ada earned 130 pounds a week?"):
        state, _ = converse(state, each)
    _, reply = converse(state, "Is Ada entitled to sick pay?")
    assert reply.answer.standing is not None
    assert reply.answer.standing.degree
