"""Who is told of by a relation to somebody named, and who by a pronoun."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query
from tests.conversation.test_taking_up import last


def read(case: Case, text: str) -> Query:
    return understand(State(case), text)


def key(query: Query) -> str | None:
    return query.statement.key if query.statement else None


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Is the kid of that diplomat British?", "british_citizen(kojo)"),
        ("Is Ruth's little girl British?", "british_citizen(marina)"),
        ("Is Harold's elder daughter British?", "british_citizen(ruth)"),
        ("Tomasi is a soldier. Is his daughter British?", "british_citizen(mere)"),
        ("Tomasi is a soldier. Is his elder son British?", "british_citizen(seru)"),
    ],
)
def test_a_relative_stands_for_who_that_is(citizenship: Case, text: str, statement: str) -> None:
    assert key(read(citizenship, text)) == statement


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Is Ama Efua's daughter?", "parent_of(efua, ama)"),
        ("Is Tomasi the father of Seru?", "parent_of(tomasi, seru)"),
        ("Is Grace Harold's younger daughter?", "parent_of(harold, grace)"),
    ],
)
def test_whose_child_somebody_is_stays_a_question(
    citizenship: Case, text: str, statement: str
) -> None:
    assert key(read(citizenship, text)) == statement


def test_she_is_the_one_person_named_before_her(citizenship: Case) -> None:
    told = "Adjoa had leave from 2010, so why wasn't she settled when Kojo was born?"
    statement = read(citizenship, told).statement
    assert statement is not None
    assert statement.arguments[0] == "adjoa"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The one with the flag is Adjoa, what is known about her?", "adjoa"),
        ("I mix up the sisters of Kofi, so which one is Efua?", "efua"),
    ],
)
def test_who_was_named_last_before_a_question_is_described(
    citizenship: Case, text: str, entity: str
) -> None:
    query = read(citizenship, text)
    assert (query.intent.value, query.entity) == ("describe", entity)


def test_us_is_who_speaks_where_something_is_done_to_us(article: Case) -> None:
    asked = read(article, "Solve it for us. What should be done?")
    assert (asked.intent.value, asked.entity) == ("recommend", None)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "what if america stops wanting talks do we need guarantees",
            "needed(security_guarantees)",
        ),
        (
            "If Pompeo shuts up, is it still unclear who speaks?",
            "unclear_who_speaks(united_states)",
        ),
    ],
)
def test_a_question_behind_a_condition_needs_no_mark(
    article: Case, text: str, statement: str
) -> None:
    query = read(article, text)
    assert (query.intent.value, key(query)) == ("what_if", statement)


def test_one_word_asks_what_hangs_on_what_is_assumed(citizenship: Case) -> None:
    asked = read(
        citizenship, "Assume the Home Secretary registers Ama on 1 December 2026. British?"
    )
    assert key(asked) == "british_citizen(ama)"


def test_what_a_relative_does_is_supposed_of_that_person(citizenship: Case) -> None:
    query = read(citizenship, "Is Ama entitled even if her mother never gets indefinite leave?")
    assert {s.key: true for s, true in query.assume.items()} == {
        "gets_leave(efua, 2026-06-01)": False
    }


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Grace gives up her nationality. Is the boy still British?", "british_citizen(leo)"),
        ("Yaw applies. Is the lad entitled?", "entitled(yaw)"),
        ("Kofi is waiting for his papers. Is the kid British?", "british_citizen(leo)"),
    ],
)
def test_the_boy_is_the_one_child_of_who_was_named_or_that_one(
    citizenship: Case, text: str, statement: str
) -> None:
    assert key(read(citizenship, text)) == statement


def test_a_leaders_people_are_what_he_leads(article: Case) -> None:
    asked = read(article, "Did Xi's people vote for the sanctions?")
    assert key(asked) == "joined_sanctions(china, north_korea)"


def test_who_is_named_by_a_state_is_so_by_its_other_names(article: Case) -> None:
    asked = read(article, "What ought the top diplomat of the Americans to do?")
    assert (asked.intent.value, asked.entity) == ("recommend", "tillerson")


@pytest.mark.parametrize("text", ["what about his sister?", "and his brother?", "and his nan?"])
def test_for_a_relative_of_whom_nothing_is_known_nobody_else_is_put(
    citizenship: Case, text: str
) -> None:
    query = last(citizenship, "Is Leo British?", "why not?", text)
    assert (query.intent, query.statement) == (Intent.OUT_OF_SCOPE, None)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("if her mother gave up her citizenship, is Marina British?", "gives_up(ruth)"),
        (
            "If it weren't for Ruth being her mother, would Marina be British?",
            "parent_of(ruth, marina)",
        ),
        ("if his father joins the army, is Seru entitled?", "joins_forces(tomasi, 2012-01-09)"),
    ],
)
def test_a_pronoun_that_comes_first_means_who_is_named_behind_it(
    citizenship: Case, text: str, statement: str
) -> None:
    query = read(citizenship, text)
    assert [each.key for each in query.assume] == [statement]


def test_what_a_parent_lacks_is_not_that_he_is_one(citizenship: Case) -> None:
    query = read(citizenship, "if Grace's father had no leave, is Grace British?")
    assert {each.key: true for each, true in query.assume.items()} == {
        "gets_leave(harold, 1975-05-01)": False
    }


@pytest.mark.parametrize(
    "text",
    [
        "Are all of Harold's grandchildren British?",
        "Is Grace's cousin British?",
        "Is the wife of Leo British?",
    ],
)
def test_about_relatives_without_a_name_one_asks_back(citizenship: Case, text: str) -> None:
    assert read(citizenship, text).clarify


def test_what_goes_through_a_parent_is_asked_of_the_child(citizenship: Case) -> None:
    query = read(citizenship, "Can Yaw be registered through Yaw's mother?")
    assert (key(query), query.clarify) == ("by_parent(yaw)", False)
