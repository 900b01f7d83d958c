from __future__ import annotations

from arguendo.case import Case
from arguendo.explanation.changes import changes, consequences
from arguendo.explanation.comparison import compare
from arguendo.valuation import Status
from tests.builders import rule, rulebase, statement

P = statement("p()")
BASE = rulebase(
    facts=["calm()"],
    questions=["p()"],
    rules=[
        rule("last", if_=["a()"], then="b()", qualifier=2),
        rule("first", if_=["p()"], then="a()", qualifier=3),
        rule("peace", unless=["a()"], then="peace()"),
    ],
    contraries=[("calm()", "b()")],
)


def test_only_what_differs_is_listed_premises_before_conclusions() -> None:
    before = Case.of(BASE)
    found = changes(before, before.assume(P))
    keys = [change.statement.key for change in found]
    assert keys == ["calm()", "a()", "b()", "peace()"]
    by_key = {change.statement.key: change for change in found}
    assert by_key["peace()"].after.status is Status.NOT_ESTABLISHED
    assert by_key["calm()"].after.status is Status.CONTESTED


def test_what_a_statement_leads_to_includes_what_it_rebuts() -> None:
    found = consequences(Case.of(BASE), statement("a()"))
    assert [inference.rule.id for inference in found.supports] == ["last"]
    assert [inference.rule.id for inference in found.rebuts] == ["peace"]
    assert {change.statement.key for change in found.changes} == {"b()", "peace()", "calm()"}


def test_two_cases_part_at_the_first_derived_statement_that_differs() -> None:
    first = Case.of(BASE)
    second = first.assume(P)
    found = compare(first, second)
    assert found.parts_at == statement("a()")
    assert found.only_second == ((P, 5),)
    assert found.only_first == ()
