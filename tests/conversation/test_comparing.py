"""One supposition compared with its opposite: `with and without a licence`."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement
from tests.conversation.club import KNOWLEDGE, RULES, club, written
from tests.conversation.test_taking_up import last

TRUSTS = """\
  - id: payers
    title: Who pays is trusted
    if: Ben pays the fee to the club
    then: Anna trusts Ben
"""

PAYS, WET = "pays_fee(ben, club)", "wet_courts(club)"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("compare with and without the wet courts", WET),
        ("how does it differ with and without Ben's fee?", PAYS),
        ("compare the club with wet courts and without", WET),
        ("with wet courts / without wet courts comparison", WET),
        ("How is the club with Ben's fee different from the club without it?", PAYS),
    ],
)
def test_with_and_without_are_two_cases(text: str, statement: str) -> None:
    query = understand(State(club()), text)
    cases = [{s.key: true for s, true in case.items()} for case in query.cases]
    assert (query.intent, cases) == (Intent.COMPARE, [{statement: True}, {statement: False}])


def test_without_something_else_is_no_opposite() -> None:
    cases = understand(State(club()), "compare it with dry courts and without Ben's fee").cases
    assert not cases or set(cases[0]) != set(cases[1])


PLAYS, DRY = "may_play(ben, tournament)", "wet_courts(club)"


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("Which is better for Ben to play in the summer cup: Ben's fee or dry courts?", PLAYS),
        ("Which is better, Ben's fee or dry courts?", None),
        ("Compare Ben's fee with dry courts.", None),
        ("What's the difference between Ben's fee and dry courts?", None),
        ("what's the difference it makes, Ben's fee or dry courts?", None),
    ],
)
def test_each_way_is_a_case_of_its_own_and_the_goal_none(text: str, goal: str | None) -> None:
    query = understand(State(club()), text)
    cases = [{s.key: true for s, true in case.items()} for case in query.cases]
    assert (query.intent, cases) == (Intent.COMPARE, [{PAYS: True}, {DRY: False}])
    assert (query.statement and query.statement.key) == goal


@pytest.mark.parametrize(
    "text",
    [
        "Compare three ways: Trump calls Xi, Seoul is consulted, Kim gets guarantees.",
        "Compare Trump's assurance, consulting Seoul and guarantees for Kim.",
    ],
)
def test_of_three_ways_two_at_a_time_are_asked_back_about(article: Case, text: str) -> None:
    query = understand(State(article), text)
    pairs = [[s.predicate for each in q.cases for s in each] for q in (query, *query.alternatives)]
    calls, consults, offers = "personally_assures", "consults_closely", "offers_guarantees"
    assert query.clarify
    assert pairs == [[calls, consults], [calls, offers], [consults, offers]]


def test_what_is_no_way_is_not_left_out_in_silence(article: Case) -> None:
    assert understand(State(article), "how do sanctions compare with assurances").clarify


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            "Which is better for Ben to play in the summer cup: Ben's fee or Anna's fee?",
            "In both it is not established that Ben may play in the tournament; the first case "
            "(Ben pays the fee to the club) and the second case (Anna pays the fee to the club)",
        ),
        (
            "Which is better for the club to hold the summer cup: Ben's fee or dry courts?",
            "In both it is not established that the club holds the tournament; the first case",
        ),
    ],
)
def test_what_two_ways_are_good_for_is_told_first_and_which_they_are(
    text: str, begins: str
) -> None:
    _, reply = converse(State(club()), text)
    assert reply.page.text.startswith(begins)


def test_what_one_of_two_ways_is_better_for_is_told_of_each() -> None:
    knowledge = KNOWLEDGE.replace("  - say: Anna trusts Ben\n", "")
    state = State(written(knowledge, RULES + TRUSTS))
    asked = "Which is better for Anna to trust Ben: Ben's fee or Anna's fee?"
    _, reply = converse(state, asked)
    assert reply.page.text.startswith(
        "If Ben pays the fee to the club, it follows that Anna trusts Ben; "
        "if Anna pays the fee to the club, it is not established that Anna trusts Ben"
    )


def test_what_changes_between_two_scenarios_compares_them(article: Case) -> None:
    text = "show me everything that changes between the base and the hawks scenario"
    query = understand(State(article), text)
    assert (query.intent, query.clarify) == (Intent.COMPARE, False)
    assert "hawks_prevail" in query.scenarios


COMPARED = "Compare everybody pays with as things stand"


@pytest.mark.parametrize(
    "text",
    [
        "So what makes the difference there?",
        "Is the difference big?",
        "how much do they differ",
        "why?",
        "How come?",
    ],
)
def test_the_difference_is_that_between_what_was_just_compared(text: str) -> None:
    before, query = last(club(), COMPARED), last(club(), COMPARED, text)
    assert (query.intent, query.scenarios) == (Intent.COMPARE, before.scenarios)


@pytest.mark.parametrize(
    "text",
    [
        "In which of the two may Ben play in the tournament?",
        "Which of them is better for Ben to play in the tournament?",
        "May Ben play in the tournament in both cases?",
    ],
)
def test_a_statement_is_put_to_each_of_what_was_just_compared(text: str) -> None:
    query = last(club(), COMPARED, text)
    assert (query.intent, len(query.scenarios)) == (Intent.COMPARE, 2)
    assert query.statement is not None
    assert query.statement.key == "may_play(ben, tournament)"


def test_a_question_that_does_not_speak_of_two_cases_is_put_to_the_case_at_hand() -> None:
    query = last(club(), COMPARED, "May Ben play in the tournament?")
    assert (query.intent, query.scenarios) == (Intent.ASK, ())


def test_ways_that_nobody_can_suppose_are_offered_as_what_leads_to_the_conclusion() -> None:
    query = understand(State(club()), "which is better for Ben, the court or the cup?")
    assert query.statement is not None
    assert (query.intent, query.clarify) == (Intent.WHAT_WOULD_IT_TAKE, True)
    assert query.statement.key == "may_play(ben, tournament)"


def test_a_scenario_may_be_described_beside_one_that_is_named() -> None:
    text = "compare Everybody pays with the one where all is dry at the courts"
    query = understand(State(club()), text)
    assert (query.intent, query.scenarios) == (Intent.COMPARE, ("paid", "dry"))
    alone = understand(State(club()), "compare Everybody pays with my dog")
    assert alone.scenarios == ("paid",)


@pytest.mark.parametrize(
    "text",
    [
        "Which matters more, Ben's fee or dry courts?",
        "Which is more important: Ben's fee or dry courts?",
        "Does Ben's fee count more than dry courts?",
    ],
)
def test_what_matters_more_is_told_by_what_comes_of_each(text: str) -> None:
    cases = [{s.key: true for s, true in case.items()} for case in last_cases(text)]
    assert cases == [{PAYS: True}, {WET: False}]


def last_cases(text: str) -> tuple[Mapping[Statement, bool], ...]:
    return understand(State(club()), text).cases
