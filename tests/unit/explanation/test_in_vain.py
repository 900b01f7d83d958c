from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.why_not import why_not
from arguendo.rulebase import RuleBase
from tests.builders import rule, rulebase, statement


def _base() -> RuleBase:
    grant = ["order(?c, ?d)", "adult(?c, ?m)", "?d is before ?m"]
    return rulebase(
        facts=["adult(bao, 2030-02-11)"],
        questions=["order(bao, 2026-05-11)"],
        rules=[
            rule("grant", if_=grant, then="since(?c, ?d)"),
            rule("hold", if_=["since(?c, ?d)"], then="citizen(?c)"),
            rule("late", if_=["order(?c, ?d)", "?d is at most 2027-01-01"], then="soon(?c)"),
        ],
    )


@pytest.mark.parametrize(
    ("goal", "asked", "others"),
    [
        ("since(bao, 2030-02-12)", ("2030-02-12", "2030-02-11"), ["adult(bao, 2030-02-11)"]),
        ("soon(bao)", ("2030-02-12", "2027-01-01"), []),
    ],
)
def test_what_is_assumed_in_vain_is_told_with_the_comparison_that_fails(
    goal: str, asked: tuple[str, str], others: list[str]
) -> None:
    case = Case.of(_base()).assume(statement("order(bao, 2030-02-12)"))
    (unmet,) = why_not(case, statement(goal)).attempts[0].unmet
    assert (unmet.comparison.left, unmet.comparison.right) == asked
    assert [each.key for each in unmet.other] == others


def test_the_instance_that_uses_what_is_assumed_is_told_a_step_above_too() -> None:
    case = Case.of(_base()).assume(statement("order(bao, 2030-02-12)"))
    (attempt,) = why_not(case, statement("citizen(bao)")).attempts
    assert attempt.missing == (statement("since(bao, 2030-02-12)"),)
    assert attempt.below[0].attempts[0].unmet


def test_without_an_assumption_the_open_instance_is_told() -> None:
    (attempt,) = why_not(Case.of(_base()), statement("citizen(bao)")).attempts
    assert attempt.missing == (statement("since(bao, 2026-05-11)"),)


def test_a_fact_that_fails_a_comparison_is_told_rather_than_any_that_could_be_missing() -> None:
    base = rulebase(
        facts=["temperature(ben, 38)"],
        rules=[rule("well", if_=["temperature(?p, ?t)", "?t is less than 37"], then="well(?p)")],
    )
    (attempt,) = why_not(Case.of(base), statement("well(ben)")).attempts
    (unmet,) = attempt.unmet
    assert (attempt.missing, unmet.given.key) == ((), "temperature(ben, 38)")


def test_what_falls_short_is_told_though_something_else_is_missing_too() -> None:
    grant = ["order(?c, ?d)", "limit(?c, ?m)", "?d is at most ?m", "asked(?c)"]
    base = rulebase(
        facts=["limit(bao, 2030-02-11)", "order(bao, 2030-03-01)"],
        rules=[rule("grant", if_=grant, then="granted(?c)")],
    )
    (attempt,) = why_not(Case.of(base), statement("granted(bao)")).attempts
    (unmet,) = attempt.unmet
    assert attempt.missing == (statement("asked(bao)"),)
    assert (unmet.given.key, unmet.other[0].key) == (
        "order(bao, 2030-03-01)",
        "limit(bao, 2030-02-11)",
    )


def test_a_comparison_that_no_ground_which_holds_bears_on_is_not_told() -> None:
    grounds = ["adult(?c)", "order(?c, ?d, ?by)", "?d is before 2027-01-01"]
    base = rulebase(facts=["adult(bao)"], rules=[rule("r", if_=grounds, then="since(?c, ?d)")])
    (attempt,) = why_not(Case.of(base), statement("since(bao, 2030-02-12)")).attempts
    assert (attempt.unmet, len(attempt.missing)) == ((), 1)


def test_what_is_assumed_is_what_falls_short_though_a_fact_comes_first() -> None:
    grant = ["limit(?c, ?m)", "order(?c, ?d)", "?d is at most ?m", "asked(?c)"]
    base = rulebase(
        facts=["limit(bao, 2030-02-11)"],
        questions=["order(bao, 2030-03-01)"],
        rules=[rule("grant", if_=grant, then="granted(?c)")],
    )
    case = Case.of(base).assume(statement("order(bao, 2030-03-01)"))
    (attempt,) = why_not(case, statement("granted(bao)")).attempts
    (unmet,) = attempt.unmet
    assert unmet.given.key == "order(bao, 2030-03-01)"
