from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.hindrance import hindrance
from tests.builders import rule, rulebase, statement


def _case(*assumed: str) -> Case:
    """Begin a case: it goes by day when there is leave, or else is undone by one of two things."""
    case = Case.of(
        rulebase(
            facts=["day()"],
            questions=["leave()", "storm()", "strike()", "flood()"],
            rules=[
                rule("go", if_=["day()"], unless=["storm()", "strike()"], then="goes()"),
                rule("sell", if_=["leave()", "goes()"], then="sells()"),
            ],
        )
    )
    for each in assumed:
        key = each.removeprefix("!")
        case = case.assume(statement(key), 0 if key != each else None)
    return case


@pytest.mark.parametrize(
    ("assumed", "goal", "expected", "is_open"),
    [
        (("flood()", "storm()"), "goes()", {"storm()"}, False),
        (("storm()", "strike()"), "goes()", {"storm()", "strike()"}, False),
        (("!day()",), "goes()", {"day()"}, False),
        (("storm()",), "sells()", {"storm()"}, True),
        (("leave()", "storm()"), "sells()", {"storm()"}, False),
        (("!leave()",), "sells()", {"leave()"}, True),
    ],
)
def test_the_fewest_assumptions_that_keep_it_from_holding(
    assumed: tuple[str, ...], goal: str, expected: set[str], *, is_open: bool
) -> None:
    found = hindrance(_case(*assumed), statement(goal), never=True)
    assert found is not None
    assert ({each.key for each in found.assumptions}, found.is_open) == (expected, is_open)


@pytest.mark.parametrize(
    ("assumed", "goal"),
    [
        ((), "sells()"),
        (("flood()",), "sells()"),
        (("leave()",), "sells()"),
        (("!goes()",), "goes()"),
    ],
)
def test_there_is_none_where_no_assumption_keeps_it_from_holding(
    assumed: tuple[str, ...], goal: str
) -> None:
    never = goal == "goes()"
    assert hindrance(_case(*assumed), statement(goal), never=never) is None
