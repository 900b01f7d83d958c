from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.explanation import questions
from arguendo.explanation.questions import sweep
from arguendo.rulebase import RuleBase
from tests.builders import rule, rulebase, statement
from tests.propositional import STATEMENTS, programs


@given(
    programs(),
    st.dictionaries(st.sampled_from(STATEMENTS), st.integers(0, 5), max_size=2),
    st.lists(st.sampled_from(STATEMENTS), max_size=4, unique=True),
)
def test_a_sweep_agrees_with_a_valuation_of_every_admitted_combination(
    base: RuleBase, assumptions: dict[str, int], free: list[str]
) -> None:
    case = Case.of(base).assume_all({statement(k): d for k, d in assumptions.items()})
    questions = [statement(key) for key in free if statement(key) not in case.assumptions]
    numbers = {key: case.graph.add(statement(key)) for key in STATEMENTS}
    swept = sweep(case, questions)
    for combination in range(swept.size):
        chosen = [q for i, q in enumerate(questions) if combination >> i & 1]
        after = case.assume_all(dict.fromkeys(chosen, 5))
        admitted = not after.dropped and set(chosen) <= set(after.assumptions)
        assert bool(swept.admitted >> combination & 1) == admitted
        if admitted:
            for key in STATEMENTS:
                assert swept.degree(numbers[key], combination) == after.degree(statement(key)), key


@given(
    programs(),
    st.lists(st.sampled_from(STATEMENTS), max_size=3, unique=True),
    st.lists(st.booleans(), min_size=3, max_size=3),
)
def test_what_is_denied_is_assumed_false(
    base: RuleBase, free: list[str], deniable: list[bool]
) -> None:
    case = Case.of(base)
    questions = [statement(key) for key in free]
    denied = [each for each, wanted in zip(questions, deniable, strict=False) if wanted]
    numbers = {key: case.graph.add(statement(key)) for key in STATEMENTS}
    swept = sweep(case, questions, denied=denied)
    for combination in range(swept.size):
        made = {q: 5 for i, q in enumerate(questions) if combination >> i & 1}
        false = {q: 0 for i, q in enumerate(denied, len(questions)) if combination >> i & 1}
        after = case.assume_all(made).assume_all(false)
        admitted = made.keys() <= after.assumptions.keys() and not {*made} & {*false}
        assert bool(swept.admitted >> combination & 1) == admitted
        if admitted:
            for key in STATEMENTS:
                assert swept.degree(numbers[key], combination) == after.degree(statement(key)), key


def test_combinations_that_assume_two_contraries_are_not_admitted() -> None:
    base = rulebase(questions=["a()", "b()", "c()"], contraries=[("a()", "b()")])
    swept = sweep(Case.of(base), [q.statement for q in base.questions])
    assert (swept.size, swept.admitted_count) == (8, 6)


def test_overriding_rules_are_swept_as_they_are_valued() -> None:
    base = rulebase(
        facts=["bird(x)"],
        questions=["penguin(x)"],
        rules=[
            rule("fly", if_=["bird(?x)"], then="flies(?x)"),
            rule("not", if_=["penguin(?x)"], then="stays(?x)", overrides=["fly"]),
        ],
        contraries=[("flies(?x)", "stays(?x)")],
    )
    case = Case.of(base)
    swept = sweep(case, [statement("penguin(x)")])
    assert swept.at_least(case.graph.add(statement("flies(x)"))) == 0b01


@given(
    programs(),
    st.dictionaries(st.sampled_from(STATEMENTS), st.integers(0, 5), max_size=2),
    st.lists(st.sampled_from(STATEMENTS), max_size=3, unique=True),
)
def test_where_only_a_goal_matters_the_rest_need_not_be_swept(
    base: RuleBase, assumptions: dict[str, int], free: list[str]
) -> None:
    case = Case.of(base).assume_all({statement(k): d for k, d in assumptions.items()})
    asked = [statement(key) for key in free if statement(key) not in case.assumptions]
    numbers = {statement(key): case.graph.add(statement(key)) for key in STATEMENTS}
    whole = sweep(case, asked)
    for goal, number in list(numbers.items())[::3]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(questions, "LARGE", -1)
            part = sweep(case, asked, goal=goal)
        assert [part.uncontested(number, level) for level in range(1, 6)] == [
            whole.uncontested(number, level) for level in range(1, 6)
        ]
