"""What a rule base foresees, whatever people have assumed."""

from __future__ import annotations

from dataclasses import replace

from arguendo.case import Case
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.statements.foreseen import foreseen
from arguendo.scenarios import Expectation, Scenario
from tests.builders import fact, rule, rulebase, statement


def test_what_was_assumed_before_the_first_text_is_not_foreseen() -> None:
    base = rulebase(facts=[fact("p(ann)")], rules=[rule("r", if_=["p(?x)"], then="q(?x)")])
    case = Case.of(base).assume(statement("p(zed)"))
    assert case.holds(statement("q(zed)"))
    assert foreseen(base, case.graph, Names(())).of("q") == (statement("q(ann)"),)


def test_what_scenarios_expect_to_be_concluded_is_foreseen() -> None:
    expected = tuple(
        Expectation(statement(text), "not established") for text in ("q(bob)", "p(bob)")
    )
    base = replace(
        rulebase(facts=[fact("p(ann)")], rules=[rule("r", if_=["p(?x)"], then="q(?x)")]),
        scenarios=(Scenario("today", "Today", expectations=expected),),
    )
    known = foreseen(base, Case.of(base).graph, Names(()))
    assert known.of("q") == (statement("q(ann)"), statement("q(bob)"))
    assert known.of("p") == (statement("p(ann)"),)
