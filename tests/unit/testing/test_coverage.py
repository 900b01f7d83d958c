from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from arguendo.case import Case
from arguendo.facts import Fact, Source
from arguendo.rulebase import RuleBase
from arguendo.rules import Literal, Rule
from arguendo.scenarios import Assumption, Expectation, Scenario
from arguendo.span import Span
from arguendo.testing.coverage import Part, Report, Role, report
from arguendo.testing.outcomes import expected_of
from tests.builders import any_of, question, rule, rulebase, statement


def scenario(id: str, *assumed: str, away: Iterable[str] = ()) -> Scenario:
    true = [Assumption(statement(key), 5) for key in assumed]
    return Scenario(id, id, (*true, *(Assumption(statement(key), 0) for key in away)))


def report_on(*scenarios: Scenario, rules: Iterable[Rule], **more: Any) -> Report:
    base: RuleBase = rulebase(rules=rules, tests=scenarios, **more)
    case = Case.of(base)
    return report(case, expected_of(case))


def part_of(found: Report, role: Role, key: str) -> Part:
    (part,) = (
        part for part in found.parts if part.role is role and part.literals[0].statement.key == key
    )
    return part


def test_a_rule_fires_where_it_applies_and_is_silent_where_it_is_blocked() -> None:
    found = report_on(
        scenario("bare"),
        scenario("on", "p()"),
        scenario("blocked", "p()", "q()"),
        rules=[
            rule("r", if_=["p()"], unless=["q()"], then="s()"),
            rule("idle", if_=["t()"], then="u()"),
        ],
        questions=["p()", "q()", "t()"],
    )
    one, idle = found.rules
    assert (one.fires, one.silent, one.covered) == (("on",), ("bare", "blocked"), True)
    assert (idle.fires, idle.covered) == ((), False)
    assert found.share == 0.5


def test_a_ground_is_covered_when_it_carries_and_when_it_alone_is_missing() -> None:
    rules = [rule("r", if_=["p()", "q()"], then="s()")]
    both, first = scenario("both", "p()", "q()"), scenario("first", "p()")
    found = report_on(both, first, scenario("none"), rules=rules, questions=["p()", "q()"])
    alone, never = (part_of(found, Role.GROUND, key) for key in ("q()", "p()"))
    assert (alone.applies, alone.stops, alone.covered) == (("both",), ("first",), True)
    assert (never.applies, never.stops, never.covered) == (("both",), (), False)
    assert found.share_of_parts == 0.5


def test_a_fact_supposed_away_shows_that_its_ground_matters() -> None:
    rules = [rule("r", if_=["p(?x)", "q(?x)"], then="s(?x)")]
    away = scenario("away", away=["q(a)"])
    found = report_on(scenario("bare"), away, rules=rules, facts=["p(a)", "q(a)"])
    assert part_of(found, Role.GROUND, "q(?x)").stops == ("away",)


def test_a_rebuttal_and_an_absence_are_covered_when_they_block_and_when_they_do_not() -> None:
    rules = [rule("r", if_=["p()", "not a()"], unless=["b(?_)", "c()"], then="s()")]
    found = report_on(
        scenario("on", "p()"),
        scenario("absent", "p()", "a()"),
        scenario("rebutted", "p()", "b(x)"),
        scenario("both", "p()", "a()", "c()"),
        rules=rules,
    )
    assert part_of(found, Role.ABSENCE, "a()").stops == ("absent",)
    assert part_of(found, Role.REBUTTAL, "b(?_)").stops == ("rebutted",)
    assert part_of(found, Role.REBUTTAL, "c()").stops == ()
    assert {part.applies for part in found.parts} == {("on",)}


def test_each_way_through_a_rule_has_its_own_parts() -> None:
    rules = [rule("r", if_=["p()", any_of("q()", "t()")], then="s()")]
    found = report_on(scenario("by q", "p()", "q()"), rules=rules, questions=["t()"])
    assert [(part.branch, part.applies) for part in found.parts] == [
        *((0, ("by q",)), (0, ("by q",))),
        *((1, ()), (1, ())),
    ]


def test_a_paragraph_tells_what_drawn_from_it_is_exercised() -> None:
    looked_at = Scenario("look", "Look", (), (Expectation(statement("f()"), "holds"),))
    found = report_on(
        looked_at,
        rules=[
            rule("r", if_=["used()"], then="s()", source=("¶1",)),
            rule("idle", if_=["open()"], then="u()", source=("¶2",)),
        ],
        facts=[
            Fact(statement("used()"), 5, source=("¶1",)),
            Fact(statement("f()"), 5, source=("¶1",)),
            Fact(statement("unused()"), 5, source=("¶1",)),
            Fact(statement("context()"), 5, source=("¶1",), background=True),
        ],
        questions=[question("open()")],
        sources=(Source("paper", "Paper", paragraphs={"¶1": "", "¶2": "", "¶3": ""}),),
    )
    first, second, third = found.paragraphs
    assert (first.exercised, len(first.items), first.covered) == (3, 4, True)
    assert [item.what for item in first.items if not item.exercised] == [statement("unused()")]
    assert (second.mark, second.exercised, second.covered) == ("¶2", 0, False)
    assert third.items == ()


def test_a_part_stands_where_its_sentence_does() -> None:
    where = Span("rules/r.yaml", 7, 9, 7, 20)
    anything = Literal(statement("p(?_)"), span=where)
    found = report_on(scenario("on", "p(a)"), rules=[rule("r", if_=[anything], then="s()")])
    (part,) = found.parts
    assert part.span == where
