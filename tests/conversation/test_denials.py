"""What clauses deny: with words of the opposite meaning, by turns, and after a denial."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand


def assumed(text: str, case: Case) -> dict[str, bool]:
    query = understand(State(case), text)
    return {statement.key: true for statement, true in query.assume.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suppose it has short legs", {"has(animal, long_legs)": False}),
        ("Suppose its neck is short", {"has(animal, long_neck)": False}),
        ("Imagine that it is totally bald", {"has(animal, hair)": False}),
        ("Imagine it's totally bald, not one hair", {"has(animal, hair)": False}),
        (
            "Suppose it neither eats meat nor has claws",
            {"eats_meat(animal)": False, "has(animal, claws)": False},
        ),
    ],
)  # fmt: skip
def test_what_an_animal_lacks(animals: Case, text: str, expected: dict[str, bool]) -> None:
    assert assumed(f"{text}. Is it a giraffe?", animals) == expected
