"""The reasoning graph: what supports, concludes, opposes and blocks what."""

from __future__ import annotations

from collections.abc import Iterable

from arguendo.graph import Graph
from arguendo.matching.grounding import Grounding
from arguendo.rules import Not
from arguendo.statements import Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import all_of, any_of, condition, rule, rulebase, statement, statements


def keys(graph: Graph, numbers: Iterable[int]) -> list[str]:
    return [graph.statements[number].key for number in numbers]


def contraries(graph: Graph, key: str) -> set[str]:
    return set(keys(graph, graph.contraries[graph.add(statement(key))]))


def blockers(graph: Graph, inference: int) -> list[list[tuple[str, bool]]]:
    return [
        [(graph.statements[number].key, positive) for number, positive in blocker.literals]
        for blocker in graph.blockers[inference]
    ]


def test_a_statement_has_one_number() -> None:
    graph = Graph(rulebase())
    assert graph.number(statement("p(a)")) is None
    assert graph.add(statement("p(a)")) == graph.add(statement("p( a )")) == 0
    assert graph.add(statement("p(b)")) == 1
    assert graph.number(statement("p(b)")) == 1
    assert graph.version == (2, 0)


def test_a_match_becomes_one_inference_a_claim() -> None:
    grounding = Grounding(
        rulebase(
            facts=["e(a, a)"],
            rules=[rule("r", if_=["e(?x, ?y)", "e(?y, ?x)"], then=["p(?x)", "q(?y)"])],
        )
    )
    graph = grounding.graph
    assert [(i.number, graph.statements[i.claim].key) for i in graph.inferences] == [
        (0, "p(a)"),
        (1, "q(a)"),
    ]
    assert graph.inferences[0].grounds == (0, 0)
    assert graph.supporting[0] == [0, 1]
    assert graph.concluding[graph.add(statement("p(a)"))] == [0]


def test_what_was_read_before_keeps_up_with_a_graph_that_grows() -> None:
    rules = [rule("r", if_=["p(?x)", "s(?y)"], then=["q(?x)", "t(?y)"])]
    grounding = Grounding(rulebase(facts=["p(a)", "s(c)"], rules=rules))
    graph = grounding.graph
    assert (graph.concluding[2], graph.supporting[0], len(graph.inferences)) == ([0], [0, 1], 2)
    grounding.admit(statements("p(b)"))
    added = graph.add(statement("other()"))
    assert [each.key for each in graph.statements] == [
        *("p(a)", "s(c)", "q(a)", "t(c)", "p(b)", "q(b)", "other()")
    ]
    assert [(each.number, each.bindings) for each in graph.inferences[2:]] == [
        (number, (("?x", "b"), ("?y", "c"))) for number in (2, 3)
    ]
    assert (graph.concluding[3], graph.supporting[1]) == ([1, 3], [0, 1, 2, 3])
    assert graph.concluding[added] == graph.supporting[added] == []


def test_layers_follow_the_strata_and_grow_with_the_graph() -> None:
    base = rulebase(
        facts=["a()"],
        rules=[
            rule("late", if_=["a()"], unless=["b()"], then="c()"),
            rule("early", if_=["a()"], then="b()"),
            rule("more", if_=["d()"], then="b()"),
        ],
    )
    grounding = Grounding(base)
    assert [[i.rule.id for i in layer] for layer in grounding.graph.layers()] == [
        ["early"],
        ["late"],
    ]
    grounding.admit(statements("d()"))
    assert [[i.rule.id for i in layer] for layer in grounding.graph.layers()] == [
        ["early", "more"],
        ["late"],
    ]


def test_contraries_are_symmetric_and_not_transitive() -> None:
    graph = Graph(rulebase(contraries=[("a(?x)", "b(?x)"), ("b(?x)", "c(?x)")]))
    for key in ("a(1)", "b(1)", "c(1)", "a(2)"):
        graph.add(statement(key))
    assert contraries(graph, "a(1)") == {"b(1)"}
    assert contraries(graph, "b(1)") == {"a(1)", "c(1)"}
    assert contraries(graph, "c(1)") == {"b(1)"}
    assert contraries(graph, "a(2)") == set()


def test_a_variable_of_one_half_only_is_existential() -> None:
    graph = Graph(rulebase(contraries=[("presses(?who, ?target)", "rests(?who)")]))
    for key in ("rests(a)", "presses(a, x)", "presses(a, y)", "presses(b, x)"):
        graph.add(statement(key))
    assert contraries(graph, "rests(a)") == {"presses(a, x)", "presses(a, y)"}
    assert contraries(graph, "presses(a, x)") == {"rests(a)"}
    assert contraries(graph, "presses(b, x)") == set()


def test_contraries_within_one_predicate() -> None:
    graph = Graph(rulebase(contraries=[("wins(?x)", "wins(?y)"), ("wins(?x)", "wins(?y)")]))
    for key in ("wins(a)", "wins(b)", "wins(c)"):
        graph.add(statement(key))
    assert contraries(graph, "wins(a)") == {"wins(b)", "wins(c)"}
    assert graph.contraries[0] == [1, 2]


def test_contrary_patterns_name_what_need_not_be_in_the_graph() -> None:
    base = rulebase(contraries=[("presses(?who, ?target)", "rests(?who)")])
    assert [p.key for p in base.contrary_patterns(statement("rests(a)"))] == ["presses(a, ?target)"]
    assert [p.key for p in base.contrary_patterns(statement("presses(a, b)"))] == ["rests(a)"]
    assert list(base.contrary_patterns(statement("other(a)"))) == []


def test_rebuttals_are_bound_and_their_statements_added() -> None:
    base = rulebase(
        facts=["p(a)"],
        rules=[rule("r", if_=["p(?x)", "not q(?x)"], unless=["s(?x, b)", "q(?x)"], then="t(?x)")],
    )
    graph = Grounding(base).graph
    assert blockers(graph, 0) == [[("q(a)", True)], [("s(a, b)", True)], [("q(a)", True)]]
    assert [blocker.absence for blocker in graph.blockers[0]] == [True, False, False]


def test_a_rebuttal_whose_comparison_fails_never_blocks() -> None:
    parts = all_of("q(?x)", "?x is more than 5")
    base = rulebase(
        facts=["p(3)", "p(7)"], rules=[rule("r", if_=["p(?x)"], unless=[parts], then="t(?x)")]
    )
    graph = Grounding(base).graph
    assert [blockers(graph, n) for n in range(2)] == [[], [[("q(7)", True)]]]


def test_a_wildcard_in_a_rebuttal_is_whatever_fits_then_and_later() -> None:
    base = rulebase(
        facts=["p(a)", "met(a, 1)", "met(b, 2)"],
        rules=[rule("r", if_=["p(?x)"], unless=[all_of("met(?x, ?_)", "s(?_)")], then="t(?x)")],
    )
    graph = Grounding(base).graph
    assert blockers(graph, 0) == []
    graph.add(statement("s(c)"))
    assert blockers(graph, 0) == [[("met(a, 1)", True), ("s(c)", True)]]
    graph.add(statement("met(a, 3)"))
    graph.add(statement("met(b, 3)"))
    assert blockers(graph, 0) == [
        [("met(a, 1)", True), ("s(c)", True)],
        [("met(a, 3)", True), ("s(c)", True)],
    ]


def test_a_wildcard_under_not_in_a_rebuttal_means_none_of_all() -> None:
    base = rulebase(
        facts=["p(a)"],
        rules=[rule("r", if_=["p(?x)"], unless=[Not(condition("helps(?_, ?x)"))], then="t(?x)")],
    )
    graph = Grounding(base).graph
    assert blockers(graph, 0) == [[]]
    graph.add(statement("helps(b, a)"))
    graph.add(statement("helps(c, b)"))
    assert blockers(graph, 0) == [[("helps(b, a)", False)]]
    graph.add(statement("helps(c, a)"))
    assert blockers(graph, 0) == [[("helps(b, a)", False), ("helps(c, a)", False)]]


def test_statements_of_a_rebuttal_can_fit_its_own_wildcard() -> None:
    both = all_of("met(?_)", "met(?x)")
    base = rulebase(facts=["p(a)"], rules=[rule("r", if_=["p(?x)"], unless=[both], then="t(?x)")])
    assert blockers(Grounding(base).graph, 0) == [[("met(a)", True), ("met(a)", True)]]


def test_a_winner_overrides_inferences_with_the_same_or_a_contrary_claim() -> None:
    base = rulebase(
        facts=["bird(a)", "bird(b)", "penguin(a)"],
        rules=[
            rule("general", if_=["bird(?x)"], then="flies(?x)"),
            rule("special", if_=["penguin(?x)"], then="walks(?x)", overrides=["general"]),
            rule("other", if_=["bird(?x)"], then="walks(?x)"),
        ],
        contraries=[("flies(?x)", "walks(?x)")],
    )
    graph = Grounding(base).graph
    by_name = {(i.rule.id, dict(i.bindings)["?x"]): i.number for i in graph.inferences}
    special = by_name["special", "a"]
    assert list(graph.overridden_by[by_name["general", "a"]]) == [special]
    assert not graph.overridden_by[by_name["general", "b"]]
    assert not graph.overridden_by[by_name["other", "a"]]
    assert not graph.overridden_by[special]


def test_overrides_are_linked_whichever_inference_comes_first() -> None:
    rules = [
        rule("special", if_=["penguin(?x)"], then="flies(?x)", overrides=["general", "dull"]),
        rule("general", if_=["bird(?x)"], then="flies(?x)"),
        rule("dull", if_=["bird(?x)"], then=["flies(?x)", "sings(?x)"]),
    ]
    for first, then in (("bird(a)", "penguin(a)"), ("penguin(a)", "bird(a)")):
        grounding = Grounding(rulebase(rules=rules))
        grounding.admit(statements(first))
        grounding.admit(statements(then))
        graph = grounding.graph
        overridden = {
            (i.rule.id, graph.statements[i.claim].predicate)
            for i in graph.inferences
            if graph.overridden_by[i.number]
        }
        assert overridden == {("general", "flies"), ("dull", "flies")}


def test_each_alternative_is_an_inference_of_its_own() -> None:
    base = rulebase(
        facts=["p(a)", "q(a)"], rules=[rule("r", if_=[any_of("p(?x)", "q(?x)")], then="s(?x)")]
    )
    graph = Grounding(base).graph
    assert [i.branch.number for i in graph.inferences] == [0, 1]
    assert graph.concluding[graph.add(statement("s(a)"))] == [0, 1]


def test_a_new_statement_is_in_lists_that_were_at_hand_before() -> None:
    graph = Graph(rulebase(facts=["p(a)"], contraries=[("p(?x)", "q(?x)")]))
    graph.add(statement("p(a)"))
    lists = (graph.concluding, graph.supporting, graph.contraries)
    statements, number = graph.statements, graph.add(statement("q(a)"))
    assert statements[number].key == "q(a)"
    assert [each[number] for each in lists] == [[], [], [0]]


def test_two_values_of_what_has_one_are_contrary() -> None:
    slots = tuple(Slot(name) for name in ("who", "metres", "place"))
    lives = Predicate("lives", slots, "{who} lives {metres} metres from {place}", one=("metres",))
    base = rulebase(vocabulary=Vocabulary(predicates=[lives]))
    graph = Graph(base)
    for key in ("lives(a, 5, x)", "lives(a, 6, x)", "lives(a, 5, y)", "lives(b, 6, x)"):
        graph.add(statement(key))
    assert contraries(graph, "lives(a, 5, x)") == {"lives(a, 6, x)"}
    assert contraries(graph, "lives(b, 6, x)") == set()
    assert not base.are_contrary(*statements("lives(a, 5, x)", "lives(a, 5, x)"))
    assert base.are_contrary(*statements("lives(a, 5, x)", "lives(a, 6, x)"))
