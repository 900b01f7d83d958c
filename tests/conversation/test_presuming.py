"""Questions for reasons that describe the case of which they ask."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.test_taking_up import meaning

EGGS, FLIES = {"lays_eggs(animal)": True}, {"flies(animal)": True}
HAIR = {"has(animal, hair)": True}
SWIMS = {"swims(animal)": True}
BIRD, MAMMAL = "belongs_to(animal, bird)", "belongs_to(animal, mammal)"


@pytest.mark.parametrize(
    ("text", "intent", "goal", "assumed"),
    [
        (
            "so it flies and lays eggs, how does that get you to bird",
            Intent.WHY,
            BIRD,
            FLIES | EGGS,
        ),
        ("how come fur = mammal", Intent.WHY, MAMMAL, HAIR),
        ("It swims and has hair. Why is it no bird?", Intent.WHY_NOT, BIRD, SWIMS | HAIR),
    ],
)
def test_what_is_described_of_an_unknown_case_is_assumed(
    animals: Case, text: str, intent: Intent, goal: str, assumed: dict[str, bool]
) -> None:
    assert meaning(understand(State(animals), text)) == (intent, goal, assumed)


@pytest.mark.parametrize(
    "text",
    [
        "What prevents the conclusion that the animal is a bird?",
        "Please state the reason for which the animal has not been identified as a bird.",
        "Where exactly does the bird case fall apart?",
    ],
)
def test_a_bare_question_describes_nothing(animals: Case, text: str) -> None:
    assert meaning(understand(State(animals), text)) == (Intent.WHY_NOT, BIRD, {})


def test_of_a_known_case_it_is_asked_as_it_is(article: Case) -> None:
    query = understand(State(article), "Pledges all round. So why does China not raise pressure?")
    assert meaning(query) == (Intent.WHY_NOT, "raises_pressure(china, north_korea)", {})
