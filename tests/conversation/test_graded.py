"""Questions for yes or no that name how sure it is to be."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import Reply, State
from arguendo.inquiry.query import Intent, Manner
from arguendo.statements import Statement
from tests.conversation.club import KNOWLEDGE, RULES, club, written

PAID = ("/scenario dry", "Assume Ben pays the club.")
"""With that it is likely that the club holds the tournament."""
PLAIN = "Yes, that is likely: the club holds the tournament."
ONLY = "No, it is only likely that the club holds the tournament."


def say(*turns: str) -> Reply:
    state, reply = State(club()), None
    for turn in (*PAID, *turns):
        state, reply = converse(state, turn)
    assert reply is not None
    return reply


@pytest.mark.parametrize(
    ("text", "degree", "told"),
    [
        ("Is it almost certain that the club holds the tournament?", "almost certain", ONLY),
        ("Is it very likely that the club holds the tournament?", "very likely", ONLY),
        ("Is the club very likely to hold the tournament?", "very likely", ONLY),
        ("Is it certain that the club holds the tournament?", "established", ONLY),
        ("Is the club sure to hold the tournament?", "established", ONLY),
        ("Is the club bound to hold the tournament?", "established", ONLY),
        ("Is it beyond doubt that the club holds the tournament?", "established", ONLY),
        ("Is it guaranteed that the club holds the tournament?", "established", ONLY),
        ("Is the club guaranteed to hold the tournament?", "established", ONLY),
        ("Will the club definitely hold the tournament?", "established", ONLY),
        ("So is it at least likely that the club holds the tournament?", "likely", PLAIN),
        ("Is there a roughly even chance that the club holds it?", "roughly even chance", PLAIN),
        ("Does the club hold the tournament?", None, PLAIN),
        ("How likely is it that the club holds the tournament?", None, PLAIN),
        ("Is it more likely that the club holds the tournament?", None, PLAIN),
    ],
)
def test_the_degree_asked_about_counts(text: str, degree: str | None, told: str) -> None:
    reply = say("Does the club hold the tournament?", text)
    assert reply.answer.query.degree == degree
    assert reply.page.answer == told


@pytest.mark.parametrize(
    "text",
    [
        "How confident are you that the club holds the tournament?",
        "how sure is the author about the club holding the tournament",
        "How certain can we be that the club holds the tournament?",
        "how convinced are you that the club holds the tournament?",
    ],
)
def test_how_sure_something_is_asks_for_no_more(text: str) -> None:
    query = say(text).answer.query
    assert (query.intent, query.manner, query.clarify) == (Intent.ASK, Manner.SURE, False)
    assert str(query.statement) == "holds(club, tournament)"


@pytest.mark.parametrize(
    ("text", "degree", "told"),
    [
        ("Is it at least likely?", "likely", PLAIN),
        ("is that almost certain?", "almost certain", ONLY),
        ("and very likely?", "very likely", ONLY),
        ("Is it beyond doubt?", "established", ONLY),
        ("Is that guaranteed?", "established", ONLY),
        ("is it a sure thing?", "established", ONLY),
    ],
)
def test_a_turn_that_names_a_degree_alone_is_about_the_last_statement(
    text: str, degree: str, told: str
) -> None:
    reply = say("Does the club hold the tournament?", text)
    query = reply.answer.query
    assert (query.intent, query.degree, reply.page.answer) == (Intent.ASK, degree, told)


def test_what_does_not_hold_is_not_so_at_any_degree() -> None:
    reply = say("Is it at least likely that Anna may play in the tournament?")
    assert reply.answer.query.degree == "likely"


def test_what_it_rests_on_is_told_of_what_is_asked_how_sure_it_is(article: Case) -> None:
    text = "How sure are you that China withholds pressure?"
    page = converse(State(article), text)[1].page
    assert page.answer.startswith("Likely, not more: ")
    assert "Beijing fears regime change on its border (likely)" in page.text


def test_what_nothing_open_could_change_may_not_be_surer() -> None:
    dry = RULES.replace("    unless:\n      - the courts of ?club are wet\n", "")
    pays, holds = "?member pays the fee to ?club\n    then: ", "?club holds the tournament"
    rules = dry.replace(
        f"{pays}{holds}", "Anna trusts Ben\n    then: the club holds the tournament"
    )
    text = "How sure are you that the club holds the tournament?"
    assert converse(State(written(KNOWLEDGE, rules)), text)[1].page.answer == (
        "Likely: the club holds the tournament."
    )


@pytest.mark.parametrize(
    "text",
    [
        "could it be more than that?",
        "Can it get any better?",
        "is that the best it can be",
        "and could it be more likely",
        "might that be higher?",
    ],
)
def test_whether_it_could_be_more_asks_what_makes_it_surer(text: str) -> None:
    query = say("How sure is it that the club holds the tournament?", text).answer.query
    assert query.statement is not None
    assert (query.intent, query.degree) == (Intent.WHAT_WOULD_IT_TAKE, "very likely")
    assert query.statement.predicate == "holds"


@pytest.mark.parametrize("text", ["How sure?", "how sure are you of that?", "is that certain?"])
@pytest.mark.parametrize(
    "turns",
    [
        ("What if it has hair, eats meat and has dark spots?",),
        ("/assume the animal has hair", "/assume the animal eats meat", "It has dark spots."),
    ],
)
def test_after_a_supposition_it_is_of_what_that_brings_about(
    animals: Case, turns: tuple[str, ...], text: str
) -> None:
    state = State(animals)
    for turn in (*turns, text):
        state, reply = converse(state, turn)
    query = reply.answer.query
    assert (query.statement, query.manner) == (
        Statement("is_a", ("animal", "cheetah")),
        Manner.SURE,
    )
    assert "ikely" in reply.page.answer


@pytest.mark.parametrize(
    "text",
    [
        "What would make you surer?",
        "what could make it likelier",
        "How could we be more certain?",
        "What would raise the likelihood of that?",
        "What would make you surer that the club holds the tournament?",
    ],
)
def test_what_makes_it_surer_asks_for_a_degree_above(text: str) -> None:
    query = say("Does the club hold the tournament?", text).answer.query
    assert (query.intent, query.degree) == (Intent.WHAT_WOULD_IT_TAKE, "very likely")
    assert query.statement == Statement("holds", ("club", "tournament"))
    told = say("Does the club hold the tournament?", "Who pays the fee?", text).answer.query
    assert told.statement == query.statement
