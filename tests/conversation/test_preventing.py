"""Questions how something is kept from coming about."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent
from tests.conversation.hearing import hearing
from tests.conversation.test_taking_up import last


@pytest.mark.parametrize(
    "text",
    [
        "How can we avoid that the landlord ends its support?",
        "What must be done so that the landlord does not end its support?",
        "is there any way to prevent Corvin Halls from ending its support?",
        "How could one make sure that the landlord never ends its support?",
    ],
)
def test_it_is_asked_what_it_takes_for_it_not_to_hold(text: str) -> None:
    query = last(hearing(), text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.WHAT_WOULD_IT_TAKE, "quits(landlord)")
    assert query.fall


def test_what_was_spoken_of_is_prevented_where_nothing_is_named(article: Case) -> None:
    query = last(article, "Does China fear regime change?", "How can we avoid that?")
    assert query.statement is not None
    assert (query.statement.predicate, query.fall) == ("fears_regime_change", True)


def test_what_is_to_come_about_is_not_prevented() -> None:
    query = last(hearing(), "How can we make sure that the move goes ahead?")
    assert not query.fall
