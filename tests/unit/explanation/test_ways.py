from __future__ import annotations

from arguendo.case import Case
from arguendo.explanation.ways import few_ways
from arguendo.explanation.why_not import why_not
from arguendo.rules import Rule
from tests.builders import rule, rulebase, statement


def _keys(rules: list[Rule], goal: str, facts: list[str] | None = None) -> list[set[str]]:
    case = Case.of(rulebase(facts=facts or ["p()"], rules=rules))
    found = few_ways(case, why_not(case, statement(goal)))
    return [{each.key for each in way} for way in found]


def test_what_is_needed_together_is_one_way_and_alternatives_are_several() -> None:
    low = rule("low", if_=["q()", "s()"], then="a()")
    rules = [low, rule("one", if_=["a()"], then="c()"), rule("two", if_=["t()"], then="c()")]
    assert _keys(rules, "c()") == [{"q()", "s()"}, {"t()"}]


def test_many_ways_are_not_listed() -> None:
    rules = [rule(f"r{n}", if_=[f"q{n}()"], then="c()") for n in range(4)]
    assert _keys(rules, "c()") == []


def test_what_holds_for_some_value_is_not_missing() -> None:
    rules = [rule("r", if_=["found(?c, ?p)", "counts(?p, ?d)"], then="citizen(?c)")]
    assert _keys(rules, "citizen(ann)", ["counts(here, 3)"]) == [{"found(ann, ?p)"}]


def test_a_way_that_does_not_lead_there_is_left_out() -> None:
    rules = [
        rule("far", if_=["q()"], unless=["p()"], then="c()"),
        rule("near", if_=["s()"], then="c()"),
    ]
    assert _keys(rules, "c()") == [{"s()"}]


def test_a_circle_is_no_way() -> None:
    rules = [rule("one", if_=["a()"], then="b()"), rule("two", if_=["b()"], then="a()")]
    assert _keys(rules, "a()") == []
