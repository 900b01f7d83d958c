"""Places in lists and comparisons, scenarios of everything but one, and which of two is better."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent
from tests.conversation.club import club
from tests.conversation.test_taking_up import last, meaning

COMPARED = "Compare the one where China reneges with the full strategy."
TALKS = "enters_negotiations(north_korea)"


def assumed(case: Case, scenario: str) -> dict[str, bool]:
    made = case.rulebase.scenario[scenario].assumptions
    return {each.statement.key: each.degree > 0 for each in made}


@pytest.mark.parametrize(
    ("place", "scenario"),
    [
        ("Under the second one", "full_strategy"),
        ("In the first", "china_reneges"),
        ("and in the latter", "full_strategy"),
        ("With the former", "china_reneges"),
    ],
)
def test_a_question_is_put_to_a_case_by_its_place(article: Case, place: str, scenario: str) -> None:
    query = last(article, COMPARED, f"{place}, does North Korea negotiate?")
    assert meaning(query) == (Intent.WHAT_IF, TALKS, assumed(article, scenario))
    assert meaning(last(article, COMPARED, "Does North Korea negotiate?", place)) == meaning(query)


@pytest.mark.parametrize(
    ("text", "intent", "goal"),
    [
        ("run everything but Seoul", Intent.ASSUME, None),
        ("what if all except Seoul falls into place?", Intent.WHAT_IF, None),
        ("Everything but Seoul in place, does North Korea negotiate?", Intent.WHAT_IF, TALKS),
    ],
)
def test_everything_but_one_is_a_scenario_called_so(
    article: Case, text: str, intent: Intent, goal: str | None
) -> None:
    expected = (intent, goal, assumed(article, "seoul_breaks_ranks"))
    assert meaning(last(article, text)) == expected


def test_everything_but_what_no_scenario_leaves_out_is_none(article: Case) -> None:
    assert not last(article, "In everything but name, is South Korea an ally?").assume


def test_the_second_of_a_list_is_the_statement_in_that_place(animals: Case) -> None:
    state, reply = converse(State(animals), "What is still open?")
    first, second, third = reply.answer.about[:3]
    state, reply = converse(state, "assume the first one and the third")
    assert set(reply.answer.query.assume) == {first, third}
    state, _ = converse(state, "yes")
    state, reply = converse(state, "is the second one so?")
    assert reply.answer.query.statement == second
    state, reply = converse(state, "forget the second one")
    assert reply.answer.query.statement == third, "of what is assumed, not of the list"


def test_which_of_the_two_is_better_compares_what_was_supposed(animals: Case) -> None:
    turns = ("Is it a mammal if it has hair?", "And if it gives milk?")
    query = last(animals, *turns, "Which of the two is the surer sign?")
    assert query.intent is Intent.COMPARE
    assert [[s.key for s in case] for case in query.cases] == [
        ["has(animal, hair)"],
        ["gives_milk(animal)"],
    ]
    advice = last(animals, *turns, "Which of the two should the keeper choose?")
    assert advice.intent is not Intent.COMPARE


def test_a_what_if_is_said_to_be_more_than_the_scenario() -> None:
    state, _ = converse(State(club()), "What if Ben pays the fee to the club?")
    text = converse(state, "What are the scenarios?")[1].page.text
    assert "This is where we are, but for what is supposed besides." in text
    assert (
        "This is where we are." in converse(State(club()), "What are the scenarios?")[1].page.text
    )


@pytest.mark.parametrize(
    "text", ["Which of the two does the trick?", "which of them matters more?"]
)
def test_of_two_things_supposed_together_each_is_a_case(text: str) -> None:
    asked = "If Ben pays the fee and Anna pays the fee, may Ben play in the tournament?"
    query = last(club(), asked, text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.COMPARE, "may_play(ben, tournament)")
    assert [[s.key for s in each] for each in query.cases] == [
        ["pays_fee(ben, club)"],
        ["pays_fee(anna, club)"],
    ]
