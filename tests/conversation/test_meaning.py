"""What words mean that a statement says: the rules that conclude it, or that none does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Listing, Manner
from arguendo.wording.page import Role
from tests.conversation.club import club
from tests.conversation.test_how_much import union


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("What does on strike mean?", "strikes"),
        ("what is meant by strike pay?", "pay"),
        ("define eligible for strike pay", "pay"),
        ("What is the meaning of small children in the rules?", "kids"),
        ("what do you mean by a strike?", "strikes"),
        ("what is strike pay?", "pay"),
    ],
)
def test_a_word_of_a_statement_is_asked_for(text: str, wanted: str) -> None:
    query = understand(State(union()), text)
    assert query.statement is not None
    assert (query.manner, query.statement.predicate, query.clarify) == (
        Manner.MEANING,
        wanted,
        False,
    )


@pytest.mark.parametrize(
    "text",
    [
        "What does it mean if Ida is on strike?",
        "define Ida",
        "what does love mean?",
        "what is she eligible for?",
    ],
)
def test_what_follows_and_names_and_strange_words_are_none(text: str) -> None:
    assert understand(State(union()), text).manner is not Manner.MEANING


def test_a_name_is_described() -> None:
    assert understand(State(club()), "what is the tournament?").intent is Intent.DESCRIBE


def test_rules_tell_what_it_takes() -> None:
    page = converse(State(union()), "what does strike pay mean?")[1].page
    assert page.answer == "One rule tells what it takes."
    (told,) = page.of(Role.LIST)
    assert told.lines == (
        "If some member is on strike, then this member is eligible for strike pay.",
    )


def test_a_long_rule_is_told_in_two_sentences(article: Case) -> None:
    page = converse(State(article), "what does credible assurance mean?")[1].page
    (told,) = page.of(Role.LIST)
    assert "(¶5, ¶7). It does not apply if this person publicly supports" in told.lines[1]


def test_without_a_rule_it_is_said_that_none_tells_it() -> None:
    page = converse(State(union()), "what does small children mean?")[1].page
    assert page.answer == (
        "No rule tells what that means; it is taken as it is reported: Ida has 3 small children."
    )


def test_part_of_a_name_is_none(article: Case) -> None:
    query = understand(State(article), "guarantees: definition")
    assert query.intent is Intent.DESCRIBE


@pytest.mark.parametrize("listing", [Listing.FACTS, Listing.OPEN, None])
def test_only_rules_are_listed_so(listing: Listing | None) -> None:
    asked = understand(State(union()), "what does strike pay mean?")
    for intent in (Intent.LIST, Intent.ASK):
        query = replace(asked, intent=intent, listing=listing or Listing.CONCLUSIONS)
        assert "what it takes" not in respond(State(union()), query)[1].page.text
