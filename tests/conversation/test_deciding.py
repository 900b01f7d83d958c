"""Who could change what was spoken of, and what each could do."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Listing
from tests.conversation.club import club


@pytest.mark.parametrize(
    "text",
    [
        "Who could change that?",
        "Who can stop it?",
        "Who has a say in this?",
        "whose decision is it?",
        "Who decides that?",
        "And who could still prevent that?",
    ],
)
def test_who_has_a_say_in_what_was_spoken_of(article: Case, text: str) -> None:
    state, _ = converse(State(article), "Does North Korea enter negotiations?")
    query = understand(state, text)
    assert (query.intent, query.listing, query.clarify) == (Intent.LIST, Listing.OPEN, False)
    assert query.statement is not None
    assert query.statement.key == "enters_negotiations(north_korea)"


def test_who_has_a_say_in_what_is_named() -> None:
    query = understand(State(club()), "Who could stop Ben from playing in the tournament?")
    assert query.statement is not None
    assert (query.listing, query.statement.key) == (Listing.OPEN, "may_play(ben, tournament)")


def test_each_is_told_with_what_they_could_do(article: Case) -> None:
    state, _ = converse(State(article), "Does China raise pressure on North Korea?")
    page = converse(state, "Who could change that?")[1].page
    assert page.answer.endswith("could make it hold that China raises pressure on North Korea.")
    assert "For President Xi to decide" in page.text


def test_nobody_can_change_what_hangs_on_no_open_question() -> None:
    state, _ = converse(State(club()), "Are the courts of the club wet?")
    page = converse(state, "Who could change that?")[1].page
    assert page.answer.startswith("Nobody could make it no longer hold")
