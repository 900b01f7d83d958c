"""Thresholds that are asked for by what a number is called: `what is the age limit?`."""

from __future__ import annotations

import pytest

from arguendo.inquiry.query import Intent, Manner
from tests.conversation.test_only_number import case
from tests.conversation.test_taking_up import last


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("What is the age limit?", "age"),
        ("age limit", "age"),
        ("How old must one be for a day off?", "age"),
        ("How few hours would be enough?", "works"),
        ("what is the minimum number of hours?", "works"),
    ],
)
def test_a_threshold_is_told_by_what_its_number_is_called(text: str, predicate: str) -> None:
    query = last(case(), text)
    assert query.statement is not None
    assert (query.intent, query.manner) == (Intent.ASK, Manner.LIMIT)
    assert query.statement.predicate == predicate


def test_of_what_no_rule_compares_there_is_no_limit() -> None:
    assert last(case(), "weight limit").manner is not Manner.LIMIT
