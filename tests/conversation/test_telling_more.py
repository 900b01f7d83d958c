"""What clauses say of the same one after another, and what nobody said."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.statements import Statement
from tests.conversation.club import club
from tests.conversation.lease import lease

MEAT, CLAWS, HOOVES = "eats_meat(animal)", "has(animal, claws)", "has(animal, hooves)"
WARNS, DAMAGED = "warns(mira, holt)", "damaged(mira, lift)"


def read(case: Case, text: str) -> tuple[str | None, dict[str, bool]]:
    query = understand(State(case), text)
    statement = query.statement.key if query.statement else None
    return statement, {s.key: true for s, true in query.assume.items()}


@pytest.mark.parametrize(
    ("text", "asked", "supposed"),
    [
        (
            "What if it eats meat, has claws and forward eyes?",
            None,
            [MEAT, CLAWS, "has(animal, forward_eyes)"],
        ),
        (
            "What if it is tawny, is a mammal and has no hooves?",
            None,
            ["colored(animal, tawny)", "belongs_to(animal, mammal)", HOOVES],
        ),
        ("If it eats meat, has claws and flies, is it a bird?", "bird", [MEAT, CLAWS]),
        ("If it eats meat, has it claws?", "claws", [MEAT]),
    ],
)
def test_a_verb_without_a_subject_goes_on_with_what_is_supposed(
    animals: Case, text: str, asked: str | None, supposed: list[str]
) -> None:
    statement, truth = read(animals, text)
    assert (asked or "") in (statement or "")
    assert (statement is None) is (asked is None)
    assert truth.keys() >= set(supposed)


def test_what_somebody_has_goes_on_with_what_she_does() -> None:
    text = "What if Mira warns Mr Holt in writing, has 2 offers and damaged the lift?"
    assert read(lease(), text) == (None, {WARNS: True, "offers(mira, 2)": True, DAMAGED: True})


@pytest.mark.parametrize("text", ["What if Mira damaged it?", "What if Mira damaged the lift?"])
def test_nothing_is_supposed_of_somebody_only_because_she_is_named(text: str) -> None:
    assert read(lease(), text) == (None, {DAMAGED: True})


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("What if Mira has two offers?", {"offers(mira, 2)": True}),
        ("What if Mira only has 2 offers?", {"offers(mira, 2)": True}),
        (
            "What if the lift has been out of order for 4 days, not 9?",
            {"broken(lift, 4)": True, "broken(lift, 9)": False},
        ),
    ],
)
def test_small_numbers_count_what_stands_behind_them(text: str, supposed: dict[str, bool]) -> None:
    assert read(lease(), text) == (None, supposed)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Suppose Mira warns Mr Holt in writing, has 3 offers and damaged the lift.", "assume"),
        ("Imagine Mira damaged the lift. What then?", "what_if"),
        ("What if Mira damaged the lift.", "what_if"),
    ],
)
def test_who_bids_to_suppose_and_asks_nothing_assumes(text: str, intent: str) -> None:
    query = understand(State(lease()), text)
    assert (query.intent.value, query.assume[Statement("damaged", ("mira", "lift"))]) == (
        intent,
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Suppose Ben pays after all and the courts are dry, would the club hold the tournament?",
        "Supposing, and I know that it is a lot to ask, that Ben does pay the fee after all and the"
        " courts are dry, would the club then hold the tournament?",
    ],
)
def test_what_ends_a_clause_or_is_granted_by_the_way_hides_nothing_supposed(text: str) -> None:
    query = understand(State(club()), text)
    assert {each.key: true for each, true in query.assume.items()} == {
        "pays_fee(ben, club)": True,
        "wet_courts(club)": False,
    }
