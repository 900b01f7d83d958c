from __future__ import annotations

import pytest

from arguendo.rules import Rule
from arguendo.testing.mutants import Kind, Mutant, mutants
from tests.builders import all_of, any_of, at_least, rule, rulebase


def changes(*rules: Rule) -> list[tuple[Kind, Rule | None]]:
    return [(mutant.kind, mutant.changed) for mutant in mutants(rulebase(rules=rules))]


def conditions(kind: Kind, *rules: Rule) -> list[object]:
    """What the grounds become in the mutants of one kind, and where it concerns them, rebuttals."""
    found = [changed for each, changed in changes(*rules) if each is kind and changed]
    return [(changed.condition, *changed.rebuttals) for changed in found]


def test_grounds_rebuttals_and_the_rule_itself_are_dropped() -> None:
    found = changes(rule("r", if_=["p()", "q()"], unless=["b()"], then="s()", qualifier=2))
    assert found == [
        (Kind.GROUND, rule("r", if_=["q()"], unless=["b()"], then="s()", qualifier=2)),
        (Kind.GROUND, rule("r", if_=["p()"], unless=["b()"], then="s()", qualifier=2)),
        (Kind.REBUTTAL, rule("r", if_=["p()", "q()"], then="s()", qualifier=2)),
        (Kind.WEAKER, rule("r", if_=["p()", "q()"], unless=["b()"], then="s()", qualifier=1)),
        (Kind.RULE, None),
    ]


def test_the_weakest_word_goes_up_since_no_step_leads_down() -> None:
    (kind, changed), _ = changes(rule("r", then="s()", qualifier=1))
    assert kind is Kind.STRONGER
    assert changed is not None
    assert changed.qualifier == 2


def test_an_absence_and_a_comparison_are_dropped() -> None:
    base = rule("r", if_=["p(?x)", "not q(?x)", "?x is not a"], then="s(?x)")
    assert conditions(Kind.ABSENCE, base) == [(all_of("p(?x)", "?x is not a"),)]
    assert conditions(Kind.COMPARISON, base) == [(all_of("p(?x)", "not q(?x)"),)]


def test_alternatives_are_dropped_wherever_they_stand() -> None:
    base = rule(
        "r", if_=[any_of("p()", all_of("q()", "t()"))], unless=[any_of("a()", "b()")], then="s()"
    )
    whole = any_of("a()", "b()")
    assert conditions(Kind.ALTERNATIVE, base) == [
        (all_of(any_of(all_of("q()", "t()"))), whole),
        (all_of(any_of("p()")), whole),
        (base.condition, any_of("b()")),
        (base.condition, any_of("a()")),
    ]
    assert (all_of(any_of("p()", all_of("q()"))), whole) in conditions(Kind.GROUND, base)


def test_at_least_asks_for_one_more_and_one_fewer() -> None:
    base = rule("r", if_=[at_least(2, "p()", "q()", "t()")], then="s()")
    assert conditions(Kind.FEWER, base) == [(all_of(at_least(1, "p()", "q()", "t()")),)]
    assert conditions(Kind.MORE, base) == [(all_of(at_least(3, "p()", "q()", "t()")),)]
    assert len(conditions(Kind.ALTERNATIVE, base)) == 3


@pytest.mark.parametrize("kind", [Kind.FEWER, Kind.MORE, Kind.ALTERNATIVE])
def test_at_least_keeps_within_what_can_be_asked_for(kind: Kind) -> None:
    assert conditions(kind, rule("r", if_=[at_least(1, "p()")], then="s()")) == []


def test_what_rebuts_together_loses_one_part() -> None:
    base = rule("r", if_=["p()"], unless=[all_of("a()", "b()")], then="s()")
    assert conditions(Kind.REBUTTAL_PART, base) == [
        (base.condition, all_of("b()")),
        (base.condition, all_of("a()")),
    ]


def test_a_ground_that_alone_binds_a_variable_stays() -> None:
    base = rule("r", if_=["p(?x)", "q()"], then="s(?x)")
    assert conditions(Kind.GROUND, base) == [(all_of("p(?x)"),)]


def test_precedence_is_dropped_alone_and_with_the_rule_that_has_it_or_lacks_it() -> None:
    rules = [
        rule("winner", if_=["p()"], then="s()", overrides=["loser"]),
        rule("loser", if_=["q()"], then="s()"),
    ]
    base = rulebase(rules=rules)
    found = list(mutants(base))
    (dropped,) = (mutant for mutant in found if mutant.kind is Kind.OVERRIDE)
    assert (dropped.overridden, dropped.of(base).rules[0].overrides) == ("loser", ())

    def without(name: str) -> Mutant:
        (one,) = (m for m in found if m.kind is Kind.RULE and m.rule.id == name)
        return one

    assert [each.id for each in without("winner").of(base).rules] == ["loser"]
    assert [(each.id, each.overrides) for each in without("loser").of(base).rules] == [
        ("winner", ())
    ]
