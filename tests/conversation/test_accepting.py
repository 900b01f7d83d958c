"""What was to be assumed, and is taken up by a question that goes on with it."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent
from tests.conversation.test_taking_up import last, meaning

OFFERED = "assume the newspapers call Xi a liar for reneging"
RENEGES, PRESSES = "reneges(china)", "raises_pressure(china, north_korea)"


def test_it_was_asked_back_about(article: Case) -> None:
    query = last(article, OFFERED)
    assert (query.intent, query.clarify, meaning(query)[2]) == (
        Intent.ASSUME,
        True,
        {RENEGES: True},
    )


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Given that, does China raise pressure?", Intent.WHAT_IF),
        ("yes, and does China raise pressure then?", Intent.WHAT_IF),
        ("In that case, why does China not raise pressure?", Intent.WHY_NOT),
    ],
)
def test_a_question_goes_on_with_what_was_offered(article: Case, text: str, intent: Intent) -> None:
    query = last(article, OFFERED, text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (intent, PRESSES)
    assert meaning(query)[2] == {RENEGES: True}


@pytest.mark.parametrize("text", ["No, does China raise pressure?", "Does China raise pressure?"])
def test_no_question_that_leaves_it_does(article: Case, text: str) -> None:
    assert meaning(last(article, OFFERED, text))[2] == {}
