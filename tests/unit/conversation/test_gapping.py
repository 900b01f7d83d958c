"""Whether somebody named behind a verb acts, or it is done to him."""

from __future__ import annotations

from arguendo.conversation.context import Context
from arguendo.conversation.reference.gapping import of_others
from arguendo.conversation.state import State
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement
from tests.conversation.club import club


def test_what_speaks_of_nobody_is_no_less_likely_for_one_to_whom_something_is_done() -> None:
    trusts = Reading(Statement("trusts", ("ben", "anna")), True, 3.0, 0.5)
    rains = Reading(Statement("rains", ()), True, 2.9, 0.5)
    found = of_others(Context(State(club())), ["anna", "talks", "to", "ben"], [trusts, rains])
    assert [each.statement for each in found] == [rains.statement, trusts.statement]
    assert found[0].score == rains.score
