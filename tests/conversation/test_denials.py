"""What clauses deny: with words of the opposite meaning, by turns, and after a denial."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.club import KNOWLEDGE, RULES, club, written


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


FOUR = ("regime_change", "regime_collapse", "accelerated_reunification", "troops_north_of_38th")


@pytest.mark.parametrize(
    ("text", "predicate", "who", "true"),
    [
        ("What if Trump endorses the four no's?", "publicly_renounces", "trump", True),
        ("What if Trump publicly backs the 4 No's?", "publicly_renounces", "trump", True),
        ("What if Trump rejects the four no's?", "publicly_supports", "trump", True),
        ("What if Tillerson takes back the four no's?", "publicly_renounces", "tillerson", False),
    ],
)
def test_what_is_said_of_a_group_as_such_goes_before_what_is_said_of_its_members(
    article: Case, text: str, predicate: str, who: str, true: bool
) -> None:
    assert assumed(text, article) == {f"{predicate}({who}, {policy})": true for policy in FOUR}


def test_who_backs_those_who_renounce_something_renounces_it(article: Case) -> None:
    text = "What if Trump publicly supports the two secretaries?"
    assert assumed(text, article) == {"publicly_renounces(trump, regime_change)": True}


@pytest.mark.parametrize(
    "text", ["Suppose Xi promises then reneges", "Suppose Xi promises but then reneges"]
)
def test_what_is_done_and_then_undone_is_both_assumed(article: Case, text: str) -> None:
    expected = {"promises_pressure(xi, trump)": True, "reneges(china)": True}
    assert assumed(text, article) == expected


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "ok but even with assurances china cant calibrate sanctions, right?",
            "doubts_calibration",
        ),
        ("even with Trump's word China fears regime change, right?", "fears_regime_change"),
    ],
)
def test_behind_with_it_is_asked_what_another_does(article: Case, text: str, asked: str) -> None:
    query = understand(State(article), text)
    assert query.statement is not None
    assert query.statement.predicate == asked
    assert [each.predicate for each in query.assume] == ["personally_assures"]


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("What if there is no permit?", False),
        ("What if neither a permit nor wet courts?", False),
        ("What if the club refuses a permit?", False),
        ("What if the club does not refuse a permit?", True),
    ],
)
def test_what_is_denied_in_a_word_that_is_not_said_is_denied_once(text: str, true: bool) -> None:
    permit = """statements:
  permit:
    slots: {club: body, event: event}
    says: "{club} [issues|issue] a permit for {event}"
    denies: "{club} [refuses|refuse] a permit for {event}"
"""
    asked = "questions:\n  - ask: the club issues a permit for the tournament\n"
    knowledge = KNOWLEDGE.replace("statements:\n", permit, 1).replace("questions:\n", asked)
    case = written(knowledge, RULES)
    assert assumed(text, case)["permit(club, tournament)"] is true


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("What if there is neither a dog nor a fee from Ben?", "there is neither a dog"),
        ("What if there is no dog and Ben pays the fee?", "there is no dog"),
    ],
)
def test_a_denial_that_is_like_nothing_is_noted_as_left_out(text: str, left: str) -> None:
    _, reply = converse(State(club()), text)
    assert reply.answer.query.unread == (left,)


@pytest.mark.parametrize(
    "text",
    [
        "if trump withholds his personal assurance, is there a deal?",
        "if trump takes back his personal assurance, is there a deal?",
        "if the personal assurance from trump falls through, is there a deal?",
        "if Trump's personal assurance never materialises, is there a deal?",
        "if Trump's personal assurance turns out fake, is there a deal?",
    ],
)
def test_what_comes_to_nothing_or_is_taken_back_is_denied(article: Case, text: str) -> None:
    assert assumed(text, article) == {"personally_assures(trump, xi, no_regime_change)": False}


@pytest.mark.parametrize(
    "text",
    [
        "I don't believe a word of it, but let's take it that the animal can't swim.",
        "I doubt it, but assume it does not swim.",
        "I don't buy that. Suppose it cannot swim.",
        "Let us say, and I grant it's a stretch, that it cannot swim.",
        "I don't buy the swimming story, so take it as proven that it cannot swim.",
    ],
)
def test_what_is_not_believed_may_be_assumed(animals: Case, text: str) -> None:
    query = understand(State(animals), text)
    assert (query.intent.value, assumed(text, animals)) == ("assume", {"swims(animal)": False})


@pytest.mark.parametrize(
    "asks", ["what is different", "anything different?", "what would look different"]
)
def test_what_is_different_asks_for_whatever_happens_then(article: Case, asks: str) -> None:
    query = understand(State(article), f"if Moon is not committed to reunification, {asks}")
    assert (query.intent.value, query.statement) == ("what_if", None)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        (
            "I doubt these two agree on lunch, so tell me what a Trump-Xi deal would require.",
            "what_would_it_take",
        ),
        ("I don't buy that China is afraid, so why does it withhold pressure?", "why"),
        ("I don't believe that Xi promises pressure.", "ask"),
    ],
)
def test_what_is_asked_beside_a_doubt_is_what_is_meant(
    article: Case, text: str, intent: str
) -> None:
    assert understand(State(article), text).intent.value == intent


@pytest.mark.parametrize(
    "denies", ["will not register", "won't register", "is not going to register"]
)
def test_what_will_not_be_is_denied(citizenship: Case, denies: str) -> None:
    assert assumed(f"Assume the Home Secretary {denies} Yaw", citizenship) == {
        "registers(home_secretary, yaw, 2026-11-02)": False
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not a carnivore, could it be a tiger?", {"belongs_to(animal, carnivore)": False}),
        ("no mammal at all, could it be a tiger", {"belongs_to(animal, mammal)": False}),
        ("what would change without stripes?", {"has(animal, black_stripes)": False}),
        (
            "Suppose the neck is long, the legs are long.",
            {"has(animal, long_neck)": True, "has(animal, long_legs)": True},
        ),
        (
            "neck long, legs long, hooves. is it a giraffe",
            {
                "has(animal, long_neck)": True,
                "has(animal, long_legs)": True,
                "has(animal, hooves)": True,
            },
        ),
    ],
)
def test_what_an_animal_is_or_has_or_lacks_is_supposed(
    animals: Case, text: str, expected: dict[str, bool]
) -> None:
    query = understand(State(animals), text)
    assert query.intent in (Intent.WHAT_IF, Intent.ASSUME)
    assert assumed(text, animals) == expected


@pytest.mark.parametrize(
    "text",
    [
        "feathers yes, hair no. is it a bird?",
        "feathers yes hair no, bird?",
        "hair: no. feathers: yes. bird?",
        "no fur, plumage yes, is it a bird?",
    ],
)
def test_what_is_ticked_off_is_affirmed_or_denied(animals: Case, text: str) -> None:
    expected = {"has(animal, feathers)": True, "has(animal, hair)": False}
    assert assumed(text, animals) == expected


@pytest.mark.parametrize("text", ["Close consultation missing", "Close consultation gone for good"])
def test_what_is_missing_is_denied(article: Case, text: str) -> None:
    key = "consults_closely(united_states, south_korea)"
    assert assumed(f"{text}: coordinated strategy still possible?", article) == {key: False}
