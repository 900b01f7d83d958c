from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arguendo import valuation
from arguendo.case import Case
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.valuation import Basis, Reason, Standing, Status, Valuation
from tests.builders import all_of, rule, rulebase, statement
from tests.programs import stratified_programs
from tests.propositional import LAYERS, STATEMENTS, programs


def standing(case: Case, key: str) -> Standing:
    return case.standing(statement(key))


def naive_degrees(base: RuleBase, assumed: Mapping[Statement, int]) -> dict[str, int]:
    """Value a program without variables by going round until nothing changes, layer by layer."""
    set_aside = {
        other
        for this, degree in assumed.items()
        if degree
        for pair in base.contraries
        for one, other in (pair, pair[::-1])
        if one == this and other not in assumed
    }
    degrees = {f.statement.key: f.degree for f in base.facts if f.statement not in set_aside}
    degrees |= {this.key: degree for this, degree in assumed.items()}
    for layer in LAYERS:
        below = dict(degrees)
        changed = True
        while changed:
            changed = False
            for each in base.rules:
                claim, branch = each.claims[0], each.branches[0]
                if claim.key not in layer or claim in assumed:
                    continue
                if any(below.get(b.literals[0].statement.key) for b in branch.blockers):
                    continue
                grounds = [degrees.get(ground.key, 0) for ground in branch.grounds]
                degree = min([each.qualifier, *grounds])
                if degree > degrees.get(claim.key, 0):
                    degrees[claim.key] = degree
                    changed = True
    return {key: degree for key, degree in degrees.items() if degree}


@given(programs(), st.dictionaries(st.sampled_from(STATEMENTS), st.integers(0, 5), max_size=4))
def test_valuation_agrees_with_going_round_until_nothing_changes(
    base: RuleBase, assumptions: dict[str, int]
) -> None:
    case = Case.of(base).assume_all({statement(k): d for k, d in assumptions.items()})
    found = {key: case.degree(statement(key)) for key in STATEMENTS}
    expected = naive_degrees(base, case.assumptions)
    assert {key: degree for key, degree in found.items() if degree} == expected


def test_an_inference_is_as_strong_as_its_weakest_part() -> None:
    base = rulebase(
        facts=["p()", ("q()", 3)],
        rules=[
            rule("weak", if_=["p()"], then="r()", qualifier=2),
            rule("strong", if_=["p()", "q()"], then="r()", qualifier=4),
        ],
    )
    assert standing(Case.of(base), "r()") == Standing(Status.HOLDS, 3, Basis.RULE)


def test_anything_fills_a_ground_that_may_be_anything() -> None:
    base = rulebase(
        facts=[("p(a, b)", 2), ("p(a, c)", 4)],
        rules=[rule("r", if_=["p(?x, ?_)"], then="q(?x)")],
    )
    assert Case.of(base).degree(statement("q(a)")) == 4


def test_what_comes_into_the_graph_later_blocks_what_was_valued_before() -> None:
    base = rulebase(
        facts=["p(a)"], rules=[rule("r", if_=["p(?x)"], unless=["met(?x, ?_)"], then="q(?x)")]
    )
    case = Case.of(base)
    assert case.holds(statement("q(a)"))
    assert not case.assume(statement("met(a, b)")).holds(statement("q(a)"))


def test_a_rebuttal_blocks_at_any_degree() -> None:
    base = rulebase(
        facts=["p()", ("q()", 1)],
        rules=[rule("r", if_=["p()"], unless=["q()"], then="r()")],
    )
    assert standing(Case.of(base), "r()").reason is Reason.REBUTTED


def test_rebuttals_written_together_block_together() -> None:
    blocked_by_both = rule("r", unless=[all_of("p()", "q()")], then="r()")
    only_one = rulebase(facts=["p()"], rules=[blocked_by_both])
    assert standing(Case.of(only_one), "r()").status is Status.HOLDS
    both = rulebase(facts=["p()", "q()"], rules=[blocked_by_both])
    assert standing(Case.of(both), "r()").status is Status.NOT_ESTABLISHED


@pytest.mark.parametrize(
    ("key", "reason"),
    [("r()", Reason.UNSUPPORTED), ("nobody(x)", Reason.NO_RULE), ("s()", Reason.REBUTTED)],
)
def test_what_is_not_established_has_a_reason(key: str, reason: Reason) -> None:
    base = rulebase(
        facts=["q()"],
        rules=[rule("one", if_=["p()"], then="r()"), rule("two", unless=["q()"], then="s()")],
    )
    assert standing(Case.of(base), key) == Standing(Status.NOT_ESTABLISHED, reason=reason)


def test_two_contraries_with_support_are_contested_and_go_on_supporting() -> None:
    base = rulebase(
        facts=["p()"],
        rules=[
            rule("for", if_=["p()"], then="up(x)"),
            rule("against", if_=["p()"], then="down(x)"),
            rule("on", if_=["up(x)"], then="q()"),
        ],
        contraries=[("up(?x)", "down(?x)")],
    )
    case = Case.of(base)
    assert standing(case, "up(x)").status is Status.CONTESTED
    assert standing(case, "down(x)").status is Status.CONTESTED
    assert standing(case, "q()").status is Status.HOLDS


def test_what_has_only_a_contrary_does_not_hold() -> None:
    base = rulebase(facts=["up(x)"], contraries=[("up(?x)", "down(?x)")])
    assert standing(Case.of(base), "down(x)").status is Status.DOES_NOT_HOLD
    assert standing(Case.of(base), "down(y)").status is Status.NOT_ESTABLISHED


class TestAssumptions:
    base = rulebase(
        facts=["up(x)", "p()"],
        rules=[rule("derived", if_=["p()"], then="down(y)", qualifier=2)],
        contraries=[("up(?x)", "down(?x)")],
    )

    def test_one_displaces_a_fact_that_is_contrary_to_it_as_long_as_it_lasts(self) -> None:
        case = Case.of(self.base).assume(statement("down(x)"))
        assert standing(case, "up(x)").status is Status.DOES_NOT_HOLD
        assert case.displaced == (statement("up(x)"),)
        assert standing(case.retract(statement("down(x)")), "up(x)").status is Status.HOLDS

    def test_one_does_not_displace_what_rules_derive(self) -> None:
        case = Case.of(self.base).assume(statement("up(y)"))
        assert standing(case, "down(y)").status is Status.CONTESTED
        assert standing(case, "up(y)").status is Status.CONTESTED

    def test_a_displaced_fact_that_rules_also_derive_keeps_its_derived_degree(self) -> None:
        base = rulebase(
            facts=["down(y)", "p()"],
            rules=[rule("derived", if_=["p()"], then="down(y)", qualifier=2)],
            contraries=[("up(?x)", "down(?x)")],
        )
        case = Case.of(base).assume(statement("up(y)"))
        assert case.degree(statement("down(y)")) == 2

    def test_one_to_be_false_outweighs_facts_and_rules(self) -> None:
        case = Case.of(self.base).suppose_away(statement("down(y)"))
        assert standing(case, "down(y)").status is Status.DOES_NOT_HOLD

    def test_one_has_the_degree_that_it_says(self) -> None:
        case = Case.of(self.base).assume(statement("q()"), 3)
        assert standing(case, "q()") == Standing(Status.HOLDS, 3, Basis.ASSUMPTION)


def test_an_overriding_rule_sets_the_other_aside_only_where_it_applies() -> None:
    base = rulebase(
        facts=["bird(tweety)", "bird(pingu)", "penguin(pingu)"],
        rules=[
            rule("fly", if_=["bird(?x)"], then="flies(?x)"),
            rule("not", if_=["penguin(?x)"], then="stays(?x)", overrides=["fly"]),
        ],
        contraries=[("flies(?x)", "stays(?x)")],
    )
    case = Case.of(base)
    assert standing(case, "flies(tweety)").status is Status.HOLDS
    assert standing(case, "flies(pingu)").status is Status.DOES_NOT_HOLD
    without = case.suppose_away(statement("penguin(pingu)"))
    assert standing(without, "flies(pingu)").status is Status.HOLDS


def test_circular_support_alone_supports_nothing() -> None:
    base = rulebase(
        rules=[rule("one", if_=["p()"], then="q()"), rule("two", if_=["q()"], then="p()")],
    )
    case = Case.of(base)
    assert standing(case, "p()").status is Status.NOT_ESTABLISHED
    assert standing(case.assume(statement("q()")), "p()").status is Status.HOLDS


@settings(deadline=None)
@given(stratified_programs())
def test_a_large_graph_is_valued_predicate_by_predicate_to_the_same_degrees(
    program: tuple[RuleBase, dict[Statement, int]],
) -> None:
    base, assumptions = program
    made = Case.of(base, editing=True).assume_all(assumptions)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(valuation, "LARGE", -1)
        at_large = Valuation(made.graph, made.valuation.assumptions, made.valuation.facts)
    assert at_large.degrees == made.valuation.degrees
