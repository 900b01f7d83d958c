"""Open questions of somebody: those that name him, and those that bear on what is said of him."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.explanation.questions import open_about, open_questions
from arguendo.inquiry.query import Listing
from tests.conversation.lease import lease
from tests.conversation.test_taking_up import last


@pytest.mark.parametrize(
    ("turns", "near"),
    [
        (("What are the open questions about Mr Holt?",), ("holt",)),
        (("Which open questions concern Mira?",), ("mira",)),
        (("what are the open questions?",), ()),
    ],
)
def test_of_whom_open_questions_are_asked(turns: tuple[str, ...], near: tuple[str, ...]) -> None:
    query = last(lease(), *turns)
    assert (query.listing, query.near) == (Listing.OPEN, near)


def test_a_pronoun_tells_of_whom(citizenship: Case) -> None:
    query = last(citizenship, "Is Leo a British citizen?", "what is still open for him?")
    assert (query.listing, query.near) == (Listing.OPEN, ("leo",))


def test_what_bears_on_a_conclusion_about_somebody_is_told_as_well() -> None:
    found = [each.key for each in open_about(lease(), ["holt"])]
    assert found == ["warns(mira, holt)"]
    assert len(open_about(lease(), ["mira"])) == len(open_questions(lease()))


def test_it_is_said_how_many_do_not_bear_on_him() -> None:
    page = converse(State(lease()), "What are the open questions about Mr Holt?")[1].page
    assert "One question is open that bears on Mr Holt; three do not." in page.text
