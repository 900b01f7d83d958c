from __future__ import annotations

from dataclasses import replace

from arguendo.case import Case
from arguendo.explanation.editions import revised
from arguendo.scale import Scale
from arguendo.valuation import Status
from tests.builders import rule, rulebase, statement

FIRST = rule("first", if_=["p()"], then="a()", qualifier=3)
GONE = rule("gone", if_=["p()"], then="old()")
BASE = rulebase(facts=["p()"], questions=["q()"], rules=[FIRST, GONE])


def test_other_rules_gain_lose_and_shift_conclusions() -> None:
    weaker = rule("first", if_=["p()"], then="a()", qualifier=1)
    new = rule("new", if_=["a()"], then="b()")
    later = rulebase(facts=["p()"], questions=["q()"], rules=[weaker, new])
    found = revised(Case.of(BASE), Case.of(later))
    assert [change.statement.key for change in found] == ["a()", "b()", "old()"]
    assert [(each.before.degree, each.after.degree) for each in found[:2]] == [(3, 1), (0, 1)]
    assert found[2].after.status is Status.NOT_ESTABLISHED


def test_an_edition_that_concludes_the_same_changes_nothing() -> None:
    assert revised(Case.of(BASE), Case.of(replace(BASE, title="Another"))) == ()


def test_degrees_are_compared_by_their_words() -> None:
    base = rulebase(facts=["p()"])
    longer = replace(base, scale=Scale(("hardly", *base.scale.words)))
    raised = tuple(replace(fact, degree=longer.scale.top) for fact in base.facts)
    assert revised(Case.of(base), Case.of(replace(longer, facts=raised))) == ()


def test_what_only_one_of_them_assumes_stands_otherwise() -> None:
    (change,) = revised(Case.of(BASE).assume(statement("q()")), Case.of(BASE))
    assert change.statement == statement("q()")
