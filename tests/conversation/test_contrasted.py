"""Two entities compared: in one statement, or in all that is concluded of either."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.club import written
from tests.conversation.contest import KNOWLEDGE, RULES, contest


@pytest.mark.parametrize(
    ("text", "statement", "two"),
    [
        ("Compare Ada and Bo", None, ("ada", "bo")),
        ("What is the difference between Cyd and Ada?", None, ("cyd", "ada")),
        ("how does Ada differ from Bo?", None, ("ada", "bo")),
        ("Compare Ada's chances with Bo's.", None, ("ada", "bo")),
        ("Compare Ada's chances with Bo's chances", None, ("ada", "bo")),
        ("Compare Ada's prize and Bo's", "prize(ada)", ("ada", "bo")),
        ("Who is better off, Bo or Ada?", None, ("bo", "ada")),
        ("difference between Bo and Ada for the prize", "prize(bo)", ("bo", "ada")),
        ("Why is Ada qualified and Bo not?", "qualified(ada)", ("ada", "bo")),
        ("I do not understand why Ada is qualified but Bo is not", "qualified(ada)", ("ada", "bo")),
        ("why is Bo not qualified while Ada is?", "qualified(bo)", ("bo", "ada")),
    ],
)
def test_two_are_compared_and_neither_is_dropped(
    text: str, statement: str | None, two: tuple[str, str]
) -> None:
    query = understand(State(contest()), text)
    assert query.intent is Intent.COMPARE
    assert (query.statement and query.statement.key, query.two) == (statement, two)
    assert (query.assume, query.cases) == ({}, ())


@pytest.mark.parametrize(
    ("turns", "answer", "reason"),
    [
        (
            ["Is Ada qualified?", "and Bo, same thing?", "what's the difference?"],
            "It is likely that Ada is qualified, but it is not established that Bo is qualified.",
            "Bo scores 40 points, where at least 60 would be needed, while Ada scores 90 points",
        ),
        (
            ["why does Ada get a prize and Cyd not?"],
            "It is likely that Ada gets a prize, but it is not established that Cyd gets a prize.",
            "Cyd cheated (likely), while nothing shows that Ada cheated",
        ),
        (["Compare Ada and Cyd"], "Ada and Cyd differ in", "Cyd scores 70 points"),
        (["Why is Ada qualified and Cyd not?"], "It is the same for both: ", "Cyd scores 70"),
    ],
)
def test_what_accounts_for_a_difference_is_told(turns: list[str], answer: str, reason: str) -> None:
    state = State(contest())
    for text in turns:
        state, reply = converse(state, text)
    assert reply.page.text.startswith(answer)
    assert reason in reply.page.text


@pytest.mark.parametrize(
    ("first", "meant", "two", "statement"),
    [
        ("Compare Ada and Bo", "no, I meant Cyd", ("ada", "cyd"), None),
        ("Compare Ada and Bo", "no, not Ada, Cyd", ("cyd", "bo"), None),
        ("Compare Ada and Bo", "no, I meant Bo and Cyd", ("bo", "cyd"), None),
        ("Why is Ada qualified and Bo not?", "I meant Cyd", ("ada", "cyd"), "qualified(ada)"),
        ("Why is Ada qualified and Bo not?", "not Ada, Cyd", ("cyd", "bo"), "qualified(cyd)"),
    ],
)
def test_another_one_is_compared_when_that_one_was_meant(
    first: str, meant: str, two: tuple[str, str], statement: str | None
) -> None:
    state, _ = converse(State(contest()), first)
    query = converse(state, meant)[1].answer.query
    assert query.intent is Intent.COMPARE
    assert (query.two, query.statement and query.statement.key) == (two, statement)


def test_days_of_which_the_same_was_asked_are_not_compared_as_two() -> None:
    state = State(contest())
    for text in ("Was Bo barred on 2 April 2030?", "Was Bo barred on 4 April 2030?"):
        state, _ = converse(state, text)
    assert understand(state, "what is the difference?").two == ()


def test_what_is_long_is_parted_between_the_two_and_not_within_one() -> None:
    short = '    says: "{swimmer} [scores|score] {points} points"\n'
    told = "in a final, which many who came that evening still remember well, {swimmer} took"
    long = f'    says: "{told} home with her a total of {{points}} points"\n'
    case = written(KNOWLEDGE.replace(short, long + short.replace("says", "also")), RULES)
    page = converse(State(case), "Compare Ada and Bo")[1].page
    assert "home with her a total of 90 points; in a final, which" in page.text


@pytest.mark.parametrize(
    "text",
    [
        "Two grown men with telephones: why is there no bargain between Trump and Xi?",
        "why is there no deal between Trump and Xi?",
        "Trump and Xi have no deal, why not?",
    ],
)
def test_what_is_asked_of_two_at_once_compares_nothing(article: Case, text: str) -> None:
    query = understand(State(article), text)
    assert (query.intent.value, query.two) == ("why_not", ())
