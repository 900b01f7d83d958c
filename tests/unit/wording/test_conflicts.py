"""What gives way, told with what it gives way to."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Listing
from arguendo.wording.answers import word
from arguendo.wording.page import Role
from tests.builders import rule, rulebase
from tests.unit.wording.samples import ask

LONG = (
    "What is left out where all of them come past is eaten up by whoever is the first to see it, "
    "unless it is for somebody else"
)


@pytest.mark.parametrize(
    ("title", "then"), [("Cake is eaten", ", but"), (LONG, ". But")], ids=["short", "long"]
)
def test_what_it_gives_way_to_is_a_sentence_of_its_own_where_one_would_be_long(
    title: str, then: str
) -> None:
    conditions = ["minding()", "selling()", "watching()"]
    cake = rule("cake", title=title, if_=["there()"], unless=conditions, then="eaten()")
    case = Case.of(rulebase(facts=["there()", *conditions], rules=[cake]))
    told = word(ask(case, "list", listing=Listing.CONFLICTS)).of(Role.LIST)[0].lines
    assert told == (
        f"It would follow by “{title}” that “eaten” holds{then} "
        "“minding” holds, “selling” holds, and “watching” holds.",
    )
