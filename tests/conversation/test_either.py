"""Suppositions of which one or the other is to be so."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent

MILK, FEATHERS, MEAT = "gives_milk(animal)", "has(animal, feathers)", "eats_meat(animal)"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("What if it either has feathers or gives milk?", [FEATHERS], [MILK]),
        ("If either it gives milk or it has feathers, is it a bird?", [MILK], [FEATHERS]),
    ],
)
def test_each_of_two_is_supposed_by_itself(
    animals: Case, text: str, first: list[str], second: list[str]
) -> None:
    query = understand(State(animals), text)
    assert (query.intent, query.clarify) == (Intent.WHAT_IF, True)
    supposed = [[s.key for s in each.assume] for each in (query, *query.alternatives)]
    assert supposed == [first, second]


def test_both_are_answered_at_once(animals: Case) -> None:
    _, reply = converse(State(animals), "If it either gives milk or has hair, is it a mammal?")
    assert "1. If the animal gives milk" in reply.page.text
    assert "2. If the animal has hair" in reply.page.text


@pytest.mark.parametrize(
    "text",
    ["If it does not fly either, is it a bird?", "If it has feathers or a beak, is it a bird?"],
)
def test_what_else_either_says_asks_nothing_twice(animals: Case, text: str) -> None:
    assert not understand(State(animals), text).alternatives
