"""How many there are of what can be listed, and who wrote what all rests on."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Beyond, Intent, Listing
from tests.conversation.test_advising import say


@pytest.mark.parametrize(
    ("text", "listing"),
    [
        ("How many open questions are there?", Listing.OPEN),
        ("how many scenarios do you have?", Listing.SCENARIOS),
        ("And how many rules are there, please?", Listing.RULES),
        ("What number of facts is there?", Listing.FACTS),
    ],
)
def test_a_list_tells_how_many_there_are(article: Case, text: str, listing: Listing) -> None:
    query = understand(State(article), text)
    assert (query.intent, query.listing) == (Intent.LIST, listing)


def test_what_is_not_listed_is_not_counted(article: Case) -> None:
    query = understand(State(article), "How many missiles are there?")
    assert (query.intent, query.beyond) == (Intent.OUT_OF_SCOPE, Beyond.NUMBER)


@pytest.mark.parametrize("text", ["Who wrote this?", "who are the authors?", "And who wrote it?"])
def test_the_authors_are_named(article: Case, text: str) -> None:
    reply = say(article, "Does China fear regime change?", text)
    assert (reply.answer.query.intent, reply.answer.query.statement) == (Intent.SOURCE, None)
    (source,) = article.rulebase.sources
    assert all(author in reply.page.answer for author in source.authors)


def test_several_texts_are_listed(citizenship: Case) -> None:
    reply = say(citizenship, "Who wrote this?")
    titles = [each.title for each in citizenship.rulebase.sources]
    assert len(titles) > 1
    assert all(title in reply.page.text for title in titles)
