"""Strata, and the circles that are printed where there are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.rules import Rule
from arguendo.strata import Dependency, dependencies, stratify
from tests.builders import rule


def heights(*rules: Rule) -> dict[str, int]:
    strata = stratify(rules)
    assert not strata.circles
    return dict(strata.of)


def steps(circle: tuple[Dependency, ...]) -> list[tuple[str, str, str, bool]]:
    return [(edge.rule.id, edge.claim, edge.on, edge.negative) for edge in circle]


def test_grounds_keep_the_stratum_and_rebuttals_go_one_up() -> None:
    found = heights(
        rule("r1", if_=["a()"], then="b()"),
        rule("r2", if_=["b()"], unless=["c()"], then="d()"),
        rule("r3", if_=["d()", "not e()"], then="f()"),
        rule("r4", if_=["a()", "not d()"], then="g()"),
    )
    assert found == {"a": 0, "b": 0, "c": 0, "d": 1, "e": 0, "f": 1, "g": 2}


def test_what_rules_do_not_speak_of_lies_lowest() -> None:
    assert stratify([rule("r", unless=["a()"], then="b()")])["elsewhere"] == 0


def test_every_claim_of_a_rule_and_every_branch_counts() -> None:
    found = heights(rule("r", if_=["a()"], unless=["b()"], then=["c()", "d()"]))
    assert found["c"] == found["d"] == 1


def test_recursion_without_rebuttals_is_one_stratum() -> None:
    found = heights(
        rule("base", if_=["e(?x, ?y)"], unless=["closed(?x)"], then="path(?x, ?y)"),
        rule("step", if_=["path(?x, ?y)", "path(?y, ?z)"], then="path(?x, ?z)"),
        rule("to", if_=["path(?x, ?y)"], then="near(?x)"),
        rule("fro", if_=["near(?x)"], then="path(?x, ?x)"),
    )
    assert found == {"e": 0, "closed": 0, "path": 1, "near": 1}


def test_an_overridden_rule_lies_above_all_the_other_rests_on() -> None:
    found = heights(
        rule("young", if_=["bird(?x)"], unless=["old(?x)"], then="chick(?x)"),
        rule("general", if_=["bird(?x)"], then="flies(?x)"),
        rule("special", if_=["chick(?x)"], then="stays(?x)", overrides=["general"]),
    )
    assert found == {"bird": 0, "old": 0, "chick": 1, "stays": 1, "flies": 2}


def test_a_rule_that_rebuts_itself_is_the_shortest_circle() -> None:
    [circle] = stratify([rule("r", if_=["p()"], unless=["q()"], then="q()")]).circles
    assert steps(circle) == [("r", "q", "q", True)]


def test_a_circle_through_a_rebuttal_is_told_rule_by_rule() -> None:
    strata = stratify(
        [
            rule("first", if_=["a()"], unless=["d()"], then="b()"),
            rule("aside", if_=["b()"], then="x()"),
            rule("second", if_=["b()"], then="c()"),
            rule("third", if_=["c()"], then="d()"),
        ]
    )
    [circle] = strata.circles
    assert steps(circle) == [
        ("first", "b", "d", True),
        ("third", "d", "c", False),
        ("second", "c", "b", False),
    ]
    assert strata.of == {}


def test_each_tangle_gives_one_circle() -> None:
    strata = stratify(
        [
            rule("r1", if_=["not b()"], then="a()"),
            rule("r2", if_=["not a()"], then="b()"),
            rule("r3", if_=["not d()"], then="c()"),
            rule("r4", if_=["c()"], then="d()"),
        ]
    )
    assert [[edge.rule.id for edge in circle] for circle in strata.circles] == [
        ["r1", "r2"],
        ["r3", "r4"],
    ]


def test_overriding_in_a_circle_is_one() -> None:
    strata = stratify(
        [
            rule("special", if_=["q()"], then="p()", overrides=["general"]),
            rule("general", if_=["r()"], then="q()"),
        ]
    )
    [circle] = strata.circles
    assert steps(circle) == [("general", "q", "q", True)]


def test_a_long_chain_does_not_recurse() -> None:
    chain = [
        rule(f"r{n}", if_=[f"p{n}()"], unless=[f"p{n}()"], then=f"p{n + 1}()") for n in range(3000)
    ]
    assert stratify(chain)["p3000"] == 3000


def test_a_dependency_is_listed_once() -> None:
    rules = [rule("r1", if_=["a()", "not b()"], then="c()"), rule("r2", if_=["a()"], then="c()")]
    assert [(d.claim, d.on, d.negative, d.rule.id) for d in dependencies(rules)] == [
        ("c", "a", False, "r1"),
        ("c", "b", True, "r1"),
    ]


NAMES = [f"p{n}" for n in range(6)]
LISTS = st.lists(st.sampled_from(NAMES).map("{}()".format), max_size=2)


@st.composite
def rule_sets(draw: st.DrawFn) -> list[Rule]:
    return [
        rule(f"r{n}", if_=draw(LISTS), unless=draw(LISTS), then=f"{draw(st.sampled_from(NAMES))}()")
        for n in range(draw(st.integers(1, 7)))
    ]


@given(rule_sets())
def test_strata_respect_every_dependency_or_a_real_circle_is_shown(rules: list[Rule]) -> None:
    strata, edges = stratify(rules), dependencies(rules)
    for edge in [] if strata.circles else edges:
        assert strata[edge.claim] >= strata[edge.on] + edge.negative
    for circle in strata.circles:
        assert circle[0].negative
        assert all(edge in edges for edge in circle)
        for edge, after in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert edge.on == after.claim


@pytest.mark.parametrize("way", ["unless", "not", "override"])
def test_a_negative_edge_inside_a_positive_tangle_is_found(way: str) -> None:
    tangle = [rule("r1", if_=["a()"], then="b()"), rule("r2", if_=["b()"], then="c()")]
    back = {
        "unless": [rule("r3", unless=["c()"], then="a()")],
        "not": [rule("r3", if_=["not c()"], then="a()")],
        "override": [
            rule("r3", if_=["x()"], then="a()"),
            rule("r4", if_=["c()"], then="y()", overrides=["r3"]),
        ],
    }[way]
    assert len(stratify(tangle + back).circles) == 1
