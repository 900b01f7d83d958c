from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.explanation.comparison import compare
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from tests.builders import rule, rulebase, statement
from tests.propositional import STATEMENTS, programs

BASE = rulebase(
    facts=["steel()"],
    questions=["permit()", "loan()", "strike()", "sun()"],
    rules=[
        rule("pay", if_=["loan()"], then="money()"),
        rule("build", if_=["steel()", "permit()", "money()"], unless=["strike()"], then="bridge()"),
        rule("party", if_=["sun()"], then="party()"),
    ],
)


def case(*assumed: str) -> Case:
    return Case.of(BASE, editing=True).assume_all({statement(key): 5 for key in assumed})


def test_the_first_step_that_differs_and_the_one_difference_that_accounts_for_it() -> None:
    first = case("permit()", "sun()")
    found = compare(first, first.assume(statement("loan()")).retract(statement("sun()")))
    assert found.parts_at == statement("money()")
    assert found.because == ((statement("loan()"), 5),)


def test_with_a_goal_only_the_argument_about_it_is_looked_at() -> None:
    first = case("permit()", "loan()", "sun()")
    second = first.assume(statement("strike()")).retract(statement("sun()"))
    found = compare(first, second, statement("bridge()"))
    assert (found.parts_at, found.because) == (statement("bridge()"), ((statement("strike()"), 5),))
    taken = compare(first, second, statement("party()"))
    assert (taken.parts_at, taken.because) == (statement("party()"), ((statement("sun()"), None),))


def test_equal_cases_part_nowhere() -> None:
    found = compare(case("sun()"), case("sun()"))
    assert (found.parts_at, found.because) == (None, ())


def test_what_is_left_out_late_may_let_what_was_kept_be_left_out_too() -> None:
    base = rulebase(
        rules=[
            rule("doubt", if_=["b()"], then="c()"),
            rule("goes", if_=["a()", "d()", "f()", "not c()"], then="e()"),
        ]
    )
    bare = Case.of(base, editing=True)
    first = bare.assume_all({statement("b()"): 1, statement("c()"): 0})
    second = bare.assume_all({statement(key): 1 for key in ("f()", "d()", "a()")})
    found = compare(first, second)
    assert found.parts_at == statement("e()")
    assert [each.key for each, _ in found.because] == ["f()", "d()", "a()"]


assumed = st.dictionaries(st.sampled_from(STATEMENTS), st.integers(0, 5), max_size=4)


@given(programs(), assumed, assumed)
def test_what_accounts_for_a_parting_is_enough_and_nothing_in_it_is_needless(
    base: RuleBase, one: dict[str, int], other: dict[str, int]
) -> None:
    bare = Case.of(base, editing=True)
    first, second = (
        bare.assume_all({statement(key): degree for key, degree in made.items()})
        for made in (one, other)
    )
    found = compare(first, second)
    if found.parts_at is None:
        return
    wanted = second.standing(found.parts_at)

    def reached(some: list[tuple[Statement, int | None]]) -> bool:
        after = first
        for each, degree in some:
            after = after.retract(each) if degree is None else after.assume(each, degree)
        stands = after.standing(found.parts_at or statement("a()"))
        return (stands.status, stands.degree) == (wanted.status, wanted.degree)

    assert reached(list(found.because))
    for each in found.because:
        assert not reached([rest for rest in found.because if rest is not each])
