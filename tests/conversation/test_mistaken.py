"""Somebody held to be wrong about another."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.club import club


@pytest.mark.parametrize(
    "text",
    [
        "Anna is wrong about Ben",
        "what if Anna is mistaken about Ben?",
        "Anna was wrong on Ben.",
        "suppose Anna got Ben wrong",
    ],
)
def test_what_is_said_of_one_about_another_is_supposed_not_to_be_so(text: str) -> None:
    query = understand(State(club()), text)
    assert (query.intent, query.clarify) == (Intent.WHAT_IF, True)
    assert {each.key: true for each, true in query.assume.items()} == {"trusts(anna, ben)": False}


def test_of_several_things_each_is_offered(citizenship: Case) -> None:
    query = understand(State(citizenship), "the Home Secretary is wrong about Yaw")
    supposed = {s.predicate for each in (query, *query.alternatives) for s in each.assume}
    assert supposed == {"character_doubted", "registers"}


@pytest.mark.parametrize("text", ["is Anna wrong about Ben?", "Ben is wrong about Anna"])
def test_what_nobody_is_said_to_hold_is_not_denied(text: str) -> None:
    assert "trusts" not in {each.predicate for each in understand(State(club()), text).assume}


def test_who_is_not_spoken_of_is_said_not_to_be(citizenship: Case) -> None:
    _, reply = converse(State(citizenship), "the registrar is wrong about Yaw")
    assert reply.page.answer.startswith("“registrar” is not spoken of here.")
    supposed = {
        s.predicate
        for q in (reply.answer.query, *reply.answer.query.alternatives)
        for s in q.assume
    }
    assert supposed == {"character_doubted", "registers"}
