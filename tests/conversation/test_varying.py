"""Turns that name no more than another day or number."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent
from tests.conversation.lease import lease
from tests.conversation.test_taking_up import last

SUPPOSED = ("Is Yaw entitled?", "what if an application for Yaw is made on 31 March 2028?")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("and on 5 October 2030?", "2030-10-05"),
        ("and on 4 december?", "2028-12-04"),
        ("what about the 3rd?", "2028-03-03"),
        ("and a day later?", "2028-04-01"),
        ("and the day before?", "2028-03-30"),
        ("and two weeks earlier?", "2028-03-17"),
        ("or a month earlier?", "2028-02-29"),
        ("and if it was made three years later?", "2031-03-31"),
    ],
)
def test_another_day_takes_the_place_of_the_one_supposed(
    citizenship: Case, text: str, day: str
) -> None:
    query = last(citizenship, *SUPPOSED, text)
    assert query.intent is Intent.WHAT_IF
    assert query.statement is not None
    assert query.statement.key == "entitled(yaw)"
    assert {s.key: true for s, true in query.assume.items()} == {f"applied(yaw, {day})": True}


def test_the_rest_of_what_is_supposed_stays(citizenship: Case) -> None:
    query = last(citizenship, "What if Yaw was away for 91 days instead of 40?", "and 90?")
    assert {s.key: true for s, true in query.assume.items()} == {
        "longest_absence(yaw, 90)": True,
        "longest_absence(yaw, 40)": False,
    }


@pytest.mark.parametrize("text", ["and 5?", "how about five?", "and with five offers?"])
def test_another_number_takes_the_place_of_the_one_supposed(text: str) -> None:
    supposed = ("May Mira cut the rent?", "what if she warns Mr Holt and has 2 offers?")
    query = last(lease(), *supposed, text)
    assert {s.key: true for s, true in query.assume.items()} == {
        "warns(mira, holt)": True,
        "offers(mira, 5)": True,
    }


def test_the_day_of_a_question_is_varied_too(citizenship: Case) -> None:
    query = last(citizenship, "Was Adjoa exempt on 21 August 2016?", "and on the 20th?")
    assert query.intent is Intent.ASK
    assert query.statement is not None
    assert query.statement.key == "exempt_on(adjoa, 2016-08-20)"


@pytest.mark.parametrize("text", ["and on 31 November?", "and in 20 years or 30?", "and then?"])
def test_what_is_no_other_day_varies_nothing(citizenship: Case, text: str) -> None:
    query = last(citizenship, *SUPPOSED, text)
    days = {argument for s in query.assume for argument in s.arguments if argument[0].isdigit()}
    assert days <= {"2028-03-31"}
