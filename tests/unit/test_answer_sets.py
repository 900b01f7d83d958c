"""The graph and its valuation against an answer-set solver, and the matchers against each other."""

from __future__ import annotations

import importlib.util

import pytest
from hypothesis import HealthCheck, given, settings

from arguendo.case import Case
from arguendo.graph import Graph
from arguendo.matching.grounding import Grounding
from arguendo.matching.native import NativeMatcher
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from tests.answer_set import degrees
from tests.builders import rule, rulebase, statement
from tests.programs import stratified_programs

Program = tuple[RuleBase, dict[Statement, int]]

unhurried = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def agree(program: Program) -> None:
    base, assumptions = program
    case = Case(Grounding(base, NativeMatcher(base))).assume_all(assumptions)
    valued = zip(case.graph.statements, case.valuation.degrees, strict=True)
    ours = {each.key: degree for each, degree in valued if degree}
    assert ours == degrees(base, case.assumptions)


@unhurried
@given(stratified_programs())
def test_degrees_are_those_of_the_single_stable_model(program: Program) -> None:
    agree(program)


@pytest.mark.evidence
@settings(unhurried, max_examples=5000)
@given(stratified_programs())
def test_degrees_are_those_of_the_single_stable_model_thousands_of_times(program: Program) -> None:
    agree(program)


def test_the_translation_knows_every_feature() -> None:
    base = rulebase(
        facts=["e(a, b)", ("e(b, c)", 2), "n(a)", "n(b)", "n(1)"],
        rules=[
            rule("step", if_=["e(?x, ?y)"], then="u(?x, ?y)", qualifier=4),
            rule("far", if_=["u(?x, ?y)", "e(?y, ?z)"], then="u(?x, ?z)"),
            rule("start", if_=["n(?x)", "not e(?_, ?x)"], then="q(?x)"),
            rule("lost", if_=["n(?x)"], unless=["u(?x, ?_)"], then="s(?x)", qualifier=3),
            rule("one", if_=["n(?x)", "?x is 1.0"], then="r(?x)", overrides=["lost"]),
        ],
        contraries=[("r(?x)", "s(?x)")],
    )
    assumptions = {statement("n(b)"): 0, statement("n(c)"): 3}
    assert degrees(base, assumptions) == {
        "e(a, b)": 5,
        "e(b, c)": 2,
        "n(a)": 5,
        "n(1)": 5,
        "n(c)": 3,
        "u(a, b)": 4,
        "u(b, c)": 2,
        "u(a, c)": 2,
        "q(a)": 5,
        "q(1)": 5,
        "s(c)": 3,
        "r(1)": 5,
    }
    agree((base, assumptions))


def shape(graph: Graph) -> object:
    inferences = [
        (each.rule.id, each.branch.number, each.bindings, each.claim, each.grounds)
        for each in graph.inferences
    ]
    links = ([*graph.overridden_by], [*graph.contraries])
    return graph.statements, inferences, graph.blockers, links


@pytest.mark.skipif(not importlib.util.find_spec("durable"), reason="durable-rules is not here")
@unhurried
@given(stratified_programs())
def test_both_matchers_give_the_same_graph(program: Program) -> None:
    from arguendo.matching.durable import DurableMatcher

    base, assumptions = program
    native, durable = Grounding(base, NativeMatcher(base)), Grounding(base, DurableMatcher(base))
    for grounding in (native, durable):
        grounding.admit(each for each, degree in assumptions.items() if degree)
    assert shape(native.graph) == shape(durable.graph)
