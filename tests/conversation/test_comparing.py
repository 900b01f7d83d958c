"""One supposition compared with its opposite: `with and without a licence`."""

from __future__ import annotations

import pytest

from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.club import club

PAYS, WET = "pays_fee(ben, club)", "wet_courts(club)"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("compare with and without the wet courts", WET),
        ("how does it differ with and without Ben's fee?", PAYS),
        ("compare the club with wet courts and without", WET),
        ("with wet courts / without wet courts comparison", WET),
        ("How is the club with Ben's fee different from the club without it?", PAYS),
    ],
)
def test_with_and_without_are_two_cases(text: str, statement: str) -> None:
    query = understand(State(club()), text)
    cases = [{s.key: true for s, true in case.items()} for case in query.cases]
    assert (query.intent, cases) == (Intent.COMPARE, [{statement: True}, {statement: False}])


def test_without_something_else_is_no_opposite() -> None:
    cases = understand(State(club()), "compare it with dry courts and without Ben's fee").cases
    assert not cases or set(cases[0]) != set(cases[1])
