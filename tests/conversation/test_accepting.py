"""What was to be assumed, and is taken up by a question that goes on with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from tests.conversation.club import club
from tests.conversation.test_taking_up import last, meaning

OFFERED = "assume the newspapers call Xi a liar for reneging"
RENEGES, PRESSES = "reneges(china)", "raises_pressure(china, north_korea)"


def test_it_was_asked_back_about(article: Case) -> None:
    query = last(article, OFFERED)
    assert (query.intent, query.clarify, meaning(query)[2]) == (
        Intent.ASSUME,
        True,
        {RENEGES: True},
    )


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Given that, does China raise pressure?", Intent.WHAT_IF),
        ("yes, and does China raise pressure then?", Intent.WHAT_IF),
        ("In that case, why does China not raise pressure?", Intent.WHY_NOT),
    ],
)
def test_a_question_goes_on_with_what_was_offered(article: Case, text: str, intent: Intent) -> None:
    query = last(article, OFFERED, text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (intent, PRESSES)
    assert meaning(query)[2] == {RENEGES: True}


@pytest.mark.parametrize("text", ["No, does China raise pressure?", "Does China raise pressure?"])
def test_no_question_that_leaves_it_does(article: Case, text: str) -> None:
    assert meaning(last(article, OFFERED, text))[2] == {}


def test_what_was_offered_is_put_on_top_of_what_is_supposed(article: Case) -> None:
    state = State(article)
    first = "If the president gives Xi a personal assurance, does China raise pressure?"
    for turn in (first, OFFERED, "Given that, does China raise pressure?"):
        state, reply = converse(state, turn)
    assumed = {statement.key for statement in reply.answer.case.assumptions}
    assert assumed == {"personally_assures(trump, xi, no_regime_change)", RENEGES}


PAYS = Statement("pays_fee", ("ben", "club"))
TRUSTS = Statement("trusts", ("ben", "anna"))


def offered(case: Case, confidence: float, *others: Statement) -> State:
    """Offer a what-if, and others beside it, none of which was affirmed."""
    beside = tuple(Query(Intent.WHAT_IF, assume={each: True}) for each in others)
    query = Query(Intent.WHAT_IF, assume={PAYS: True}, confidence=confidence, clarify=True)
    state, _ = respond(State(case), replace(query, alternatives=beside))
    return state


@pytest.mark.parametrize(
    ("confidence", "others", "goes_on"),
    [(0.5, (), True), (0.1, (), False), (0.5, (TRUSTS,), False), (0.8, (TRUSTS,), True)],
)
def test_a_what_if_that_is_hardly_likely_is_not_gone_on_with(
    confidence: float, others: tuple[Statement, ...], goes_on: bool
) -> None:
    state = offered(club(), confidence, *others)
    assert (PAYS in state.footing.current.assumptions) is goes_on


def test_what_an_offered_what_if_is_put_without_is_told() -> None:
    state, _ = respond(State(club()), Query(Intent.WHAT_IF, assume={TRUSTS: True}))
    query = Query(Intent.WHAT_IF, assume={PAYS: True}, confidence=0.5, clarify=True)
    state, reply = respond(state, query)
    assert "no longer supposed that Ben trusts Anna" in reply.page.text
    state, reply = converse(state, "What have I assumed so far?")
    assert "Ben pays the fee" in reply.page.text
    assert "supposed" not in reply.page.text


def test_what_is_asked_to_be_so_still_is_put_on_top_of_what_is_supposed() -> None:
    state, _ = respond(State(club()), Query(Intent.WHAT_IF, assume={TRUSTS: True}))
    state, _ = converse(state, "If Ben pays the fee, may Ben still play in the tournament?")
    assert set(state.current.assumptions) == {TRUSTS, PAYS}
    state, _ = converse(state, "If Anna pays the fee, may Anna play in the tournament?")
    assert PAYS not in state.current.assumptions


@pytest.mark.parametrize("text", ["undo that last one", "forget Ben's fee"])
def test_what_was_offered_is_taken_back_before_all_else_however_unlikely(text: str) -> None:
    state, _ = respond(State(club()), Query(Intent.ASSUME, assume={TRUSTS: True}))
    query = Query(Intent.WHAT_IF, assume={PAYS: True}, confidence=0.1, clarify=True)
    state, _ = respond(state, query)
    state, reply = converse(state, text)
    assert set(state.current.assumptions) == {TRUSTS}
    assert "Ben pays the fee" in reply.page.text
