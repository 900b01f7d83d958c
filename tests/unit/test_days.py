"""What was known on a day: facts by their dates and their sources' dates."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.linchpins import linchpins
from arguendo.facts import Fact, Source
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.rulebase import RuleBase
from arguendo.valuation import Status
from tests.builders import rule, rulebase, statement

P, Q, OLD, R = (statement(key) for key in ("p()", "q()", "old()", "r()"))


def base(p: str | None = "2020-02-03", source: str | None = None) -> RuleBase:
    return rulebase(
        facts=[Fact(P, 5, p, ("¶1",)), Fact(Q, 5, "2020-03-01"), "old()"],
        rules=[rule("r", if_=["p()", "old()"], then="r()")],
        sources=[Source("text", "A text", date=source, paragraphs={"¶1": "", "¶2": ""})],
    )


@pytest.mark.parametrize(
    ("date", "source", "day"),
    [
        (None, "2020-02-03", None),
        ("2020-02-03", None, "2020-02-03"),
        ("2020-02-03", "2020-01-01", "2020-02-03"),
        ("2020-02", None, "2020-02-29"),
        ("2020-02", "2020-02-16", "2020-02-16"),
        ("2020-02", "2020-02", "2020-02-29"),
        ("2020-02", "2020-05-01", "2020-02-29"),
        ("2020-02", "2019-12-31", "2020-02-29"),
    ],
)
def test_a_fact_is_known_from_its_day_and_one_of_a_month_from_the_end_of_it_or_its_source(
    date: str | None, source: str | None, day: str | None
) -> None:
    found = base(date, source)
    assert found.known_from(found.fact[P]) == day


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (None, {P, Q, OLD}),
        ("2020-02-02", {OLD}),
        ("2020-02-03", {P, OLD}),
        ("2020-02", {P, OLD}),
        ("2020-03", {P, Q, OLD}),
    ],
)
def test_a_case_has_the_facts_of_its_day(day: str | None, known: set[object]) -> None:
    case = Case.of(base()).on(day)
    assert case.facts.keys() == known
    assert {s for s in (P, Q, OLD) if case.holds(s)} == known
    assert case.holds(R) is (P in known)


def test_what_is_reported_later_says_when() -> None:
    case = Case.of(base()).on("2020-02-02")
    assert case.reported_later(P) == "2020-02-03"
    assert case.reported_later(OLD) is None
    assert case.reported_later(R) is None
    assert case.undo().reported_later(P) is None


def test_an_assumption_holds_on_any_day() -> None:
    case = Case.of(base()).on("2020-01-01").assume(P)
    assert case.holds(R)


def test_what_is_listed_and_weighed_is_what_was_known() -> None:
    case = Case.of(base()).on("2020-02-02")
    found = answer(case, Query(Intent.LIST, listing=Listing.FACTS))
    assert found.about == (OLD,)
    assert [pin.statement for pin in linchpins(case, R)] == [OLD]


def test_a_query_may_set_the_day() -> None:
    case = Case.of(base())
    found = answer(case, Query(Intent.ASK, R, day="2020-02-02"))
    assert found.standing is not None
    assert found.standing.status is Status.NOT_ESTABLISHED
    lifted = answer(found.case, Query(Intent.ASSUME, day=""))
    assert lifted.case.as_of is None
    assert {change.statement for change in lifted.changes} == {P, Q, R}
