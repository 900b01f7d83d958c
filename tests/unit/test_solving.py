from __future__ import annotations

from arguendo.case import Case
from arguendo.solving import Change, Search
from tests.builders import rule, rulebase, statement

BASE = rulebase(
    questions=["p()", "q()"],
    rules=[rule("r", if_=["p()", "q()"], then="r()"), rule("s", if_=["p()"], then="s()")],
)


def search(seconds: float = 10.0) -> tuple[Search, int]:
    case = Case.of(BASE, editing=True)
    number = case.graph.add
    changes = [Change(number(question.statement)) for question in BASE.questions]
    return Search(case.graph, changes, {}, {}, seconds), number(statement("r()"))


def test_what_can_hold_and_what_must() -> None:
    found, goal = search()
    assert (found.can_hold(goal), found.must_hold(goal), found.late) == (True, False, False)
    assert [len(some) for some in found.minimal(goal, 1, fall=False, most=2)] == [2]


def test_when_time_runs_out_nothing_is_claimed_that_is_not_proven() -> None:
    found, goal = search(seconds=-1.0)
    assert [*found.minimal(goal, 1, fall=False, most=2)] == []
    assert found.late
    assert (found.can_hold(goal), found.must_hold(goal)) == (True, False)
