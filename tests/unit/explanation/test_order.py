from __future__ import annotations

from arguendo.case import Case
from arguendo.explanation.order import reading_order
from tests.builders import rule, rulebase, statement

BASE = rulebase(
    facts=["p()"],
    rules=[
        rule("last", if_=["a()"], then="b()"),
        rule("first", if_=["p()"], then="a()"),
    ],
)


def test_what_others_rest_on_comes_first_also_when_there_is_more_to_order() -> None:
    graph = Case.of(BASE).graph
    order = [graph.statements[number].key for number in reading_order(graph)]
    assert order == ["p()", "a()", "b()"]
    assert reading_order(graph) is reading_order(graph)
    new = graph.add(statement("new()"))
    assert new in reading_order(graph)
