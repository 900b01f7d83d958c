from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.explanation.questions import open_questions
from arguendo.explanation.sides import speaking
from arguendo.rulebase import RuleBase
from arguendo.valuation import Status
from tests.builders import rule, rulebase, statement
from tests.propositional import STATEMENTS, programs


@given(programs(), st.sampled_from(STATEMENTS))
def test_what_changes_a_conclusion_speaks_that_way(base: RuleBase, key: str) -> None:
    case, goal = Case.of(base), statement(key)
    before = case.standing(goal).status is Status.HOLDS
    for question in open_questions(case):
        if question != goal:
            after = case.assume(question).standing(goal).status is Status.HOLDS
            if after != before:
                assert after in speaking(case, goal, {question: True})


BRIDGE = rulebase(
    facts=["plain()"],
    questions=["permit()", "flood()", "dam()", "rain()", "ferry()", "hills()"],
    contraries=[("bridge()", "ferry()"), ("plain()", "hills()")],
    rules=[
        rule("build", if_=["permit()", "plain()"], unless=["flood()"], then="bridge()"),
        rule("tame", if_=["dam()"], unless=["rain()"], then="dry()"),
        rule("rise", if_=["rain()"], unless=["dry()"], then="flood()"),
    ],
)


@pytest.mark.parametrize(
    ("key", "true", "expected"),
    [
        ("permit()", True, {True}),
        ("permit()", False, {False}),
        ("flood()", True, {False}),
        ("dam()", True, {True}),
        ("ferry()", True, {False}),
        ("hills()", True, {False}),
        ("boats()", True, set()),
    ],
)
def test_which_way_a_statement_speaks(key: str, true: bool, expected: set[bool]) -> None:
    case = Case.of(BRIDGE)
    assert speaking(case, statement("bridge()"), {statement(key): true}) == expected
