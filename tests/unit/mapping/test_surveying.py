from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.mapping.argument_map import ArgumentMap, Edge, Kind
from arguendo.mapping.paths import path_to
from arguendo.mapping.surveying import View, survey
from arguendo.rulebase import RuleBase
from arguendo.span import Span
from tests.builders import rule, rulebase, statement
from tests.propositional import STATEMENTS, programs

BASE = rulebase(
    facts=["a()", ("b()", 3), "idle()"],
    questions=["q()", "r()"],
    rules=[
        rule("one", if_=["a()", "b()"], then="c()", qualifier=4),
        rule("two", if_=["a()"], then="c()", qualifier=2),
        rule("three", if_=["c()"], unless=["q()"], then="d()"),
        rule("four", if_=["d()"], unless=["not r()"], then="e()"),
    ],
    contraries=[("e()", "f()")],
)


def chart(view: View | None = None, **assumed: int) -> ArgumentMap:
    case = Case.of(BASE).assume_all({statement(f"{k}()"): d for k, d in assumed.items()})
    return survey(case, view)


def keys(found: ArgumentMap) -> list[str]:
    return sorted(node.statement.predicate for node in found.nodes)


def edge(found: ArgumentMap, kind: Kind, source: str, target: str) -> Edge:
    wanted = (kind, statement(f"{source}()"), statement(f"{target}()"))
    return next(each for each in found.edges if each.key == wanted)


def test_what_nothing_is_joined_to_is_left_out() -> None:
    assert "idle" not in keys(chart())
    assert keys(chart(View(statement("idle()")))) == ["idle"]


def test_inferences_of_several_rules_are_one_edge_the_strongest_first() -> None:
    found = edge(chart(), Kind.SUPPORT, "a", "c")
    assert (found.rules, found.qualifier, found.degree) == (("one", "two"), 4, 3)
    without = edge(chart(b=0), Kind.SUPPORT, "a", "c")
    assert (without.rules, without.qualifier, without.degree) == (("two", "one"), 2, 2)


def test_an_edge_is_active_when_its_rule_applies_and_a_rebuttal_when_it_blocks() -> None:
    free, blocked = chart(), chart(q=5)
    assert edge(free, Kind.SUPPORT, "c", "d").active
    assert not edge(free, Kind.REBUTTAL, "q", "d").active
    assert not edge(blocked, Kind.SUPPORT, "c", "d").active
    assert edge(blocked, Kind.REBUTTAL, "q", "d").degree == 5


def test_what_lifts_a_rebuttal_is_active_when_it_does() -> None:
    assert not edge(chart(), Kind.LIFTING, "r", "e").active
    assert edge(chart(r=5), Kind.LIFTING, "r", "e").degree == 5


def test_contraries_are_joined_once_and_active_when_both_hold() -> None:
    quiet = chart(f=5)
    assert [each.key[1:] for each in quiet.edges if each.kind is Kind.CONTRARY] == [
        (statement("e()"), statement("f()"))
    ]
    assert not edge(quiet, Kind.CONTRARY, "e", "f").active
    assert edge(chart(f=4, r=5), Kind.CONTRARY, "e", "f").degree == 3


def test_steps_go_both_ways_and_along_every_kind_of_edge() -> None:
    focus = statement("d()")
    assert keys(chart(View(focus, 1))) == ["c", "d", "e", "q"]
    assert keys(chart(View(focus, 2), f=5)) == ["a", "b", "c", "d", "e", "f", "q", "r"]


def test_where_room_is_short_the_path_comes_first_and_what_is_hidden_is_counted() -> None:
    case, focus = Case.of(BASE), statement("d()")
    found = survey(case, View(focus, 2, 3), path_to(case, statement("c()")))
    assert keys(found) == ["c", "d", "e"]
    hidden = {node.statement.predicate: node.hidden for node in found.nodes}
    assert hidden == {"c": 2, "d": 1, "e": 1}
    assert found.hidden == 4


def test_widening_undoes_narrowing() -> None:
    view = View(statement("d()"), 3, 40)
    assert view.narrowed().widened() == view
    assert View(statement("d()"), 1, 8).narrowed() == View(statement("d()"), 1, 8)
    assert View(statement("d()"), 1, 5).narrowed() == View(statement("d()"), 1, 5)


def test_nodes_tell_how_they_stand_and_what_they_are() -> None:
    found = chart(View(statement("d()"), 2), q=5)
    node = found.by_statement[statement("q()")]
    assert (node.asked, node.assumed, node.focus, node.standing.degree) == (True, True, False, 5)
    assert found.by_statement[statement("d()")].focus


def test_grounds_stand_before_claims_and_topics_come_from_files() -> None:
    spans = [Span(f"rules/{name}.yaml", 1, 1, 1, 1) for name in ("x", "x", "y", "y")]
    rules = (replace(each, span=span) for each, span in zip(BASE.rules, spans, strict=True))
    found = survey(Case.of(replace(BASE, rules=tuple(rules))))
    places = {node.statement: place for place, node in enumerate(found.nodes)}
    supports = [each for each in found.edges if each.kind is Kind.SUPPORT]
    assert all(places[each.source] < places[each.target] for each in supports)
    assert found.topics == ("", "x", "y")


def test_assumptions_change_how_a_map_stands_and_not_its_shape() -> None:
    assert chart().shape == chart(q=5, r=0).shape
    assert chart().shape != chart(View(statement("d()"), 1)).shape


@given(programs(), st.sampled_from(STATEMENTS), st.integers(1, 3))
def test_a_view_is_a_part_of_the_whole_and_a_wider_one_has_no_less(
    base: RuleBase, key: str, steps: int
) -> None:
    case = Case.of(base)
    view = View(statement(key), steps)
    near, wide, whole = (survey(case, each) for each in (view, view.widened(), View()))
    (nodes, edges), (more, further) = near.shape, wide.shape
    assert nodes <= more <= whole.shape[0] | {statement(key)}
    assert edges <= further <= whole.shape[1]
    assert len(nodes - {statement(key)}) + near.hidden == len(whole.shape[0] - {statement(key)})


@given(programs(), st.sampled_from(STATEMENTS))
def test_what_comes_through_supports_is_what_conclusions_have(base: RuleBase, key: str) -> None:
    case = Case.of(base)
    found = survey(case)
    for each in found.edges:
        if each.kind is Kind.SUPPORT:
            assert each.degree <= case.degree(each.target) or each.target in case.assumptions
            assert each.degree <= case.degree(each.source)


@pytest.mark.parametrize(
    ("goal", "lit"),
    [
        ("c()", {("a", "c"), ("b", "c")}),
        ("d()", {("a", "c"), ("b", "c"), ("c", "d")}),
        ("e()", {("d", "e"), ("r", "e")}),
    ],
)
def test_the_path_of_an_answer_is_lit(goal: str, lit: set[tuple[str, str]]) -> None:
    case = Case.of(BASE)
    found = survey(case, path=path_to(case, statement(goal)))
    shown = {(e.source.predicate, e.target.predicate) for e in found.edges if e.lit}
    assert shown == lit
    assert {n.statement.predicate for n in found.nodes if n.lit} == {
        e for pair in lit for e in pair
    }


def test_the_path_to_what_does_not_hold_shows_what_is_in_the_way() -> None:
    case = Case.of(BASE).assume(statement("q()"))
    path = path_to(case, statement("d()"))
    assert (Kind.REBUTTAL, statement("q()"), statement("d()")) in path.edges
    against = Case.of(BASE).assume(statement("e()"))
    opposed = path_to(against, statement("f()")).edges
    assert (Kind.CONTRARY, statement("e()"), statement("f()")) in opposed
