"""Which of those named is to be described."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("A leopard was on the news. What do we know about that animal?", "leopard"),
        (
            "This albatross everybody has met. What do you have on the creature in general?",
            "albatross",
        ),
        ("I read of the albatross. What can you tell me about that bird?", "albatross"),
        ("Leopard, what kind of animal is that?", "leopard"),
        ("What for an animal is the penguin?", "penguin"),
        ("It has hooves. What do we know about that animal?", "animal"),
        ("What do you know about the animal?", "animal"),
    ],
)
def test_what_is_taken_up_by_its_kind_is_described(animals: Case, text: str, entity: str) -> None:
    query = understand(State(animals), text)
    assert (query.intent, query.entity) == (Intent.DESCRIBE, entity)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Give me the lowdown on the Xi guy", "xi"),
        ("Give me the lowdown on the Xi crowd", "china"),
        ("No, let us stay with China. What does it want?", "china"),
    ],
)
def test_one_of_many_and_those_bidden_are_no_names(article: Case, text: str, entity: str) -> None:
    query = understand(State(article), text)
    assert (query.intent, query.entity) == (Intent.DESCRIBE, entity)
