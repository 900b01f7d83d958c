from __future__ import annotations

from collections.abc import Callable

import pytest
from clingo import SolveHandle

from arguendo.cancelling import Cancelled, as_a_whole, cancellable, heed
from arguendo.case import Case
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Intent, Query
from arguendo.solving import Change, Search
from tests.builders import rule, rulebase, statement

BASE = rulebase(
    facts=["f()", "odd(a)"],
    questions=["p()", "q()", "u()"],
    rules=[
        rule("r", if_=["p()", "q()"], unless=["u()"], then="r()"),
        rule("s", if_=["r()", "f()"], then="s()"),
        rule("t", if_=["odd(?x)"], then="t(?x)"),
    ],
    contraries=[("p()", "u()")],
)


def after(looks: int) -> Callable[[], bool]:
    """Want the work to stop at so many looks."""
    left = iter(range(looks))
    return lambda: next(left, None) is None


def test_work_stops_only_where_that_is_wanted_and_heeded() -> None:
    heed()
    with cancellable(lambda: True):
        with as_a_whole():
            heed()
        with pytest.raises(Cancelled):
            heed()
    heed()


@pytest.mark.parametrize(
    "intent", [Intent.WHY, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE, Intent.LINCHPINS, Intent.ASK]
)
def test_wherever_an_answer_is_stopped_the_next_is_as_ever(intent: Intent) -> None:
    query = Query(intent, statement("s()"), assume={statement("p()"): True})
    wanted = answer(Case.of(BASE), query)
    case = Case.of(BASE)
    stopped = 0
    while True:
        try:
            with cancellable(after(stopped)):
                told = answer(case, query)
            break
        except Cancelled:
            stopped += 1
    assert stopped > 2
    assert (told.standing, told.why_not, told.linchpins) == (
        wanted.standing,
        wanted.why_not,
        wanted.linchpins,
    )
    assert told.requirements == wanted.requirements
    assert told.robustness == wanted.robustness


def test_a_search_stops_while_it_waits_for_the_solver() -> None:
    case = Case.of(BASE, editing=True)
    search = Search(case.graph, [Change(case.graph.add(statement("p()")))], {}, {})
    handle = Idle()
    with cancellable(after(1)), pytest.raises(Cancelled):
        search._await(handle)
    assert handle.told == ["wait", "wait", "cancel"]


class Idle(SolveHandle):
    """A solver that finds nothing, and takes note of what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.told.append("wait")
        return False

    def cancel(self) -> None:
        self.told.append("cancel")
