"""A graph that is valued often is valued by a function written for it, to the same degrees."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from arguendo.case import Case
from arguendo.graph import straight
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.valuation import Valuation
from tests.builders import rule, rulebase
from tests.programs import stratified_programs
from tests.propositional import programs


@given(stratified_programs() | programs().map(lambda base: (base, {})))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_function_comes_to_what_going_step_by_step_comes_to(
    monkeypatch: pytest.MonkeyPatch, program: tuple[RuleBase, dict[Statement, int]]
) -> None:
    base, assumptions = program
    questions = dict.fromkeys([each.statement for each in base.questions][::2], base.scale.top)
    case = Case.of(base).assume_all(assumptions | questions)
    plain = case.valuation
    with monkeypatch.context() as patched:
        patched.setattr(straight, "WORTH", case.graph._straight._times + 1)
        again = Valuation(case.graph, plain.assumptions, plain.facts)
    assert again.degrees == plain.degrees


def test_the_function_is_written_when_it_pays_and_again_when_the_graph_grows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(straight, "WORTH", 3)
    base = rulebase(
        questions=["a()", "b()"],
        rules=[
            rule("one", if_=["a()"], then="c()", qualifier=2),
            rule("other", if_=["c()"], unless=["b()"], then="d()", qualifier=4),
            rule("third", if_=["b()"], then="c()", qualifier=3, overrides=["one"]),
        ],
    )
    graph = Case.of(base).graph
    numbers = {key: graph.add(Statement(key)) for key in "abcd"}

    def degrees(*assumed: str) -> dict[str, int]:
        found = Valuation(graph, {numbers[key]: 5 for key in assumed}, {}).degrees
        return {key: found[number] for key, number in numbers.items()}

    chosen: list[tuple[str, ...]] = [(), ("a",), ("b",), ("a", "b"), ("a", "c")]
    plain = [degrees(*each) for each in chosen[:2]]
    assert graph.straight() is not None
    assert [degrees(*each) for each in chosen] == [
        *plain,
        {"a": 0, "b": 5, "c": 3, "d": 0},
        {"a": 5, "b": 5, "c": 3, "d": 0},
        {"a": 5, "b": 0, "c": 5, "d": 4},
    ]


def test_circles_are_not_written_as_a_function(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(straight, "WORTH", 1)
    circle = [rule("there", if_=["a()"], then="b()"), rule("back", if_=["b()"], then="a()")]
    assert Case.of(rulebase(questions=["a()"], rules=circle)).graph.straight() is None


def test_what_names_too_much_is_not_written_as_a_function(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few rules with rebuttals of which very much can be the case would make it very long."""
    monkeypatch.setattr(straight, "WORTH", 1)
    facts = [f"there({letter})" for letter in "abcdef"]
    base = rulebase(
        facts=facts,
        questions=["p()"],
        rules=[rule(f"r{n}", if_=["p()"], unless=["there(?_)"], then="q()") for n in range(4)],
    )
    named = 4 * (1 + len(facts))
    monkeypatch.setattr(straight, "MOST_NAMED", named)
    assert Case.of(base).graph.straight() is not None
    monkeypatch.setattr(straight, "MOST_NAMED", named - 1)
    assert Case.of(base).graph.straight() is None
