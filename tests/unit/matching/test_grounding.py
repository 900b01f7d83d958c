"""The reasoning graph that grows: facts and questions first, then what people assume."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arguendo.graph import Graph, Matches
from arguendo.matching import make_matcher
from arguendo.matching.grounding import Grounding
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from tests.builders import rule, rulebase, statement, statements
from tests.programs import programs
from tests.reference import reference


def content(graph: Graph) -> dict[str, object]:
    """Return all that a graph says, by keys instead of numbers."""
    keys = [each.key for each in graph.statements]
    names = [
        (one.rule.id, one.branch.number, one.bindings, keys[one.claim]) for one in graph.inferences
    ]
    return {
        "statements": set(keys),
        "inferences": {
            (names[one.number], tuple(keys[ground] for ground in one.grounds))
            for one in graph.inferences
        },
        "concluding": {
            (keys[n], names[each]) for n, some in enumerate(graph.concluding) for each in some
        },
        "supporting": {
            (keys[n], names[each]) for n, some in enumerate(graph.supporting) for each in some
        },
        "contraries": {
            (keys[n], keys[each]) for n, some in enumerate(graph.contraries) for each in some
        },
        "blockers": {
            (names[n], tuple((keys[s], sign) for s, sign in each.literals), each.absence)
            for n, some in enumerate(graph.blockers)
            for each in some
        },
        "overrides": {
            (names[n], names[each]) for n, some in enumerate(graph.overridden_by) for each in some
        },
    }


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(program=programs(), seed=st.integers(0, 1000))
def test_the_order_of_admission_does_not_show(
    program: tuple[RuleBase, list[Statement]], seed: int
) -> None:
    base, posted = program
    at_once, one_by_one = Grounding(base), Grounding(base)
    at_once.admit(posted)
    for each in random.Random(seed).sample(posted, len(posted)):
        one_by_one.admit([each])
    assert content(at_once.graph) == content(one_by_one.graph)
    known = {(i.rule.id, i.branch.number, i.bindings) for i in at_once.graph.inferences}
    assert known == reference(base, posted)


def test_facts_and_questions_are_possible_from_the_start() -> None:
    grounding = Grounding(
        rulebase(
            facts=["p(a)"],
            questions=["q(a)"],
            rules=[rule("r", if_=["p(?x)", "q(?x)"], then="s(?x)")],
        )
    )
    keys = [each.key for each in grounding.graph.statements]
    assert keys == ["p(a)", "q(a)", "s(a)"]
    assert len(grounding.graph.inferences) == 1
    assert grounding.matcher_name == make_matcher(rulebase()).name


def test_admitting_grows_the_graph_once() -> None:
    grounding = Grounding(rulebase(rules=[rule("r", if_=["p(?x)"], then="q(?x)")]))
    grounding.admit(statements("p(a)"))
    version = grounding.graph.version
    grounding.admit(statements("p(a)", "p(a)", "q(a)"))
    assert grounding.graph.version == version == (2, 1)


def test_admitting_one_statement_twice_in_one_go() -> None:
    grounding = Grounding(rulebase(rules=[rule("r", if_=["p(?x)"], then="q(?x)")]))
    grounding.admit(statements("p(a)", "p(a)"))
    assert grounding.graph.version == (2, 1)


def test_what_is_known_is_not_posted_again() -> None:
    posted: list[Statement] = []

    class Spy:
        name = "spy"
        why = "it watches"

        def post(self, statements: Iterable[Statement]) -> list[Matches]:
            posted.extend(statements)
            return []

    grounding = Grounding(rulebase(facts=["p(a)"]), Spy())
    grounding.admit(statements("p(a)", "p(b)"))
    grounding.admit(statements("p(b)"))
    assert posted == statements("p(a)", "p(b)")
    assert (grounding.matcher_name, grounding.why_this_matcher) == ("spy", "it watches")


def test_the_native_matcher_says_why_it_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    grounds = [f"p{number}(?x)" for number in range(17)]
    large = rulebase(rules=[rule("r", if_=grounds, then="q(?x)")])
    assert Grounding(rulebase(), editing=True).why_this_matcher == "the rule base is being edited"
    monkeypatch.setitem(sys.modules, "arguendo.matching.durable", None)
    assert "does not run on this Python" in Grounding(rulebase()).why_this_matcher
    monkeypatch.undo()
    if find_spec("durable"):
        assert "rule r has 17 grounds" in Grounding(large).why_this_matcher
        assert Grounding(rulebase()).why_this_matcher == ""


def test_background_facts_find_their_contraries() -> None:
    grounding = Grounding(
        rulebase(facts=["rain()"], questions=["sun()"], contraries=[("rain()", "sun()")])
    )
    graph = grounding.graph
    assert graph.contraries[graph.add(statement("rain()"))] == [graph.add(statement("sun()"))]


def test_rules_without_grounds_apply_without_facts() -> None:
    grounding = Grounding(
        rulebase(rules=[rule("r", then="p()"), rule("s", if_=["p()"], then="q()")])
    )
    assert [each.key for each in grounding.graph.statements] == ["p()", "q()"]


def test_without_durable_rules_the_native_matcher_takes_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "arguendo.matching.durable", raising=False)
    monkeypatch.setitem(sys.modules, "durable.engine", None)
    assert make_matcher(rulebase()).name == "native"


def test_what_is_too_large_for_durable_rules_goes_to_the_native_matcher() -> None:
    grounds = [f"p{number}()" for number in range(17)]
    base = rulebase(rules=[rule("wide", if_=grounds, then="q()")])
    matcher = make_matcher(base)
    assert matcher.name == "native"
    assert [found.rule.id for found in matcher.post(statements(*grounds))] == ["wide"]


def test_durable_rules_is_loaded_only_when_a_matcher_is_made() -> None:
    code = "import sys, arguendo.matching.grounding; sys.exit('durable' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_anything_among_the_grounds_is_something_that_holds() -> None:
    base = rulebase(
        facts=["p(a, b)", "p(a, c)"], rules=[rule("r", if_=["p(?x, ?_)"], then="q(?x)")]
    )
    graph = Grounding(base).graph
    assert {each.key for each in graph.statements} == {"p(a, b)", "p(a, c)", "q(a)"}
    assert [inference.grounds for inference in graph.inferences] == [(0,), (1,)]
