"""What somebody comes away with, whatever it is."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query
from tests.conversation.hearing import hearing


def last(case: Case, *texts: str) -> Query:
    state, reply = converse(State(case), texts[0])
    for text in texts[1:]:
        state, reply = converse(state, text)
    return reply.answer.query


@pytest.mark.parametrize(
    "texts",
    [
        ("Does Marina get anything at all?",),
        ("So Marina goes away empty-handed?",),
        ("Was Marina born in Britain?", "so she gets nothing?"),
    ],
)
def test_what_somebody_gets_is_what_it_comes_to_and_asked_back(
    citizenship: Case, texts: tuple[str, ...]
) -> None:
    query = last(citizenship, *texts)
    assert query.statement is not None
    assert query.statement.key == "british_citizen(marina)"
    assert query.clarify


@pytest.mark.parametrize("text", ["Does Marina get a passport?", "Does anybody get anything?"])
def test_what_is_named_or_asked_of_nobody_is_read_as_before(citizenship: Case, text: str) -> None:
    query = last(citizenship, text)
    assert query.confidence != 0.7 or query.statement is None


@pytest.mark.parametrize(
    "text",
    [
        "What's going to happen to the relocation?",
        "And what becomes of the move if nobody does anything?",
        "If nothing changes, what happens to the move?",
    ],
)
def test_what_happens_to_something_is_what_it_comes_to_for_it(text: str) -> None:
    query = understand(State(hearing()), text)
    assert query.statement is not None
    assert (query.intent, query.clarify, query.assume) == (Intent.ASK, True, {})
    assert "move" in query.statement.arguments
