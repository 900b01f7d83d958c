"""What is granted in a question, and what is asked about it."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It has feathers and a long neck. Why is it an ostrich?",
            {"has(animal, feathers)": True, "has(animal, long_neck)": True},
        ),
        ("Why is it an ostrich? It is nothing of the kind.", {}),
        ("It never eats meat. How could it still be a carnivore?", {"eats_meat(animal)": False}),
        ("Set out the inference by which it was classed as a carnivore.", {}),
        ("If I doubt the ostrich, where is the weakest point?", {}),
        ("It flies, so it is a bird, true?", {"flies(animal)": True}),
        ("One look with feathers, and hey presto, it is a bird?", {"has(animal, feathers)": True}),
        ("It lays eggs, so it is a bird. Is it that simple?", {"lays_eggs(animal)": True}),
        (
            "An ungulate with black stripes. How do you justify a zebra?",
            {"belongs_to(animal, ungulate)": True, "has(animal, black_stripes)": True},
        ),
        (
            "It chews the cud and has black stripes. Explain why it is no zebra.",
            {"chews_cud(animal)": True, "has(animal, black_stripes)": True},
        ),
        ("It gives milk, and at once a mammal. Justify that.", {"gives_milk(animal)": True}),
        ("If it flew, you could hardly call it a penguin, could you?", {"flies(animal)": True}),
    ],
)  # fmt: skip
def test_what_is_asked_is_not_assumed(animals: Case, text: str, expected: dict[str, bool]) -> None:
    query = understand(State(animals), text)
    assert {s.key: true for s, true in query.assume.items()} == expected
    assert query.statement not in query.assume


@pytest.mark.parametrize(
    "text",
    [
        "how u get from feathers n swimming to penguin tho",
        "I say it has feathers and it swims; from what reason it is no penguin?",
    ],
)
def test_what_the_words_of_the_whole_text_hint_at_is_granted(animals: Case, text: str) -> None:
    query = understand(State(animals), text)
    assert query.statement is not None
    assert query.statement.key == "is_a(animal, penguin)"
    assert {statement.key: true for statement, true in query.assume.items()} == {
        "has(animal, feathers)": True,
        "swims(animal)": True,
    }


def test_what_is_declared_beside_what_is_hinted_at_is_granted_too(animals: Case) -> None:
    told = "Take a carnivore with dark spots that roars, and apparently you won't have it."
    query = understand(State(animals), f"{told} For what reason is it not a cheetah?")
    assert {statement.key: true for statement, true in query.assume.items()} == {
        "belongs_to(animal, carnivore)": True,
        "has(animal, dark_spots)": True,
        "roars(animal)": True,
    }
