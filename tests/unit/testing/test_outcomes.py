from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.scenarios import Assumption, Expectation, Scenario
from arguendo.testing.outcomes import Fault, Outcome, outcomes, stage
from arguendo.valuation import Status
from tests.builders import rule, rulebase, statement

MONEY, WILL, BUILT, ILL = (statement(f"{name}()") for name in ("money", "will", "built", "ill"))


def outcome_of(expectation: Expectation, *assumed: str) -> Outcome:
    """What comes of one expectation of a town that builds when it has the will and the money."""
    scenario = Scenario(
        "try", "Try", tuple(Assumption(statement(key), 5) for key in assumed), (expectation,)
    )
    base = rulebase(
        questions=["money()", "will()", "ill()", "grant()"],
        rules=[
            rule("build", if_=["money()", "will()"], unless=["ill()"], then="built()", qualifier=2),
            rule("fund", if_=["grant()"], then="money()"),
        ],
        tests=(scenario,),
    )
    (found,) = outcomes(Case.of(base), scenario)
    return found


@pytest.mark.parametrize(
    "expectation",
    [
        Expectation(BUILT, "holds"),
        Expectation(BUILT, degree=2),
        Expectation(BUILT, "holds", 2, because="build"),
    ],
)
def test_what_is_as_expected_passes(expectation: Expectation) -> None:
    assert outcome_of(expectation, "money()", "will()").passed


@pytest.mark.parametrize(
    ("expectation", "fault"),
    [
        (Expectation(BUILT, "not established"), Fault.STATUS),
        (Expectation(BUILT, "holds", 3), Fault.DEGREE),
        (Expectation(BUILT, because="fund"), Fault.BECAUSE),
        (Expectation(BUILT, missing=(ILL,)), Fault.MISSING),
    ],
)
def test_each_part_of_an_expectation_can_fail(expectation: Expectation, fault: Fault) -> None:
    found = outcome_of(expectation, "money()", "will()")
    assert found.reason is not None
    assert found.reason.faults == (fault,)
    assert found.reason.rules == ("build",)
    assert (found.got.status, found.got.degree) == (Status.HOLDS, 2)


@pytest.mark.parametrize("missing", ["money()", "will()", "grant()"])
def test_missing_is_what_any_failed_rule_lacks_down_to_the_leaves(missing: str) -> None:
    expected = Expectation(BUILT, "not established", missing=(statement(missing),))
    assert outcome_of(expected).passed


def test_what_is_there_is_not_missing() -> None:
    found = outcome_of(Expectation(BUILT, missing=(WILL, MONEY)), "will()")
    assert found.reason is not None
    assert found.reason.unnamed == (WILL,)


def test_a_test_starts_from_the_bare_facts_whatever_the_case_assumes() -> None:
    case = Case.of(rulebase(questions=["p()"], scenarios=(Scenario("bare", "Bare"),)))
    made = stage(case.assume(statement("p()")), Scenario("other", "Other"))
    assert made.assumptions == {}
