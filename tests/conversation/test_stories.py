"""What is supposed by who tells a story around it, and what such a story only tells."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.statements.literals import Literals, units
from arguendo.conversation.understanding import understand
from arguendo.statements import Predicate, Slot
from tests.conversation.club import club

PAYS, ANNA, WET = "pays_fee(ben, club)", "pays_fee(anna, club)", "wet_courts(club)"
HOLDS = "holds(club, tournament)"
FLIES, FEATHERS, MILK = "flies(animal)", "has(animal, feathers)", "gives_milk(animal)"
STRIPES, BIRD = "has(animal, black_stripes)", "belongs_to(animal, bird)"


def read(text: str, case: Case | None = None) -> tuple[str, str | None, dict[str, bool]]:
    query = understand(State(case or club()), text)
    statement = query.statement.key if query.statement else None
    return query.intent.value, statement, {s.key: true for s, true in query.assume.items()}


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        (
            "If Ben pays the fee, and if the courts are dry, does the club hold the tournament?",
            {PAYS: True, WET: False},
        ),
        (
            "My aunt, who plays chess, will not have it, but suppose that Ben pays the fee. "
            "Does the club hold the tournament?",
            {PAYS: True},
        ),
        (
            "Granted that Ben pays the fee, granted that the courts are dry. "
            "Does the club hold the tournament?",
            {PAYS: True, WET: False},
        ),
        (
            "Ben pays the fee, that is one thing. The courts are dry, that is the second. "
            "Granting both, does the club hold the tournament?",
            {PAYS: True, WET: False},
        ),
        (
            "The courts are dry, hypothetically: does the club hold the tournament?",
            {WET: False},
        ),
    ],
)
def test_a_story_supposes_all_that_it_marks(text: str, supposed: dict[str, bool]) -> None:
    assert read(text) == ("what_if", HOLDS, supposed)


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("What would change if, one fine day, the animal roared?", {"roars(animal)": True}),
        ("What would change if the animal were found to have black stripes?", {STRIPES: True}),
        ("Suppose I met a thing that flies. And suppose its coat was tawny.",
         {FLIES: True, "colored(animal, tawny)": True}),
        ("What would change, strip the creature of its feathers?", {FEATHERS: False}),
    ],
)  # fmt: skip
def test_where_a_supposition_ends(animals: Case, text: str, supposed: dict[str, bool]) -> None:
    assert read(text, animals)[::2] in (("what_if", supposed), ("assume", supposed))


@pytest.mark.parametrize(
    ("text", "intent", "asked"),
    [
        (
            "The twins have brought a plastic toy from the attic of their granny, and it is to go "
            "in the basket with cows. I said that I would ask. What would it take for a bird?",
            *("what_would_it_take", BIRD),
        ),
        (
            "Our producer, who has never met an owl, asked me over a plate of croissants to "
            "explain what is keeping our creature from being classed as a bird.",
            *("why_not", BIRD),
        ),
        (
            "I would be grateful if somebody told me in plain words what it takes for a bird.",
            *("what_would_it_take", BIRD),
        ),
    ],
)
def test_a_story_before_a_question_supposes_nothing(
    animals: Case, text: str, intent: str, asked: str
) -> None:
    assert read(text, animals) == (intent, asked, {})


def test_what_is_told_in_short_before_why_not_is_supposed(animals: Case) -> None:
    told = {FEATHERS: True}
    assert read("It has feathers. Why is that not a tiger?", animals)[2] in (told, {})
    both = read("Suppose it has feathers. Why is it not a tiger?", animals)
    assert both == ("why_not", "is_a(animal, tiger)", told)


@pytest.mark.parametrize(
    "text",
    [
        "Ben pays the fee and the courts are dry, so the club holds the tournament. "
        "Does it, though?",
        "Ben pays the fee, the courts are dry and the club holds the tournament. "
        "Is that how it works?",
        "Say Ben pays the fee and the courts are dry, the club holds the tournament or what",
        "What if Ben pays the fee and the courts are dry, the club holds the tournament?",
        "Ben pays the fee, the courts are dry. Does the club hold the tournament, or is there "
        "another catch?",
    ],
)
def test_a_conclusion_that_is_only_to_be_confirmed_is_asked(text: str) -> None:
    assert read(text) == ("what_if", HOLDS, {PAYS: True, WET: False})


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("I never believed in those wet courts. Strike it from the record.", WET),
        ("Delete it from the record, will you, that the courts are wet.", WET),
        ("Take the fee from Anna out again.", ANNA),
    ],
)
def test_what_is_taken_back_holds_or_was_named(text: str, statement: str) -> None:
    assert read(text)[:2] == ("retract", statement)


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("Suppose Ruth tears it all up and renounces. Is Marina British?", "gives_up(ruth)"),
        ("Say Tomasi, who never had it, gave up British citizenship. Is Mere British?",
         "gives_up(tomasi)"),
        ("What if the order for Bao is made on 1 March 2030?",
         "adoption_order(family_court, bao, 2030-03-01)"),
        ("What if Efua files for Yaw on the tenth of January 2034?", "applied(yaw, 2034-01-10)"),
    ],
)  # fmt: skip
def test_of_another_or_another_day(citizenship: Case, text: str, supposed: str) -> None:
    assert read(text, citizenship)[2] == {supposed: True}


def test_all_of_a_conclusion_may_be_denied(animals: Case) -> None:
    mammal = "belongs_to(animal, mammal)"
    text = "It flies, it has feathers, and it is not even a mammal. A bird nonetheless?"
    assert read(text, animals)[2] == {FLIES: True, FEATHERS: True, mammal: False}


@pytest.mark.parametrize(
    ("text", "term", "end"),
    [
        ("first of june", "2026-06-01", 3),
        ("twenty first of june", "2026-06-21", 4),
        ("1 june 2010 rather", "2010-06-01", 3),
    ],
)
def test_dates_in_words(text: str, term: str, end: int) -> None:
    literals = Literals(["2026-06-01", "2026-06-21", "2010-02-15", "120"], ["days"])
    found = literals.find(text.split())[0]
    assert (found.entities, found.start, found.end) == ((term,), 0, end)


def test_an_ordinal_or_a_small_number_is_no_date() -> None:
    literals = Literals(["2026-06-01", "120"], ["days"])
    assert not literals.find(["first", "one", "of", "five"])


def test_why_not_keeps_a_kind_that_is_supposed_beside_what_is_seen(animals: Case) -> None:
    text = "Suppose that a bird swims and flies. Why is it not a penguin?"
    supposed = {BIRD: True, "swims(animal)": True, FLIES: True}
    assert read(text, animals) == ("why_not", "is_a(animal, penguin)", supposed)


def test_a_comparison_names_all_that_it_compares(citizenship: Case) -> None:
    text = "Better for Ama, Efua getting leave or her trips being excused? Side by side."
    both = {"gets_leave(efua, 2026-06-01)": True, "absences_excused(home_secretary, ama)": True}
    assert read(text, citizenship) == ("compare", None, both)


def test_a_unit_may_be_written_with_a_capital() -> None:
    finds = Predicate("finds", (Slot("n", ("number",)),), "it finds {n} Salmonella per gram")
    literals = Literals(["140"], units([finds]))
    assert [each.entities for each in literals.find(["it", "finds", "80", "salmonella"])] == [
        ("80",)
    ]
