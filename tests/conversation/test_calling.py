"""Scenarios called by their names in turns of any kind."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent
from tests.conversation.test_staged import TALKS, assumed
from tests.conversation.test_taking_up import last, meaning

FULL, HAWKS = "full_strategy", "hawks_prevail"


@pytest.mark.parametrize(
    ("text", "intent", "goal", "scenario"),
    [
        ("What if hawks win?", Intent.WHAT_IF, None, HAWKS),
        ("What happens in the best case?", Intent.WHAT_IF, None, FULL),
        ("Suppose everything goes right.", Intent.ASSUME, None, FULL),
        ("Assume the full strategy", Intent.ASSUME, None, FULL),
        ("Do talks follow in the full strategy?", Intent.WHAT_IF, TALKS, FULL),
        ("In the full strategy, do talks follow?", Intent.WHAT_IF, TALKS, FULL),
        ("Does North Korea negotiate under the full strategy?", Intent.WHAT_IF, TALKS, FULL),
    ],
)
def test_a_scenario_is_supposed_by_its_name(
    article: Case, text: str, intent: Intent, goal: str | None, scenario: str
) -> None:
    assert meaning(last(article, text)) == (intent, goal, assumed(article, scenario))


@pytest.mark.parametrize(
    ("text", "scenario"),
    [
        ("Switch to the hawks scenario", HAWKS),
        ("Go to the best case", FULL),
        ("ok, begin with the full strategy", FULL),
    ],
)
def test_a_scenario_is_switched_to_by_its_name(article: Case, text: str, scenario: str) -> None:
    query = last(article, text)
    assert (query.intent, query.scenarios) == (Intent.ASSUME, (scenario,))


def test_the_last_question_is_put_to_a_scenario(article: Case) -> None:
    query = last(article, "Does North Korea negotiate?", "and if everything goes right?")
    assert meaning(query) == (Intent.WHAT_IF, TALKS, assumed(article, FULL))


@pytest.mark.parametrize("text", ["Go to the airport", "Use the force"])
def test_what_names_no_scenario_begins_none(article: Case, text: str) -> None:
    query = last(article, text)
    assert not query.scenarios
    assert not query.assume
