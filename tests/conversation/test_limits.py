"""By one actor's doing, and with more that may change than what is open."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.explanation.requirements import Also
from arguendo.inquiry.query import Intent, Query
from tests.conversation.club import KNOWLEDGE, RULES, club, written

HOLDS = "holds(club, tournament)"
PLAYS = "may_play(ben, tournament)"
WET = "wet_courts(club)"
FACTS, ANY = frozenset({Also.FACTS}), frozenset({Also.ANY})


def after(*turns: str) -> Query:
    """Return how the last of some turns is understood."""
    state = State(club())
    for text in turns[:-1]:
        state, _ = converse(state, text)
    return understand(state, turns[-1])


def key(query: Query) -> str | None:
    return query.statement.key if query.statement else None


@pytest.mark.parametrize(
    "text",
    [
        "what could Ben alone do to get the club to hold the tournament?",
        "What can Ben do so that the club holds the tournament?",
        "what would it take for the club to hold the tournament if only Ben acts?",
        "is there anything Ben alone could do for the club to hold the tournament?",
        "can Ben on his own get the club to hold the tournament?",
        "what is in Ben's power to make the club hold the summer cup?",
    ],
)
def test_what_one_actor_could_do(text: str) -> None:
    query = after(text)
    assert (query.intent, key(query), query.by) == (Intent.WHAT_WOULD_IT_TAKE, HOLDS, "ben")


@pytest.mark.parametrize(
    ("turns", "statement", "by"),
    [
        (("What can Anna do?",), None, "anna"),
        (("If it were up to Anna alone, what would it take?",), None, "anna"),
        (("does the club hold the tournament?", "what could Anna do about it?"), HOLDS, "anna"),
        (("what would it take for Ben to play?", "and Anna alone?"), PLAYS, "anna"),
        (("what could Ben do to play?", "and if only Anna acts?"), PLAYS, "anna"),
        (("does the club hold the tournament?", "who is Anna?", "what can she do?"), HOLDS, "anna"),
        (("What could Ben do to play?", "and Anna?"), PLAYS, "anna"),
        (("What could Anna alone do to get Ben to play?", "and what about Ben?"), PLAYS, "ben"),
    ],
)
def test_without_a_statement_it_is_what_was_spoken_of(
    turns: tuple[str, ...], statement: str | None, by: str
) -> None:
    query = after(*turns)
    assert (query.intent, key(query), query.by) == (Intent.WHAT_WOULD_IT_TAKE, statement, by)


@pytest.mark.parametrize(
    "text", ["What can Ben do if Anna pays?", "If Anna pays, what can Ben do?"]
)
def test_it_may_come_with_an_assumption(text: str) -> None:
    query = after("does the club hold the tournament?", text)
    assumed = {statement.key: true for statement, true in query.assume.items()}
    assert (key(query), query.by, assumed) == (HOLDS, "ben", {"pays_fee(anna, club)": True})


def test_without_a_topic_the_main_conclusion_is_meant() -> None:
    _, reply = converse(State(club()), "what can Anna do?")
    assert reply.answer.query.statement is not None
    assert reply.answer.query.statement.predicate == "may_play"


@pytest.mark.parametrize(
    ("turns", "also"),
    [
        (("what would it take for the tournament if facts could be otherwise?",), FACTS),
        (("what would it take for the tournament, facts included?",), FACTS),
        (("what would it take for the club to hold the tournament?", "and facts too?"), FACTS),
        (("does the club hold the tournament?", "what if anything could change?"), ANY),
    ],
)
def test_what_may_change_besides(turns: tuple[str, ...], also: frozenset[Also]) -> None:
    query = after(*turns)
    assert (query.intent, key(query), query.also) == (Intent.WHAT_WOULD_IT_TAKE, HOLDS, also)


def test_limits_stay_until_others_are_set() -> None:
    query = after("what can Ben do for the club to hold the tournament?", "and facts too?")
    assert (query.by, query.also) == ("ben", FACTS)


@pytest.mark.parametrize(
    ("turns", "statement"),
    [
        (("what could the chair do to end that the courts are wet?",), WET),
        (("are the courts wet?", "what could Anna do to end that?"), WET),
    ],
)
def test_what_could_be_done_to_end_it(turns: tuple[str, ...], statement: str) -> None:
    query = after(*turns)
    assert (key(query), query.fall, query.by) == (statement, True, "anna")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("What should Ben do?", Intent.RECOMMEND),
        ("list the facts", Intent.LIST),
        ("Suppose Anna pays the club alone. Does it hold the tournament?", Intent.WHAT_IF),
        ("Does Ben pay the fee alone?", Intent.ASK),
    ],
)
def test_what_sets_no_limits(text: str, intent: Intent) -> None:
    query = after(text)
    assert (query.intent, query.by, query.also) == (intent, None, frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "what could Anna do to wreck the tournament?",
        "what could Anna do to sabotage the tournament?",
    ],
)
def test_who_wrecks_something_does_not_bring_it_about(text: str) -> None:
    query = after(text)
    assert (query.intent, query.fall, query.by) == (Intent.WHAT_WOULD_IT_TAKE, True, "anna")


TALKS = "It is not established that North Korea enters negotiations as things stand; "
RENEGES = "whichever way it comes about, it does not hold once China reneges on its promise."


@pytest.mark.parametrize(
    "text",
    ["What can China do to stop the talks?", "what could stop the talks?"],
)
def test_what_does_not_hold_yet_can_be_stopped_all_the_same(article: Case, text: str) -> None:
    _, reply = converse(State(article), text)
    assert reply.page.answer == TALKS + RENEGES


def test_where_nothing_was_spoken_of_it_is_the_main_conclusion_that_is_stopped(
    article: Case,
) -> None:
    _, reply = converse(State(article), "what can China do to stop it?")
    assert reply.page.answer == TALKS + RENEGES


def test_whose_doing_would_not_stop_it_is_told() -> None:
    _, reply = converse(State(club()), "what can Ben do to stop the tournament?")
    assert "Nothing that is for Ben to decide would undo every way to it." in str(reply.page)


@pytest.mark.parametrize("text", ["what could still spoil it?", "what could undo that?"])
def test_what_could_spoil_what_holds(text: str) -> None:
    query = after("are the courts wet?", text)
    assert (query.intent, key(query), query.fall) == (Intent.WHAT_WOULD_IT_TAKE, WET, True)


QUITS = """\
  quits:
    slots: {member: person, club: body}
    says: "{member} [quits|quit] {club}"
  misses:
    slots: {club: body, member: person}
    says: "{club} [misses|miss] {member}"
"""


def test_what_else_somebody_decides_is_told_with_what_it_leads_to() -> None:
    knowledge = KNOWLEDGE.replace("statements:\n", f"statements:\n{QUITS}").replace(
        "questions:\n", "questions:\n  - ask: Ben quits the club\n    by: ben\n"
    )
    misses = "  - id: misses\n    if: ?member quits ?club\n    then: ?club misses ?member\n"
    text = "What could Ben alone do to get the club to hold the tournament?"
    _, reply = converse(State(written(knowledge, RULES + misses)), text)
    (listed,) = [block for block in reply.page.blocks if block.heading == "What Ben decides"]
    assert listed.lines == ("Ben quits the club: then it follows that the club misses Ben.",)
