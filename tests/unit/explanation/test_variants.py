from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.variants import other_value
from tests.builders import rulebase, statement

BASE = rulebase(
    facts=[
        *("born(ann, 2004-06-30)", "away(ann, 40)", "in(ann, rome)", "born(ben, 2001-01-01)"),
        *("applied(ann, 2020-01-01)", "applied(ann, 2021-01-01)", "applied(ben, 2020-01-01)"),
        "trip(ann, 2020-01-01, 3)",
    ],
    contraries=[("away(?x, ?n)", "stayed(?x)")],
)


@pytest.mark.parametrize(
    ("supposed", "fact", "value"),
    [
        ("born(ann, 2002-05-20)", "born(ann, 2004-06-30)", "2004-06-30"),
        ("away(ann, 91)", "away(ann, 40)", "40"),
        ("trip(ann, 2020-01-01, 4)", "trip(ann, 2020-01-01, 3)", "3"),
    ],
)
def test_a_value_stands_beside_the_reported_one(supposed: str, fact: str, value: str) -> None:
    assert other_value(Case.of(BASE), statement(supposed)) == (statement(fact), value)


@pytest.mark.parametrize(
    "supposed",
    [
        *("born(ann, 2004-06-30)", "born(cal, 2002-05-20)", "in(ann, oslo)", "away(ben, 40)"),
        *("applied(ann, 2022-01-01)", "applied(ben, 2022-01-01)", "trip(ann, 2020-01-02, 4)"),
    ],
)
def test_there_is_no_other_value(supposed: str) -> None:
    assert other_value(Case.of(BASE), statement(supposed)) is None


def test_what_is_supposed_away_or_displaced_does_not_remain() -> None:
    case = Case.of(BASE)
    away = case.suppose_away(statement("born(ann, 2004-06-30)"))
    assert other_value(away, statement("born(ann, 2002-05-20)")) is None
    stayed = case.assume(statement("stayed(ann)"))
    assert other_value(stayed, statement("away(ann, 91)")) is None
