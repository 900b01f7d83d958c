"""What all of it is about: title, what its author says, and what one can ask first."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Manner
from arguendo.wording.page import Role
from tests.conversation.club import club


@pytest.mark.parametrize(
    "text",
    [
        "What is this about?",
        "so what's all this about",
        "what's it about?",
        "What is the topic here?",
    ],
)
def test_the_subject_of_all_of_it_is_asked_for(text: str) -> None:
    query = understand(State(club()), text)
    assert (query.intent, query.manner, query.clarify) == (Intent.HELP, Manner.SUBJECT, False)


def test_what_was_spoken_of_may_be_what_it_is_about() -> None:
    state, _ = converse(State(club()), "Who is Ben?")
    assert understand(state, "what is it about?").manner is not Manner.SUBJECT
    assert understand(state, "what is all this about?").manner is Manner.SUBJECT


def test_title_author_people_and_conclusions_are_told(article: Case) -> None:
    page = converse(State(article), "what's this about?")[1].page
    assert page.answer == f"This is about “{article.rulebase.title}”."
    (told, people) = (line for block in page.of(Role.REASON) for line in block.lines)
    assert told.startswith("An argument")
    assert people.startswith("It speaks of President Trump, ")
    (asked,) = page.of(Role.LIST)
    assert asked.lines[0] == "Does North Korea enter negotiations?"


def test_without_people_or_a_word_of_its_author_the_title_is_told() -> None:
    page = converse(State(club()), "what is this about?")[1].page
    assert page.answer == "This is about “Will the club hold its tournament?”"
