"""Where something is done or is, and questions that say but the beginning of a statement."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.club import written
from tests.conversation.lease import KNOWLEDGE, RULES

FLOORS = """\
entities:
  attic: {name: the attic, kind: floor}
  cellar: {name: the cellar, kind: floor}
"""
STOPS = """\
statements:
  stops:
    slots: {machine: machine, floor: floor}
    says: "{machine} [stops|stop] at {floor}"
  fit:
    slots: {tenant: tenant}
    says: "{tenant} [is|are] fit to move"
"""
OFFICE = "{name: the housing office, kind: authority}"
HALL = '{name: the housing office, kind: authority, about: "The office at the town hall."}'


def house() -> Case:
    """Return the lease with floors, at one of which the lift stops."""
    told = "facts:\n  - say: the lift stops at the cellar\n  - say: Mira is fit to move\n"
    knowledge = KNOWLEDGE.replace("entities:\n", FLOORS).replace("statements:\n", STOPS)
    return written(knowledge.replace("facts:\n", told).replace(OFFICE, HALL), RULES)


@pytest.mark.parametrize(
    "turns",
    [
        ("Where does the lift stop?",),
        ("so where will the lift stop",),
        ("What is the lift?", "Where does it stop?"),
    ],
)
def test_where_something_is_done_asks_for_what_else_a_statement_is_about(
    turns: tuple[str, ...],
) -> None:
    state = State(house())
    for text in turns:
        state, reply = converse(state, text)
    assert reply.answer.query.intent is Intent.ASK
    assert "the lift stops at the cellar" in reply.page.text


def test_nobody_asks_for_a_person_by_where() -> None:
    query = understand(State(house()), "Where does Mira warn in writing?")
    assert query.quantified is None


def test_what_is_described_by_its_place_is_described_where_that_is_asked() -> None:
    query = understand(State(house()), "Where is the housing office located?")
    assert (query.intent, query.entity, query.clarify) == (Intent.DESCRIBE, "office", True)


def test_the_beginning_of_a_statement_is_read_though_such_words_mostly_judge() -> None:
    query = understand(State(house()), "Is Mira fit?")
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.ASK, "fit(mira)")


TELLS = """\
statements:
  told:
    slots: {tenant: tenant, landlord: landlord, machine: machine}
    says: "{tenant} told {landlord} that {machine} is loud"
"""


@pytest.mark.parametrize(
    ("text", "clarify"),
    [
        ("What did Mira tell Mr Holt?", False),
        ("What did she tell Mr Holt?", False),
        ("What did she tell the old man downstairs?", True),
    ],
)
def test_what_somebody_told_somebody_is_told(text: str, clarify: bool) -> None:
    told = "facts:\n  - say: Mira told Mr Holt that the lift is loud\n"
    knowledge = KNOWLEDGE.replace("statements:\n", TELLS).replace("facts:\n", told)
    query = understand(State(written(knowledge, RULES)), text)
    assert query.statement is not None
    assert (query.statement.key, query.clarify) == ("told(mira, holt, lift)", clarify)
