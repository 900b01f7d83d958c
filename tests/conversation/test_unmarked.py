"""Two halves of a text without a mark at its end, and answers between which one may choose."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query


def assumed(query: Query) -> dict[str, bool]:
    return {statement.key: true for statement, true in query.assume.items()}


@pytest.mark.parametrize(
    ("text", "statement", "truth"),
    [
        (
            "pompeo muzzled – mixed signals",
            "mixed_signals(united_states)",
            {"publicly_supports(pompeo, regime_change)": False},
        ),
        (
            "allies on board -> credible assurance",
            "credible_assurance(united_states, china)",
            {"forswears(us_allies, regime_change)": True},
        ),
        (
            "trump gives word: china pressure",
            "raises_pressure(china, north_korea)",
            {"personally_assures(trump, xi, no_regime_change)": True},
        ),
    ],
)
def test_the_second_half_asks_where_no_mark_tells(
    text: str, statement: str, truth: dict[str, bool], article: Case
) -> None:
    query = understand(State(article), text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.WHAT_IF, statement)
    assert assumed(query) == truth


def test_what_is_to_be_noted_asks_nothing(article: Case) -> None:
    query = understand(State(article), "Take this down: Trump gives Xi his word.")
    assert query.intent is Intent.ASSUME


@pytest.mark.parametrize(
    ("text", "intent", "truth"),
    [
        (
            "china squeeze if potus calls xi – y/n",
            Intent.WHAT_IF,
            {"personally_assures(trump, xi, no_regime_change)": True},
        ),
        ("seoul consulted closely y/n", Intent.ASK, {}),
        (
            "What if Trump gives Xi his word, is it right or wrong that China raises pressure?",
            Intent.WHAT_IF,
            {"personally_assures(trump, xi, no_regime_change)": True},
        ),
    ],
)
def test_between_which_answers_one_may_choose_denies_nothing(
    text: str, intent: Intent, truth: dict[str, bool], article: Case
) -> None:
    query = understand(State(article), text)
    assert (query.intent, assumed(query)) == (intent, truth)
