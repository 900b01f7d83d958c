from __future__ import annotations

from hypothesis import given

from arguendo.case import Case
from arguendo.firing import Firing, replay
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.statements import Statement
from tests.builders import rule, rulebase, statement
from tests.programs import stratified_programs


@given(stratified_programs())
def test_rules_fire_on_what_is_there_and_end_with_all_that_holds(
    program: tuple[RuleBase, dict[Statement, int]],
) -> None:
    base, assumed = program
    case = Case.of(base).assume_all(assumed)
    found = replay(case)
    true = set(found.leaves)
    for firing in found.firings:
        assert true >= set(firing.grounds)
        assert firing.adds == (firing.fires and firing.claim not in true)
        kept = firing.blocked_by or firing.set_aside_by or _by_absence(firing)
        assert firing.fires or kept or _is_denied(case, firing)
        true |= {firing.claim} if firing.fires else set()
    assert true == {
        each
        for number, each in enumerate(case.graph.statements)
        if case.valuation.degree(number) > NONE
    }
    told = found.after(len(found.firings))
    assert len(told) == len(true)
    assert set(told) == true


def _by_absence(firing: Firing) -> bool:
    """Tell whether a rebuttal could hold without any statement: `unless not p(?_), ?x is ?x`."""
    blockers = (each for branch in firing.rule.branches for each in branch.blockers)
    return any(not any(literal.positive for literal in each.literals) for each in blockers)


def _is_denied(case: Case, firing: Firing) -> bool:
    return case.assumptions.get(firing.claim) == NONE


def test_strata_come_first_then_rounds_then_the_order_of_the_rules() -> None:
    base = rulebase(
        rules=[
            rule("late", if_=["c(x)"], then="d(x)"),
            rule("second", if_=["b(x)"], then="c(x)"),
            rule("first", if_=["a(x)"], then="b(x)"),
            rule("kept", if_=["a(x)"], then="e(x)", unless=["d(x)"]),
            rule("again", if_=["a(x)"], then="c(x)"),
        ],
        facts=["a(x)"],
    )
    found = replay(Case.of(base))
    told = [(each.rule.id, each.stratum, each.round, each.adds) for each in found.firings]
    assert told == [
        ("first", 1, 1, True),
        ("again", 1, 1, True),
        ("late", 1, 2, True),
        ("second", 1, 2, False),
        ("kept", 2, 1, False),
    ]
    (blocked,) = found.firings[-1].blocked_by
    assert (blocked.statement, blocked.positive) == (statement("d(x)"), True)
    assert [each.key for each in found.after(2)] == ["a(x)", "b(x)", "c(x)"]
