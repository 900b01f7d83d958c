from __future__ import annotations

import pytest

from arguendo.case import Case, UnknownScenario
from arguendo.certificates.checker import flaws
from arguendo.certificates.issuing import certify
from arguendo.scenarios import Assumption, Scenario
from arguendo.statements import Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import rule, rulebase, statement

P, Q, NOT_P = statement("p()"), statement("q()"), statement("opposite()")


def a_case() -> Case:
    base = rulebase(
        questions=["p()", "q()", "opposite()"],
        rules=[rule("r", if_=["p()"], then="r()")],
        contraries=[("p()", "opposite()")],
        scenarios=(
            Scenario("bare", "Nothing assumed"),
            Scenario("rosy", "All well", (Assumption(P, 5), Assumption(Q, 0))),
        ),
        start="bare",
    )
    return Case.of(base)


def test_a_step_leaves_the_case_before_it_as_it_was() -> None:
    before = a_case()
    after = before.assume(P)
    assert (before.holds(statement("r()")), after.holds(statement("r()"))) == (False, True)


def test_undo_takes_back_one_step_and_stops_at_the_first_case() -> None:
    case = a_case().assume(P).suppose_away(Q)
    assert case.undo().assumptions == {P: 5}
    assert case.undo().undo().undo().undo().assumptions == {}


def test_what_is_assumed_already_is_no_step_to_undo() -> None:
    case = a_case().assume(P)
    assert case.assume(P) is case
    assert case.assume(P).undo().assumptions == {}


def test_a_scenario_brings_its_assumptions_and_reset_returns_to_them() -> None:
    case = a_case().choose("rosy").retract(P)
    assert case.assumptions == {Q: 0}
    assert case.reset().assumptions == {P: 5, Q: 0}
    assert case.reset().scenario == "rosy"


def test_the_later_of_two_contrary_assumptions_displaces_the_earlier() -> None:
    case = a_case().assume(P).assume(NOT_P)
    assert case.assumptions == {NOT_P: 5}
    assert case.dropped == (P,)


def test_assuming_what_nobody_foresaw_adds_its_inferences() -> None:
    base = rulebase(facts=["likes(ann, tea)"], rules=[rule("r", if_=["rich(?x)"], then="buys(?x)")])
    case = Case.of(base)
    assert not case.holds(statement("buys(ann)"))
    assert case.assume(statement("rich(ann)")).holds(statement("buys(ann)"))


def test_retracting_is_not_denying() -> None:
    case = a_case().assume(P)
    assert case.retract(P).assumptions == {}
    assert case.suppose_away(P).assumptions == {P: 0}


def test_an_unknown_scenario_is_refused_by_name() -> None:
    with pytest.raises(UnknownScenario, match="nowhere"):
        a_case().choose("nowhere")


def test_another_value_of_what_has_one_takes_the_place_of_the_fact() -> None:
    lives = Predicate("lives", (Slot("who"), Slot("metres")), "{who} {metres}", one=("metres",))
    near = rule("near", if_=["lives(?who, ?far)", "?far is at most 910"], then="near(?who)")
    base = rulebase(
        facts=["lives(a, 640)"], rules=[near], vocabulary=Vocabulary(predicates=[lives])
    )
    case = Case.of(base).assume(statement("lives(a, 950)"))
    assert case.displaced == (statement("lives(a, 640)"),)
    assert not case.holds(statement("near(a)"))
    assert certify(case, [*case.graph.statements]).claims
    assert list(flaws(base, certify(case, [*case.graph.statements]))) == []
    again = case.assume(statement("lives(a, 800)"))
    assert again.dropped == (statement("lives(a, 950)"),)
    assert again.retract(statement("lives(a, 800)")).holds(statement("lives(a, 640)"))
