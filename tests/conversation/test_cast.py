"""Who and what is spoken of, all of it or by kind."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Listing
from tests.conversation.club import club
from tests.conversation.lease import lease

PEOPLE = ("anna", "ben")


def listed(case: Case, text: str) -> tuple[str, ...] | None:
    """Return the entities that a text asks to be listed; None where it asks for something else."""
    query = understand(State(case), text)
    if query.listing is not Listing.ENTITIES or query.clarify:
        return None
    return converse(State(case), text)[1].answer.items


@pytest.mark.parametrize(
    "text",
    [
        "list the people",
        "who are the people involved?",
        "which people are there",
        "can you name all the people in this story?",
        "how many people are there here?",
        "what are the names of the people",
    ],
)
def test_people_are_listed(text: str) -> None:
    assert listed(club(), text) == PEOPLE


@pytest.mark.parametrize(
    "text",
    [
        "who all is in here",
        "who is involved?",
        "who's in this story?",
        "who are the players",
        "who is who",
    ],
)
def test_whoever_can_act_is_listed(text: str) -> None:
    assert listed(club(), text) == ("club", *PEOPLE)


@pytest.mark.parametrize("text", ["list all entities", "Who and what is spoken of?"])
def test_all_are_listed(text: str) -> None:
    assert listed(club(), text) == ("club", *PEOPLE, "tournament")


def test_kinds_are_named_by_their_nouns_or_by_what_means_as_much(article: Case) -> None:
    states = ("united_states", "china", "north_korea", "south_korea")
    assert listed(article, "which countries are there") == states
    assert listed(article, "list the states, please") == states
    assert listed(lease(), "who are the tenants?") == ("mira",)
    assert listed(club(), "which events are there?") == ("tournament",)


@pytest.mark.parametrize(
    "text",
    ["who is in?", "which people pay the fee to the club?", "who is Anna?", "is anybody there?"],
)
def test_what_is_said_of_them_is_no_list(text: str) -> None:
    assert listed(club(), text) is None


def test_each_is_told_with_what_they_are(article: Case) -> None:
    page = converse(State(article), "which countries are involved?")[1].page
    assert page.answer == "This speaks of four states."
    (block,) = (each for each in page.blocks if each.heading == "States")
    assert block.lines[0].startswith("The United States: The state whose strategy is at issue.")


def test_a_list_can_be_asked_for_by_its_words(article: Case) -> None:
    from arguendo.wording.questions import query_in_words

    query = understand(State(article), "which countries are there")
    assert query_in_words(query, article.rulebase) == "Which states are spoken of?"
    again = understand(State(article), "Which states are spoken of?")
    assert (again.intent, again.near) == (Intent.LIST, query.near)
