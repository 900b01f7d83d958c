"""Questions that only name somebody are about what the rule base concludes of such a one."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from tests.conversation.club import KNOWLEDGE, RULES, club, written


def read(case: Case, text: str) -> Query:
    return understand(State(case), text)


@pytest.mark.parametrize(
    ("text", "intent", "statement"),
    [
        ("Which premise is decisive for Rowan?", Intent.LINCHPINS, "british_citizen(rowan)"),
        ("marina's weakest link", Intent.LINCHPINS, "british_citizen(marina)"),
        ("which fact is decisive for Leo being a citizen by birth?", Intent.LINCHPINS, None),
    ],
)
def test_a_case_of_somebody_is_what_scenarios_expect_most(
    citizenship: Case, text: str, intent: Intent, statement: str | None
) -> None:
    query = read(citizenship, text)
    found = query.statement.key if query.statement else None
    assert (query.intent, found) == (intent, statement or "citizen_by_birth(leo)")


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Suppose Harold had no leave. What of Marina?", "british_citizen(marina)"),
        ("Suppose Yaw applies. Does he still get it?", "entitled(yaw)"),
        ("If Grace gives up citizenship, what then?", None),
    ],
)
def test_what_only_names_somebody_after_a_supposition_asks_what_it_comes_to(
    citizenship: Case, text: str, statement: str | None
) -> None:
    query = read(citizenship, text)
    assert query.intent is Intent.WHAT_IF
    assert (query.statement.key if query.statement else None) == statement


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("I mix up all of Grace's in-laws, so who is Efua?", "efua"),
        ("Who is Grace, the mother of Leo?", "grace"),
    ],
)
def test_whom_the_words_that_ask_name_is_described(
    citizenship: Case, text: str, entity: str
) -> None:
    query = read(citizenship, text)
    assert (query.intent, query.entity) == (Intent.DESCRIBE, entity)


def test_where_it_is_asked_who_is_to_act_nobody_else_is_advised(citizenship: Case) -> None:
    told = "I have heard of the foundling and of a sergeant. Looking at everybody together"
    query = read(citizenship, f"{told}, which steps should be taken, and by whom?")
    assert (query.intent, query.entity) == (Intent.RECOMMEND, None)


def test_whom_a_pronoun_means_is_advised_though_others_are_asked_for(citizenship: Case) -> None:
    query = read(
        citizenship, "Efua worries about Ama. What should she do, and whom should she ask?"
    )
    assert (query.intent, query.entity) == (Intent.RECOMMEND, "efua")


def test_whoever_decides_may_be_advised_as_well(citizenship: Case) -> None:
    query = read(citizenship, "What should the Home Secretary do?")
    assert (query.intent, query.entity) == (Intent.RECOMMEND, "home_secretary")


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Is Adjoa's lad British?", "british_citizen(kojo)"),
        ("is Ruth's girl a citizen by birth", "citizen_by_birth(marina)"),
        ("Is Efua's boy British?", "british_citizen(yaw)"),
        ("Is Efua British?", "british_citizen(efua)"),
    ],
)
def test_relatives_go_by_many_names(citizenship: Case, text: str, statement: str) -> None:
    query = read(citizenship, text)
    assert query.statement is not None
    assert query.statement.key == statement


def test_nothing_is_concluded_of_one_that_is_known_of_others_only(article: Case) -> None:
    query = read(article, "What, pray, would ever satisfy Beijing that we mean it?")
    assert query.statement is None or query.statement.key != "enters_negotiations(china)"


EXPECTED = """\
    expect:
      - Ben may play in the tournament:
          status: not established
"""


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("What is the weakest link in Ben's case?", Intent.LINCHPINS),
        ("Ben's chances?", Intent.ASK),
    ],
)
def test_what_is_the_only_one_of_its_kind_may_stand_beside_whom_it_is_about(
    text: str, intent: Intent
) -> None:
    knowledge = KNOWLEDGE.replace(
        "    title: As things stand\n", f"    title: As it is\n{EXPECTED}"
    )
    paid = "    also: [all members pay up]\n"
    knowledge = knowledge.replace(paid, paid + EXPECTED)
    query = read(written(knowledge, RULES), text)
    assert (query.intent, query.clarify) == (intent, False)
    assert query.statement == Statement("may_play", ("ben", "tournament"))


@pytest.mark.parametrize(
    "text",
    ["What if Ben pays and the courts are dry. Any chance?", "If Ben pays, is there any hope?"],
)
def test_hope_is_for_what_all_is_about(text: str) -> None:
    query = understand(State(club()), text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.WHAT_IF, "may_play(ben, tournament)")
    assert query.assume
