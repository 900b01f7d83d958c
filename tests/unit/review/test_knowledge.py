"""Checks of facts, questions, sources, entities and tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from arguendo.facts import Fact, Source
from arguendo.review import (
    entity_without_alias,
    expectationless_test,
    idle_question,
    single_source,
    stated_twice,
    uncited_paragraph,
    unused_entity,
    unused_fact,
    unused_statement,
)
from arguendo.scenarios import Assumption, Expectation, Scenario
from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import fact, rule, rulebase, statement
from tests.unit.review.claims import messages

RULES = (rule("r", if_=["p(?x, a)"], unless=["q(?x)"], then="s(?x)"),)
CONTRARIES = (("q(?x)", "not_q(?x, ?y)"), ("other(?x)", "another(?x)"))


class TestWhatNoRuleLooksAt:
    @pytest.mark.parametrize("given", ["p(b, a)", "q(c)", "s(d)", "not_q(a, b)"])
    def test_used(self, given: str) -> None:
        assert messages(unused_fact.check, facts=[given], rules=RULES, contraries=CONTRARIES) == []
        base = rulebase(questions=[given], rules=RULES, contraries=CONTRARIES)
        assert messages(idle_question.check, base) == []

    @pytest.mark.parametrize("given", ["p(b, b)", "t(a)", "other(a)"])
    def test_unused(self, given: str) -> None:
        base = rulebase(facts=[given], rules=RULES, contraries=CONTRARIES)
        assert messages(unused_fact.check, base) == [f"no rule can rest on the fact “{given}”"]
        base = rulebase(questions=[given], rules=RULES, contraries=CONTRARIES)
        (told,) = messages(idle_question.check, base)
        assert told == f"no conclusion depends on whether {given}"

    def test_background_and_answers_to_questions_need_no_rule(self) -> None:
        background = replace(fact("t(a)"), background=True)
        facts: list[str | Fact] = [background, "another(a)"]
        base = rulebase(facts=facts, questions=["other(a)"], rules=RULES, contraries=CONTRARIES)
        assert messages(unused_fact.check, base) == []


class TestStatedTwice:
    @pytest.mark.parametrize(
        ("facts", "questions", "told"),
        [
            (["p(a)", "p(a)"], [], "“p(a)” is a fact already"),
            ([], ["p(a)", "p(a)"], "“p(a)” is an open question already"),
            (["p(a)"], ["p(a)"], "“p(a)” is asked as an open question, and is a fact"),
        ],
    )
    def test_told(self, facts: list[str], questions: list[str], told: str) -> None:
        assert messages(stated_twice.check, facts=facts, questions=questions) == [told]

    def test_silent(self) -> None:
        contraries = [("p(?x)", "q(?x)")]
        base = rulebase(facts=["p(a)", "p(b)"], questions=["q(a)"], contraries=contraries)
        assert messages(stated_twice.check, base) == []


def drawn(text: str, *source: str) -> Fact:
    return replace(fact(text), source=source)


class TestSources:
    ONE = Source("one", "The one", paragraphs={"¶1": "first", "¶2": "second"})
    TWO = Source("two", "The two", paragraphs={"§1": "first"})

    def uncited(self, *facts: Fact, **more: Any) -> list[str]:
        sources = (self.ONE, self.TWO)
        return messages(uncited_paragraph.check, rules=RULES, facts=facts, sources=sources, **more)

    def test_paragraphs_that_nothing_is_drawn_from(self) -> None:
        (told,) = self.uncited(drawn("p(a)", "¶1", "two"))
        assert told == "nothing is drawn from ¶2 of “The one”"

    def test_an_entity_may_be_drawn_from_one(self) -> None:
        vocabulary = Vocabulary([Entity("a", "A", source=("¶2", "§1"))])
        assert self.uncited(drawn("p(a)", "¶1"), vocabulary=vocabulary) == []

    def test_everything_from_one_source(self) -> None:
        facts = [drawn(f"p(a{number})", "¶1") for number in range(8)]
        facts += [drawn("p(b)", "¶2"), drawn("p(c)", "one"), fact("p(d)")]
        sources = (self.ONE, self.TWO)
        assert messages(single_source.check, facts=facts, sources=sources) == [
            "everything rests on one source, “The one”"
        ]
        second = [*facts, drawn("p(e)", "§1")]
        assert messages(single_source.check, facts=second, sources=sources) == []
        assert messages(single_source.check, facts=facts[1:], sources=sources) == []


class TestEntitiesAndStatements:
    def told(self, check: Any, *entities: Entity, **more: Any) -> list[str]:
        return messages(check, vocabulary=Vocabulary(entities), **more)

    @pytest.mark.parametrize(
        ("entity", "count"),
        [
            (Entity("a", "the old treasurer"), 1),
            (Entity("a", "the treasurer"), 0),
            (Entity("a", "Route 66"), 0),
            (Entity("a", "the old treasurer", aliases=("Ann",)), 0),
            (Entity("b", "the old treasurer"), 0),
        ],
    )
    def test_names_that_people_shorten(self, entity: Entity, count: int) -> None:
        assert len(self.told(entity_without_alias.check, entity, facts=["p(a)"])) == count

    @pytest.mark.parametrize(
        ("entities", "count"),
        [
            ([Entity("z", "Z")], 1),
            ([Entity("z", "Z", about="The last one.")], 0),
            ([Entity("a", "A"), Entity("b", "B"), Entity("c", "C")], 0),
            ([Entity("all", "all", members=("z",)), Entity("z", "Z")], 0),
        ],
    )
    def test_entities_that_nothing_speaks_of(self, entities: list[Entity], count: int) -> None:
        rules = [rule("r", if_=["p(?x)", "?x is not b"], unless=["q(c)"], then="s(?x)")]
        told = self.told(unused_entity.check, *entities, rules=rules, facts=["p(a)"])
        assert len(told) == count

    def test_statements_that_nothing_uses(self) -> None:
        predicates = [Predicate(id, (Slot("x"),), f"{{x}} {id}") for id in ("p", "q", "z")]
        vocabulary = Vocabulary([], predicates)
        expecting = Scenario("t", "T", (), (Expectation(statement("q(a)")),))
        base = rulebase(vocabulary=vocabulary, rules=[rule("r", then="p(a)")], tests=(expecting,))
        assert messages(unused_statement.check, base) == ["nothing uses z, “{x} z”"]


def test_tests_that_expect_nothing() -> None:
    empty = Scenario("empty", "Empty", (Assumption(statement("p(a)"), 5),))
    full = Scenario("full", "Full", (), (Expectation(statement("p(a)")),))
    base = rulebase(tests=(empty, full), scenarios=(replace(empty, id="shown"),))
    (told,) = messages(expectationless_test.check, base)
    assert told == "the test “empty” expects nothing, so it can never fail"


@pytest.mark.parametrize(
    "check",
    [idle_question, uncited_paragraph, unused_entity, unused_fact, unused_statement],
)
def test_nothing_is_idle_while_there_are_no_rules(check: Any) -> None:
    vocabulary = Vocabulary([Entity("a", "A")], [Predicate("p", (), "it rains")])
    sources = (Source("s", "S", paragraphs={"¶1": "first"}),)
    base = rulebase(facts=["q()"], questions=["r()"], vocabulary=vocabulary, sources=sources)
    assert messages(check.check, base) == []
    assert len(messages(check.check, replace(base, rules=(rule("r", then="s()"),)))) == 1
