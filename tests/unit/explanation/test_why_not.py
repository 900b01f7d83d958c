from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.why_not import why_not
from tests.builders import any_of, rule, rulebase, statement, statements


def test_the_nearest_miss_comes_first_and_tells_what_holds_and_what_is_missing() -> None:
    base = rulebase(
        facts=["p()"],
        rules=[
            rule("far", if_=["q()", "s()"], then="r()"),
            rule("near", if_=["p()", "q()"], then="r()"),
        ],
    )
    near, far = why_not(Case.of(base), statement("r()")).attempts
    assert (near.rule.id, near.holds, near.missing) == (
        "near",
        (statement("p()"),),
        (statement("q()"),),
    )
    assert far.distance == 2


def test_it_goes_down_to_the_leaves_and_tells_each_statement_once() -> None:
    base = rulebase(
        questions=["q()"],
        rules=[
            rule("low", if_=["q()"], then="p()"),
            rule("left", if_=["p()"], then="a()"),
            rule("right", if_=["p()"], then="b()"),
            rule("top", if_=["a()", "b()"], then="c()"),
        ],
    )
    report = why_not(Case.of(base), statement("c()"))
    assert [attempt.rule.id for attempt in report.all_attempts] == ["top", "left", "low", "right"]
    assert report.leaves == (statement("q()"),)


def test_a_rebuttal_is_named_with_what_would_lift_it() -> None:
    base = rulebase(
        facts=["p()", "rain()"],
        questions=["umbrella()"],
        rules=[
            rule("wet", if_=["rain()"], unless=["umbrella()"], then="wet()"),
            rule("walk", if_=["p()"], unless=["wet()"], then="walk()"),
        ],
    )
    report = why_not(Case.of(base), statement("walk()"))
    (rebuttal,) = report.attempts[0].rebuttals
    assert rebuttal.statements == (statement("wet()"),)
    assert rebuttal.lifted_by == (statement("umbrella()"),)
    assert report.leaves == (statement("umbrella()"),)


def test_each_alternative_is_an_attempt_of_its_own() -> None:
    base = rulebase(
        questions=["p()", "q()"], rules=[rule("r", if_=[any_of("p()", "q()")], then="r()")]
    )
    report = why_not(Case.of(base), statement("r()"))
    assert report.leaves == tuple(statements("p()", "q()"))


def test_variables_are_bound_so_that_as_much_as_possible_holds() -> None:
    base = rulebase(
        facts=["works(ann)", "works(bob)", "paid(bob)"],
        rules=[rule("r", if_=["works(?x)", "paid(?x)", "rested(?x)"], then="happy()")],
    )
    (attempt,) = why_not(Case.of(base), statement("happy()")).attempts
    assert attempt.missing == (statement("rested(bob)"),)


def test_what_nothing_binds_stays_open() -> None:
    base = rulebase(rules=[rule("r", if_=["paid(?x)"], then="happy()")])
    (attempt,) = why_not(Case.of(base), statement("happy()")).attempts
    assert attempt.missing == (statement("paid(?x)"),)


def test_a_circle_of_missing_support_ends() -> None:
    base = rulebase(
        rules=[rule("one", if_=["p()"], then="q()"), rule("two", if_=["q()"], then="p()")]
    )
    report = why_not(Case.of(base), statement("p()"))
    assert [attempt.rule.id for attempt in report.all_attempts] == ["two", "one"]


def test_what_opposes_it_is_named() -> None:
    base = rulebase(facts=["down(x)"], contraries=[("up(?x)", "down(?x)")])
    report = why_not(Case.of(base), statement("up(x)"))
    assert report.opposed_by == (statement("down(x)"),)


def test_a_variable_that_the_claim_leads_to_is_not_bound_by_whatever_happens_to_hold() -> None:
    base = rulebase(
        facts=["citizen(ann)"],
        rules=[rule("r", if_=["parent(?p, ?c)", "citizen(?p)"], then="citizen(?c)")],
    )
    (attempt,) = why_not(Case.of(base), statement("citizen(leo)")).attempts
    assert attempt.missing == (statement("parent(?p, leo)"), statement("citizen(?p)"))
    known = Case.of(base).assume(statement("parent(kim, leo)"))
    (attempt,) = why_not(known, statement("citizen(leo)")).attempts
    assert attempt.missing == (statement("citizen(kim)"),)


@pytest.mark.parametrize("order", [("early(?x)", "excused(?x)"), ("excused(?x)", "early(?x)")])
def test_of_two_alternatives_the_one_that_holds_is_not_blamed_but_the_exception(
    order: tuple[str, str],
) -> None:
    base = rulebase(
        facts=["ill(a)", "came(a, 9)", "worn(a)"],
        rules=[
            rule("early", if_=["came(?x, ?n)", "?n is less than 5"], then="early(?x)"),
            rule("excused", if_=["ill(?x)"], then="excused(?x)"),
            rule("paid", if_=[any_of(*order)], unless=["worn(?x)"], then="paid(?x)"),
        ],
    )
    first, second = why_not(Case.of(base), statement("paid(a)")).attempts
    worn = (statement("worn(a)"),)
    assert (first.holds, first.missing) == ((statement("excused(a)"),), ())
    assert second.missing == (statement("early(a)"),)
    assert [each.statements for each in first.rebuttals + second.rebuttals] == [worn, worn]
