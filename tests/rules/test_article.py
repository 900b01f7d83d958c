"""The shipped rule base's own scenarios and tests, a case each."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.scenarios import Scenario
from arguendo.testing.outcomes import Coverage, coverage, expected_of, outcomes


@cache
def article() -> Case:
    return Case.open()


@pytest.mark.parametrize("scenario", expected_of(article()), ids=lambda each: each.id)
def test_it_comes_out_as_it_says(scenario: Scenario) -> None:
    found = list(outcomes(article(), scenario))
    assert found
    assert [(o.expectation, o.got, o.reason) for o in found if not o.passed] == []


@pytest.mark.parametrize(
    "row", coverage(article(), expected_of(article())), ids=lambda each: each.rule.id
)
def test_each_rule_fires_somewhere_and_is_silent_somewhere(row: Coverage) -> None:
    assert row.fires
    assert row.silent
