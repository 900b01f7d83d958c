from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.explanation.timeline import Moment, timeline
from arguendo.facts import Fact
from arguendo.rulebase import RuleBase
from arguendo.valuation import Status
from tests.builders import any_of, rule, rulebase, statement
from tests.propositional import STATEMENTS, programs

DAYS = ("2020-01-01", "2020-01-02", "2020-02", "2020-03-05")
REPORTS = st.dictionaries(st.sampled_from(STATEMENTS), st.sampled_from(DAYS), max_size=4)


def reported(key: str, date: str | None) -> Fact:
    return Fact(statement(key), 5, date)


def days(found: tuple[Moment, ...]) -> list[tuple[str | None, str, list[str]]]:
    return [(m.day, m.standing.status.value, [s.key for s in m.came]) for m in found]


@given(programs(), REPORTS, st.sampled_from(STATEMENTS), st.sampled_from([None, *DAYS]))
def test_it_tells_how_a_statement_stands_on_every_day(
    base: RuleBase, reports: dict[str, str], key: str, as_of: str | None
) -> None:
    facts = [reported(k, date) for k, date in reports.items()]
    undated = [fact for fact in base.facts if fact.statement.key not in reports]
    case = Case.of(rulebase(facts=[*undated, *facts], questions=base.questions, rules=base.rules))
    found = timeline(case.on(as_of), statement(key))
    for day in ("2019-12-31", *DAYS, "2020-02-28", "2020-02-29", "2020-04-01"):
        on = min(filter(None, (as_of, day)), key=lambda d: d if len(d) > 7 else f"{d}-29")
        known = [
            m for m in found.moments if not m.day or m.day <= (on if len(on) > 7 else f"{on}-29")
        ]
        stands = case.on(on).standing(statement(key))
        shown = known[-1].standing
        assert (shown.status, shown.degree) == (stands.status, stands.degree), day


def test_what_came_is_what_made_the_difference() -> None:
    base = rulebase(
        facts=[
            reported("ground()", None),
            reported("spark()", "2020-01-02"),
            reported("wind()", "2020-01-02"),
            reported("rain()", "2020-01-05"),
        ],
        rules=[
            rule("fire", if_=["ground()", "spark()"], unless=["rain()"], then="fire()"),
            rule("storm", if_=["wind()"], then="storm()"),
            rule("loss", if_=[any_of("fire()", "storm()")], then="loss()"),
        ],
    )
    case = Case.of(base)
    fire = timeline(case, statement("fire()"))
    assert days(fire.moments) == [
        (None, "not established", []),
        ("2020-01-02", "holds", ["spark()"]),
        ("2020-01-05", "not established", ["rain()"]),
    ]
    assert fire.since is None
    assert fire.first == fire.moments[1]
    loss = timeline(case, statement("loss()"))
    (_, begun) = loss.moments
    assert {each.key for each in begun.came} == {"spark()", "wind()"}
    assert loss.since == begun


def test_what_rests_on_nothing_dated_has_always_held() -> None:
    case = Case.of(rulebase(facts=["p()"], rules=[rule("r", if_=["p()"], then="q()")]))
    found = timeline(case, statement("q()"))
    assert found.since == found.moments[0]
    assert found.moments[0].standing.status is Status.HOLDS


def test_assumptions_hold_on_every_day() -> None:
    case = Case.of(rulebase(facts=[reported("p()", "2020-01-02")])).assume(statement("p()"))
    assert [moment.day for moment in timeline(case, statement("p()")).moments] == [None]
