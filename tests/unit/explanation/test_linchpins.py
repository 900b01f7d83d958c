from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.explanation.linchpins import Footing, linchpins
from arguendo.explanation.questions import open_questions
from arguendo.explanation.robustness import confirmed, robustness
from arguendo.facts import Fact
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.valuation import Status
from tests.builders import any_of, rule, rulebase, statement
from tests.propositional import STATEMENTS, programs


def holds(case: Case, chosen: set[Statement], goal: Statement) -> bool | None:
    """Whether a goal holds uncontested with some questions assumed; None if they contradict."""
    after = case.assume_all(dict.fromkeys(sorted(chosen, key=str), 5))
    if after.dropped or not chosen <= set(after.assumptions):
        return None
    return after.standing(goal).status is Status.HOLDS


@given(programs(), st.sampled_from(STATEMENTS))
def test_shares_are_those_that_flipping_one_question_at_a_time_gives(
    base: RuleBase, key: str
) -> None:
    case, goal = Case.of(base), statement(key)
    free = [q for q in open_questions(case, goal) if q != goal]
    shares = {pin.statement: pin.share for pin in linchpins(case, goal)}
    for question in free:
        rest = [q for q in free if q != question]
        pairs = flips = 0
        for bits in range(1 << len(rest)):
            chosen = {q for i, q in enumerate(rest) if bits >> i & 1}
            one, other = holds(case, chosen, goal), holds(case, {*chosen, question}, goal)
            if one is not None and other is not None:
                pairs += 1
                flips += one != other
        assert shares[question] == (flips / pairs if pairs else 0)


BRIDGE = rulebase(
    facts=["steel()"],
    questions=["permit()", "loan()", "gift()"],
    rules=[
        rule("r", if_=["steel()", "permit()", any_of("loan()", "gift()")], then="bridge()"),
    ],
)


def test_what_is_necessary() -> None:
    pins = {pin.statement.key: pin for pin in linchpins(Case.of(BRIDGE), statement("bridge()"))}
    assert (pins["permit()"].necessary, pins["permit()"].sufficient) == (True, False)
    assert (pins["loan()"].necessary, pins["loan()"].share) == (False, 0.25)
    assert pins["steel()"].necessary
    assert pins["steel()"].share == 3 / 8


def test_only_what_is_established_and_cited_is_solid() -> None:
    facts = [Fact(statement("steel()"), 5, source=("¶1",)), Fact(statement("sand()"), 5)]
    rules = [rule("r", if_=["steel()", "sand()", "permit()", "loan()"], then="bridge()")]
    base = rulebase(facts=facts, questions=["permit()", "loan()"], rules=rules)
    case = Case.of(base).assume(statement("loan()"))
    footing = {pin.statement.key: pin.footing for pin in linchpins(case, statement("bridge()"))}
    assert footing == {
        "steel()": Footing.SOLID,
        "sand()": Footing.UNSOURCED,
        "loan()": Footing.ASSUMED,
        "permit()": Footing.OPEN,
    }


def test_the_heaviest_comes_first() -> None:
    first = linchpins(Case.of(BRIDGE), statement("bridge()"))[0]
    assert first.statement == statement("permit()")


def test_an_assumption_is_weighed_against_its_opposite() -> None:
    case = Case.of(BRIDGE).assume(statement("permit()"))
    pins = {pin.statement.key: pin for pin in linchpins(case, statement("bridge()"))}
    assert (pins["permit()"].footing, pins["permit()"].share) == (Footing.ASSUMED, 0.75)


def test_what_is_enough_in_every_combination_is_sufficient() -> None:
    base = rulebase(questions=["p()", "q()"], rules=[rule("r", if_=["p()"], then="r()")])
    pins = {pin.statement.key: pin for pin in linchpins(Case.of(base), statement("r()"))}
    assert pins["p()"].sufficient
    assert "q()" not in pins


def test_robustness_counts_combinations_by_degree() -> None:
    base = rulebase(
        questions=["p()", "q()"],
        rules=[
            rule("weak", if_=["p()"], then="r()", qualifier=1),
            rule("strong", if_=["p()", "q()"], then="r()", qualifier=3),
        ],
    )
    found = robustness(Case.of(base), statement("r()"))
    assert (found.holds, found.of, found.at_degree) == (2, 4, (1, 0, 1, 0, 0))


def test_a_fact_is_never_called_sufficient() -> None:
    base = rulebase(facts=["p()", "q()"], rules=[rule("r", if_=["p()", "q()"], then="r()")])
    pins = linchpins(Case.of(base), statement("r()"))
    assert [(pin.necessary, pin.sufficient) for pin in pins] == [(True, False)] * 2


def many(count: int) -> RuleBase:
    """One of `count` alternatives does, with a permit that is needed in any case."""
    keys = [f"way{n}()" for n in range(count)]
    return rulebase(
        facts=["steel()"],
        questions=["permit()", *keys],
        rules=[
            rule(f"r{n}", if_=["steel()", "permit()", key], then="done()")
            for n, key in enumerate(keys)
        ],
    )


def test_beyond_the_exact_bound_shares_are_sampled_with_their_error_and_flags_are_exact() -> None:
    case, goal = Case.of(many(22), editing=True), statement("done()")
    pins = {pin.statement.key: pin for pin in linchpins(case, goal)}
    permit, steel, way = pins["permit()"], pins["steel()"], pins["way3()"]
    assert 0 < permit.error < 0.02
    assert (permit.necessary, permit.sufficient) == (True, False)
    assert steel.necessary
    assert not way.necessary
    assert abs(permit.share - (1 - 2**-22)) <= permit.error
    assert abs(steel.share - (1 - 2**-22) / 2) <= steel.error
    assert way.share <= way.error
    robust = robustness(case, goal)
    assert abs(robust.holds / robust.of - 0.5) <= robust.error
    assert (robust.always, robust.never) == (False, False)


def test_what_holds_in_every_combination_is_known_without_counting_them() -> None:
    case, goal = Case.of(many(22), editing=True), statement("done()")
    sure = case.assume_all({statement("permit()"): 5, statement("way1()"): 5})
    assert robustness(sure, goal).always
    assert robustness(case.suppose_away(statement("steel()")), goal).never


@settings(max_examples=30, deadline=None)
@given(programs(), st.sampled_from(STATEMENTS))
def test_a_sample_of_all_comes_near_the_exact_shares(base: RuleBase, key: str) -> None:
    case, goal = Case.of(base, editing=True), statement(key)
    exact = {pin.statement: pin for pin in linchpins(case, goal)}
    robust = robustness(case, goal)
    with pytest.MonkeyPatch.context() as patch:
        for module in ("linchpins", "robustness"):
            patch.setattr(f"arguendo.explanation.{module}.MOST_QUESTIONS", 0)
        sampled = {pin.statement: pin for pin in linchpins(case, goal)}
        drawn = robustness(case, goal)
    assert (robust.always, robust.never) == (drawn.always, drawn.never)
    assert confirmed(case, goal, robust)
    for question, pin in exact.items():
        other = sampled[question]
        assert (pin.necessary, pin.sufficient) == (other.necessary, other.sufficient)
        assert abs(pin.share - other.share) <= 2 * max(other.error, 0.001)
