"""Whether a question for yes or no asks that something is so, or that it is not so."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import parse_statement
from arguendo.wording.questions import query_in_words
from arguendo.wording.statements import Speaker
from tests.conversation.club import club


@pytest.mark.parametrize(
    "text",
    [
        "Is it true that Leo is not British?",
        "Am I right that Leo isn't a British citizen?",
        "So Leo isn't British, right?",
        "Leo isn't British, is he?",
        "Isn't it true that Leo is not British?",
        "Is it false that Leo is British?",
        "Is there any doubt that Leo is British?",
        "Is it uncertain whether Leo is British?",
        "Is Leo anything but British?",
        "Is it unlikely that Leo is British?",
        "I have heard that Leo is not British. Is that true?",
    ],
)
def test_a_denial_that_is_asked_for_is_heard(citizenship: Case, text: str) -> None:
    query = understand(State(citizenship), text)
    assert (query.intent, query.denied) == (Intent.ASK, True)


@pytest.mark.parametrize(
    "text",
    [
        "Isn't Leo British?",
        "Is Leo not British?",
        "And isn't Leo British?",
        "Leo is British, isn't he?",
        "leo is british isnt he",
        "Isn't it true that Leo is British?",
        "Is it false that Leo is not British?",
        "Is Leo British or not?",
        "Leo: British, yes or no?",
    ],
)
def test_what_only_asks_for_assent_denies_nothing(citizenship: Case, text: str) -> None:
    query = understand(State(citizenship), text)
    assert (query.intent, query.denied) == (Intent.ASK, False)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Is it true that the courts of the club are dry?", True),
        ("Is it true that the courts of the club are wet?", False),
        ("Are the courts of the club dry?", True),
        ("Is the club going to cancel the tournament?", True),
        ("Are the courts of the club wet?", False),
        ("Ben does not pay the fee to the club?", True),
        ("Why is it that Ben does not pay the fee to the club?", False),
        ("Doesn't Ben pay the fee to the club?", False),
    ],
)
def test_a_sentence_of_the_rule_base_may_deny(text: str, denied: bool) -> None:
    assert understand(State(club()), text).denied is denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Does Ben stop paying?", True),
        ("So does Ben quit paying the fee?", True),
        ("Does Ben give up paying the fee to the club?", True),
        ("Does Ben drop his payment of the fee to the club?", True),
        ("Is it false that Ben stops paying?", False),
        ("Doesn't Ben stop paying the fee to the club?", True),
        ("Doesn't Ben stop paying?", True),
    ],
)
def test_who_stops_doing_something_no_longer_does_it(text: str, denied: bool) -> None:
    query = understand(State(club()), text)
    assert (query.statement, query.denied) == (parse_statement("pays_fee(ben, club)"), denied)


def test_what_is_itself_a_giving_up_stops_nothing(citizenship: Case) -> None:
    query = understand(State(citizenship), "Does Ama give up British citizenship?")
    assert (query.statement, query.denied) == (parse_statement("gives_up(ama)"), False)


def test_whether_somebody_would_stop_is_read_back_so(article: Case) -> None:
    query = understand(
        State(article), "Would China stop withholding pressure if Trump gives an assurance?"
    )
    assert query_in_words(query, article.rulebase).endswith(
        "does China not withhold stronger pressure?"
    )


@pytest.mark.parametrize("text", ["Is deterrence needed?", "are security guarantees needed"])
def test_words_that_a_denial_shares_deny_nothing(article: Case, text: str) -> None:
    assert not understand(State(article), text).denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Does China like nukes in the North?", True),
        ("Doesn't China like nukes?", True),
        ("Does China hate nukes?", False),
        ("does China want Kim to fall", True),
        ("Did past talks succeed?", True),
        ("Is it too late for cooperation with China?", True),
        ("isn't it too late for cooperation with China?", True),
        ("Is it not too late?", False),
        ("Is cooperation no longer possible?", True),
        ("Is cooperation still possible?", False),
        ("Is the cabinet's word enough?", True),
        ("Isn't the cabinet's word enough?", True),
        ("Is the cabinet's word not enough?", False),
        ("Isn't China afraid of regime change?", False),
    ],
)
def test_the_opposite_of_a_statement_denies_it(article: Case, text: str, denied: bool) -> None:
    query = understand(State(article), text)
    assert (query.intent, query.denied, query.clarify) == (Intent.ASK, denied, False)


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("what could change that?", True),
        ("what would have to happen for that to change?", True),
        ("what would it take?", False),
        ("What speaks against it?", True),
        ("Any objections?", True),
        ("What arguments are there against it?", True),
    ],
)
def test_what_would_change_what_holds_makes_it_fall(
    citizenship: Case, text: str, falls: bool
) -> None:
    state, _ = converse(State(citizenship), "Is Rowan British?")
    query = understand(state, text)
    assert (query.intent, query.fall) == (Intent.WHAT_WOULD_IT_TAKE, falls)
    state, _ = converse(State(citizenship), "Is Ama British?")
    assert not understand(state, text).fall


@pytest.mark.parametrize(
    "text",
    [
        "What speaks against Rowan being a British citizen?",
        "Any objections to Rowan being a British citizen?",
        "Arguments against Rowan being a British citizen?",
    ],
)
def test_what_speaks_against_what_holds_would_make_it_fall(citizenship: Case, text: str) -> None:
    query = understand(State(citizenship), text)
    assert query.statement is not None
    assert query.statement.key == "british_citizen(rowan)"
    assert (query.intent, query.fall) == (Intent.WHAT_WOULD_IT_TAKE, True)


@pytest.mark.parametrize("text", ["What speaks against it?", "Any objections?"])
def test_what_speaks_against_what_does_not_hold_keeps_it_from_that(
    citizenship: Case, text: str
) -> None:
    state, _ = converse(State(citizenship), "Is Ama British?")
    assert understand(state, text).intent is Intent.WHY_NOT


@pytest.mark.parametrize("base", ["article", "citizenship", "animals"])
def test_each_statement_is_asked_by_its_own_question(
    base: str, request: pytest.FixtureRequest
) -> None:
    case = request.getfixturevalue(base)
    speaker = Speaker(case.rulebase)
    for statement in case.graph.statements:
        query = understand(State(case), speaker.asks(statement))
        assert query.statement == statement, speaker.asks(statement)
        assert not query.denied, speaker.asks(statement)
        assert not query.clarify, speaker.asks(statement)


def test_a_reading_offered_keeps_its_not() -> None:
    query = Query(Intent.ASK, parse_statement("pays_fee(ben, club)"), denied=True)
    assert query_in_words(query, club().rulebase) == "Does Ben not pay the fee to the club?"


@pytest.mark.parametrize(
    "text",
    [
        "Is Washington taking Seoul's interests into account closely enough?",
        "Is it correct that the speech of Tillerson and Mattis is not enough to bind America?",
    ],
)
def test_what_is_not_enough_or_done_enough_is_asked_about_itself(article: Case, text: str) -> None:
    assert understand(State(article), text).intent is Intent.ASK
