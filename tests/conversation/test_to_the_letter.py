"""Questions in the words of a declared sentence, whatever else is called by one of them."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.club import KNOWLEDGE, RULES, written

STATEMENTS = """\
statements:
  lights:
    slots: {club: body}
    says: "{club} [puts|put] up more lights"
    denies: "{club} [puts|put] up no more lights"
  beams:
    slots: {firm: firm, number: number}
    says: "{firm} [puts|put] up {number} lights"
"""
FACTS = """\
facts:
  - say: Bright Brothers put up 20 lights
"""


def lit(firm: str) -> Case:
    """A club with a firm that has some id and names."""
    knowledge = KNOWLEDGE.replace("entities:\n", f"entities:\n  {firm}\n")
    knowledge = knowledge.replace("statements:\n", STATEMENTS).replace("facts:\n", FACTS)
    return written(knowledge, RULES)


BY_ID = "lights: {name: Bright Brothers, kind: firm, plural: true}"
BY_ALIAS = "firm: {name: Bright Brothers, kind: firm, plural: true, aliases: [lights]}"


@pytest.mark.parametrize("firm", [BY_ID, BY_ALIAS])
@pytest.mark.parametrize(
    "text",
    [
        "Does the club put up more lights?",
        "Will Greenfield put up more lights?",
        "Is it the case that the club puts up more lights?",
        "Is it true that the club puts up more lights?",
    ],
)
def test_a_name_swallows_no_word_of_a_declared_sentence(firm: str, text: str) -> None:
    query = understand(State(lit(firm)), text)
    key = query.statement.key if query.statement else None
    assert (query.intent, key, query.clarify) == (Intent.ASK, "lights(club)", False)


@pytest.mark.parametrize("firm", [BY_ID, BY_ALIAS])
def test_nor_where_it_is_asked_what_it_would_take(firm: str) -> None:
    query = understand(State(lit(firm)), "What would it take for the club to put up more lights?")
    key = query.statement.key if query.statement else None
    assert (query.intent, key) == (Intent.WHAT_WOULD_IT_TAKE, "lights(club)")
    assert not query.clarify


BARE = """\
statements:
  among:
    slots: {member: person, event: event}
    says: "{member} is on {event}"
    denies: "{member} is not on {event}"
    also:
      - "{member} is in {event}"
  barred:
    slots: {event: event}
    says: "{event} is sheltered"
"""


def bare() -> Case:
    """A club with a statement of small words, and one that nothing is reported of."""
    asked = "questions:\n  - ask: Anna is on the tournament\n"
    knowledge = KNOWLEDGE.replace("questions:\n", asked)
    return written(knowledge.replace("statements:\n", BARE), RULES)


@pytest.mark.parametrize(
    "text",
    [
        "How sure is it that Anna is in the tournament?",
        "How sure are you that Anna is in the summer cup?",
        "How certain is it that Anna is on the summer cup",
    ],
)
def test_a_clause_of_small_words_is_understood_to_the_letter(text: str) -> None:
    query = understand(State(bare()), text)
    assert query.statement is not None
    assert (query.statement.key, query.clarify) == ("among(anna, tournament)", False)


def test_a_pronoun_is_the_only_one_of_whom_something_unheard_of_can_be_supposed() -> None:
    query = understand(State(bare()), "what if it is sheltered?")
    assert {each.key: true for each, true in query.assume.items()} == {"barred(tournament)": True}
