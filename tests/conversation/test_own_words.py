"""Questions in a rule base's own words, whatever these are turns of phrase for elsewhere."""

from __future__ import annotations

import pytest

from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Listing
from tests.conversation.hearing import hearing
from tests.conversation.test_taking_up import last


@pytest.mark.parametrize("text", ["move justified?", "is the relocation justified"])
def test_what_says_just_a_statement_asks_for_it(text: str) -> None:
    query = understand(State(hearing()), text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.ASK, "justified(move)")


def test_a_question_word_still_asks_for_more() -> None:
    assert understand(State(hearing()), "how is the move justified?").intent is not Intent.ASK


@pytest.mark.parametrize(
    "text",
    ["When would all this start?", "When will it begin?", "when does the move start?"],
)
def test_when_something_begins_is_the_day_in_the_fact_that_says_so(text: str) -> None:
    query = understand(State(hearing()), text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.WHEN, "starts(move, 2026-03-01)")


@pytest.mark.parametrize("text", ["When does the lease end?", "how long will the lease run?"])
def test_when_something_ends_is_the_day_until_which_it_lasts(text: str) -> None:
    query = understand(State(hearing()), text)
    assert query.statement is not None
    assert (query.intent, query.statement.predicate) == (Intent.WHEN, "lease_until")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Who gets to decide about the money for the stalls?", None),
        ("Who decides about the exemption?", "exempts(move)"),
        ("whose decision is the planner?", "hires(mayor)"),
    ],
)
def test_who_decides_is_told_of_what_is_open_by_a_word_of_it(text: str, key: str | None) -> None:
    query = understand(State(hearing()), text)
    found = query.statement.key if query.statement else None
    if key is not None:
        assert (query.intent, query.listing, found) == (Intent.LIST, Listing.OPEN, key)
    else:
        assert query.clarify  # two open questions are about stalls


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("how much does it cost?", "costs"),
        ("what will the measure cost?", "costs"),
        ("how much money is in the reserve?", "reserve"),
    ],
)
def test_a_number_is_told_of_what_is_not_named_where_only_one_thing_has_it(
    text: str, predicate: str
) -> None:
    query = understand(State(hearing()), text)
    assert query.statement is not None
    assert (query.statement.predicate, query.value is not None) == (predicate, True)


@pytest.mark.parametrize("text", ["is the move warranted?", "would the relocation be justifiable"])
def test_a_rule_base_that_tells_no_words_is_asked_in_those_of_the_wider_lexicon(text: str) -> None:
    query = understand(State(hearing()), text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.ASK, "justified(move)")


def test_a_rule_base_that_tells_no_words_is_asked_by_the_names_of_its_statements() -> None:
    query = understand(State(hearing()), "Will Corvin Halls quit?")
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.ASK, "quits(landlord)")


def test_what_one_can_do_alone_is_asked_of_another() -> None:
    query = last(hearing(), "What could the mayor do alone?", "And the landlord?")
    assert (query.intent, query.by) == (Intent.WHAT_WOULD_IT_TAKE, "landlord")


def test_what_one_can_do_is_asked_of_what_could_come_about_and_not_of_a_fact() -> None:
    query = last(hearing(), "how much does it cost?", "What can the mayor do about it?")
    assert query.statement is None or query.statement.predicate != "costs"


def test_a_question_about_another_is_not_one_about_the_last_statement() -> None:
    query = last(hearing(), "Do the traders oppose the move?", "What about the mayor in that case?")
    assert query.statement is None or query.statement.predicate != "opposes"


def test_names_alone_leave_it_in_doubt_what_is_said_of_somebody() -> None:
    assert last(hearing(), "Are the traders wearing purple trousers?").clarify


def test_a_word_or_two_that_name_what_a_statement_says_are_asked_back_about() -> None:
    query = last(hearing(), "fish stalls")
    assert query.statement is not None
    assert (query.intent, query.statement.key, query.clarify) == (Intent.ASK, "exempts(move)", True)
    assert last(hearing(), "purple stalls").statement is None


def test_what_begins_that_no_fact_speaks_of_has_no_day() -> None:
    query = last(hearing(), "When does school begin?")
    assert query.clarify or query.intent is not Intent.WHEN
