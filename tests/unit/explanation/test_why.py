from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.explanation.why import Proof, why
from arguendo.facts import Fact
from arguendo.rulebase import RuleBase
from arguendo.valuation import Basis
from tests.builders import rule, rulebase, statement
from tests.propositional import STATEMENTS, programs


def prove(case: Case, key: str) -> Proof:
    proof = why(case, statement(key))
    assert proof is not None
    return proof


@given(programs(), st.sampled_from(STATEMENTS))
def test_a_proof_is_well_founded_and_as_strong_as_the_valuation_says(
    base: RuleBase, key: str
) -> None:
    case = Case.of(base)
    proof = why(case, statement(key))
    if proof is None:
        assert not case.holds(statement(key))
        return
    assert (
        proof.degree
        == case.degree(statement(key))
        == min(s.own_degree for s in proof.steps[: proof.main])
    )
    for step in proof.steps[: proof.main]:
        assert step.degree == case.degree(step.claim)
        assert [proof.steps[n - 1].claim for n in step.uses] == list(step.grounds)
    _assert_acyclic(proof)


def _assert_acyclic(proof: Proof) -> None:
    done: set[int] = set()
    for _ in proof.steps:
        done |= {s.n for s in proof.steps if set(s.uses) <= done}
    assert done == {s.n for s in proof.steps}


def test_steps_are_numbered_from_the_conclusion_down_and_shared_ones_stand_once() -> None:
    base = rulebase(
        facts=["p()"],
        rules=[
            rule("left", if_=["p()"], then="a()"),
            rule("right", if_=["p()"], then="b()"),
            rule("top", if_=["a()", "b()"], then="c()"),
        ],
    )
    proof = prove(Case.of(base), "c()")
    assert [(s.n, s.claim.key, s.uses) for s in proof.steps] == [
        (1, "c()", (2, 4)),
        (2, "a()", (3,)),
        (3, "p()", ()),
        (4, "b()", (3,)),
    ]


def test_all_weakest_links_are_named_in_step_order() -> None:
    base = rulebase(
        facts=["p()"],
        rules=[
            rule("first", if_=["p()"], then="a()", qualifier=2),
            rule("second", if_=["a()"], then="b()", qualifier=2),
            rule("third", if_=["b()"], then="c()", qualifier=3),
        ],
    )
    assert prove(Case.of(base), "c()").weakest == (2, 3)


def test_of_equally_strong_arguments_the_one_with_fewer_steps_is_best() -> None:
    base = rulebase(
        facts=["p()", "q()"],
        rules=[
            rule("detour", if_=["p()"], then="a()"),
            rule("long", if_=["a()"], then="c()"),
            rule("short", if_=["q()"], then="c()"),
        ],
    )
    proof = prove(Case.of(base), "c()")
    assert proof.steps[0].rule is not None
    assert proof.steps[0].rule.id == "short"
    assert [[proof.steps[n - 1].claim.key for n in other] for other in proof.alternatives] == [
        ["c()", "a()", "p()"]
    ]


def test_steps_that_several_conclusions_share_count_once() -> None:
    base = rulebase(
        facts=["p()", "q()", "s()", "t()"],
        rules=[
            rule("cheap", if_=["s()"], then="a()"),
            rule("shared", if_=["p()", "q()"], then="a()"),
            rule("needed", if_=["p()", "q()"], then="b()"),
            rule("top", if_=["a()", "b()"], then="c()"),
        ],
    )
    proof = prove(Case.of(base), "c()")
    assert [s.rule.id for s in proof.steps if s.rule] == ["top", "shared", "needed"]


def test_an_argument_that_rests_on_its_own_conclusion_is_no_alternative() -> None:
    base = rulebase(
        facts=["p()"],
        rules=[
            rule("base", if_=["p()"], then="a()"),
            rule("round", if_=["a()"], then="b()"),
            rule("back", if_=["b()"], then="a()"),
        ],
    )
    assert prove(Case.of(base), "a()").alternatives == ()


def test_leaves_carry_their_source_and_date_and_say_what_they_are() -> None:
    base = rulebase(
        facts=[Fact(statement("p()"), 5, date="2017-08-01", source=("¶2",))],
        rules=[rule("r", if_=["p()", "q()"], unless=["s()"], then="r()")],
    )
    top, fact, assumption = prove(Case.of(base).assume(statement("q()")), "r()").steps
    assert top.unless == (statement("s()"),)
    assert (fact.basis, fact.date, fact.source) == (Basis.FACT, "2017-08-01", ("¶2",))
    assert (assumption.basis, assumption.source) == (Basis.ASSUMPTION, ())


def test_a_proof_that_uses_a_contested_statement_is_marked() -> None:
    base = rulebase(
        facts=["up(x)", "down(x)"],
        rules=[rule("r", if_=["up(x)"], then="r()")],
        contraries=[("up(?x)", "down(?x)")],
    )
    assert prove(Case.of(base), "r()").is_contested
