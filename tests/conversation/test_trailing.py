"""Questions that follow what is supposed without a sign where they begin."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("if grace bins her citizenship is her lad leo still a brit", "british_citizen(leo)"),
        ("what if yaw hadnt done his full ten in uk, residency route bust?", "by_residence(yaw)"),
        ("if rowan is shown to come from elsewhere do they presume it", "presumed_local(rowan)"),
    ],
)
def test_a_question_behind_what_is_supposed_is_found(
    citizenship: Case, text: str, asked: str
) -> None:
    query = understand(State(citizenship), text)
    assert (query.intent, query.statement and query.statement.key) == (Intent.WHAT_IF, asked)
    assert len(query.assume) == 1


@pytest.mark.parametrize(
    "text",
    [
        "What if Grace gives up her citizenship and Ruth gives up hers?",
        "What if Grace gives up her citizenship, Ruth too?",
        "What if Grace gives up her citizenship and so does Ruth?",
        "What if Grace gives up her citizenship and Ruth does as well?",
        "What if Grace gives up her citizenship, and Ruth hers?",
        "Suppose the Family Court makes the order, the adoption is annulled",
    ],
)
def test_what_else_is_supposed_is_no_question(citizenship: Case, text: str) -> None:
    query = understand(State(citizenship), text)
    assert (query.statement, len(query.assume)) == (None, 2)
