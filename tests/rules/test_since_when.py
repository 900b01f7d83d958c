"""Since when the shipped rule base's statements hold, by the days of its reports."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.explanation.timeline import timeline
from arguendo.statements import parse_statement


@cache
def article() -> Case:
    return Case.open()


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("publicly_renounces(tillerson, regime_change)", "2017-08-01"),
        ("acknowledges(wang_yi, four_nos)", "2017-08-07"),
        ("publicly_renounces(mattis, regime_change)", "2017-08-14"),
        ("joined_sanctions(china, north_korea)", "2017-08-16"),
        ("mixed_signals(united_states)", "2017-08-01"),
        ("fears_regime_change(china)", None),
    ],
)
def test_it_holds_since_the_day_that_was_reported(key: str, day: str | None) -> None:
    goal = parse_statement(key)
    assert goal is not None
    since = timeline(article(), goal).since
    assert since is not None
    assert since.day == day
