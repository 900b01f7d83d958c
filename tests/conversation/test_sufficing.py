"""Whether one thing is necessary for another, or enough: `can he play without paying?`."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from arguendo.statements import parse_statement
from tests.conversation.club import KNOWLEDGE, RULES, club, written

PROMISES = "promises_pressure(xi, trump)"
PLAYS, PAYS = "may_play(ben, tournament)", "pays_fee(ben, club)"
_TAKES, _IF = (Intent.WHAT_WOULD_IT_TAKE, {PAYS: False}), (Intent.WHAT_IF, {PAYS: True})


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Is Ben's fee necessary for Ben to play in the summer cup?", _TAKES),
        ("Can Ben play in the summer cup without Ben paying the fee?", _TAKES),
        ("But could Ben play in the summer cup without Ben's fee?", _TAKES),
        ("Is there any way that Ben may play in the summer cup without paying the fee?", _TAKES),
        ("How could Ben play in the summer cup without Ben paying the fee?", _TAKES),
        ("Is there a way, without Ben's fee, for Ben to play in the summer cup?", _TAKES),
        ("What would it take for Ben to play in the summer cup without his fee?", _TAKES),
        ("Does Ben's play in the summer cup depend on Ben paying the fee?", _TAKES),
        ("Would Ben's play in the summer cup hinge upon Ben's fee?", _TAKES),
        ("Is it essential?", None),
        ("Is Ben's fee enough for Ben to play in the summer cup?", _IF),
        ("Would Ben's fee suffice for Ben to play in the summer cup?", _IF),
    ],
)
def test_what_is_necessary_is_supposed_away_and_what_is_enough_supposed(
    text: str, read: tuple[Intent, dict[str, bool]] | None
) -> None:
    query = understand(State(club()), text)
    if read is None:
        assert not query.assume
        return
    assert (query.intent, {s.key: true for s, true in query.assume.items()}) == read
    assert str(query.statement and query.statement.key) == PLAYS
    assert not query.clarify


@pytest.mark.parametrize(
    "text",
    ["Does anything depend on the fee that Ben pays?", "Would anything hinge on Ben's fee?"],
)
def test_what_hangs_on_something_is_what_follows_from_it(text: str) -> None:
    query = understand(State(club()), text)
    assert (query.intent, query.assume) == (Intent.WHAT_FOLLOWS, {})


@pytest.mark.parametrize(
    "text",
    [
        "Is there any way that it all works out without Xi promising more pressure?",
        "Can the summit come off without Xi promising more pressure?",
    ],
)
def test_what_is_to_come_about_is_never_what_it_is_to_do_without(article: Case, text: str) -> None:
    query = understand(State(article), text)
    for each in (query, *query.alternatives):
        assert {s.key: true for s, true in each.assume.items()} == {PROMISES: False}
        assert each.statement not in each.assume


def test_where_nothing_says_what_is_to_come_about_it_is_asked_back() -> None:
    query = understand(State(club()), "Is there any way that Mars is reached without Ben paying?")
    assert {s.key: true for s, true in query.assume.items()} == {PAYS: False}
    assert query.clarify


def test_what_hangs_on_somebody_is_asked_back_with_what_that_one_may_do() -> None:
    query = understand(State(club()), "Does Ben's play in the summer cup depend on Benjamin?")
    assert query.clarify


def test_a_statement_may_itself_be_told_with_without() -> None:
    own = '"the courts of {club} can be seen without glasses"'
    knowledge = KNOWLEDGE.replace('"the courts of {club} are wet"', own)
    knowledge = knowledge.replace("the courts of the club are wet", "wet_courts(club)")
    rules = RULES.replace("the courts of ?club are wet", "wet_courts(?club)")
    case = written(knowledge, rules)
    query = understand(State(case), "Can the courts of the club be seen without glasses?")
    assert (query.statement, query.assume) == (parse_statement("wet_courts(club)"), {})


def test_a_conclusion_that_is_called_needed_is_no_such_question(article: Case) -> None:
    assert understand(State(article), "Is deterrence needed?").intent is Intent.ASK


def test_it_may_be_asked_of_what_was_just_asked_about() -> None:
    state = State(club())
    for text in ("May Ben play in the summer cup?", "Is Ben's fee necessary for that?"):
        state, reply = converse(state, text)
    assert "If Ben does not pay the fee to the club, then" in str(reply.page)
    query = understand(state, "Is it enough?")
    assert (query.intent, {s.key: true for s, true in query.assume.items()}) == _IF
    assert str(query.statement and query.statement.key) == PLAYS


def test_what_waits_for_a_yes_is_taken_up_by_whether_it_is_enough(article: Case) -> None:
    state, reply = converse(
        State(article), "ok but say trump calls xi and swears he wont topple kim"
    )
    assert reply.answer.query.is_pending
    assert not state.current.assumptions
    _, reply = converse(state, "is that enough to get kim to the table?")
    assert [s.predicate for s in reply.answer.case.assumptions] == ["personally_assures"]
    assert reply.page.answer.startswith("If President Trump personally assures President Xi")


def test_whether_what_was_supposed_helps_with_something_else_is_asked_on_it(article: Case) -> None:
    state, _ = converse(State(article), "What if Washington consults Seoul?")
    query = understand(state, "would that also help with getting talks")
    assert (query.intent, query.clarify) == (Intent.WHAT_WOULD_IT_TAKE, False)
    assert str(query.statement and query.statement.key) == "enters_negotiations(north_korea)"


def asked_of_a_penguin(animals: Case, *turns: str) -> list[tuple[Intent, dict[str, bool], int]]:
    """Tell of each turn how it was read, and how much is assumed for its answer."""
    state, found = State(animals), []
    for turn in ("Is it a penguin?", *turns):
        state, reply = converse(state, turn)
        query, case = reply.answer.query, reply.answer.case
        assumed = {s.key: true for s, true in query.assume.items()}
        found.append((query.intent, assumed, len(case.assumptions)))
    return found[1:]


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("and does it have to be black and white?", {"colored(animal, black_and_white)": False}),
        ("must it swim?", {"swims(animal)": False}),
        ("Does it need to have feathers?", {"has(animal, feathers)": False}),
        ("must it be careful?", None),
    ],
)
def test_what_must_be_so_for_what_was_asked_about_is_what_it_needs(
    animals: Case, text: str, without: dict[str, bool] | None
) -> None:
    ((intent, assumed, _),) = asked_of_a_penguin(animals, text)
    if without is None:
        assert intent is not Intent.WHAT_WOULD_IT_TAKE
    else:
        assert (intent, assumed) == (Intent.WHAT_WOULD_IT_TAKE, without)


def test_each_thing_is_done_without_by_itself(animals: Case) -> None:
    asked = ("must it swim?", "must it have feathers?", "Are black and white colors necessary?")
    assert [count for _, _, count in asked_of_a_penguin(animals, *asked)] == [1, 1, 1]
    with_more = ("What if it has feathers?", "must it swim?", "does it have to be black and white?")
    assert [count for _, _, count in asked_of_a_penguin(animals, *with_more)] == [1, 2, 2]


def test_what_it_does_not_bear_on_is_passed_over(animals: Case) -> None:
    asked = ("so is it a bird?", "It has feathers and swims.", "must it be black and white?")
    *_, (intent, assumed, _) = asked_of_a_penguin(animals, *asked)
    assert (intent, assumed) == (
        Intent.WHAT_WOULD_IT_TAKE,
        {"colored(animal, black_and_white)": False},
    )
