"""Short turns about the last statement: of nothing but a kind of question, or of one thing more."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.turns.bare import asked_by
from arguendo.conversation.understanding import understand
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Intent
from tests.conversation.club import club
from tests.conversation.test_ellipsis import ANNA_PAYS, ASKED, HOLDS, PAYS, last


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("which paragraph is that from", Intent.SOURCE),
        ("what is standing in way", Intent.WHY_NOT),
        ("what would have to change", Intent.WHAT_WOULD_IT_TAKE),
        ("and what does it lead to", Intent.WHAT_FOLLOWS),
        ("which is weakest link here", Intent.LINCHPINS),
        ("which part of it is shaky one", Intent.LINCHPINS),
        ("paragraph which say that", Intent.SOURCE),
        ("what else do i need to know", Intent.WHAT_WOULD_IT_TAKE),
        ("what more do i have to know", Intent.WHAT_WOULD_IT_TAKE),
        ("how certain would it be at best", Intent.WHAT_WOULD_IT_TAKE),
        ("which paragraph is about rain", None),
        ("and that", None),
    ],
)
def test_the_kind_of_question_is_told_by_its_words_in_any_order(
    text: str, intent: Intent | None
) -> None:
    assert asked_by(text.split()) is intent


def test_what_names_nothing_is_about_the_last_statement() -> None:
    query = last(ASKED, "so what is in the way")
    assert (query.intent, query.statement) == (Intent.WHY_NOT, HOLDS)


def test_after_no_statement_it_is_about_none() -> None:
    assert last("who is Anna?", "what is in the way").statement is None


def test_what_if_is_about_the_last_statement_when_it_bears_on_it() -> None:
    query = last(ASKED, "What if Anna pays?")
    assert (query.statement, query.assume) == (HOLDS, {ANNA_PAYS: True})


def test_what_is_left_out_of_what_is_supposed_is_supposed_away() -> None:
    query = last("Does the club hold the tournament if Ben pays?", "and without Ben paying?")
    assert (query.intent, query.assume) == (Intent.WHAT_IF, {PAYS: False})


def test_what_follows_a_bare_question_in_its_sentence_says_nothing() -> None:
    for text in ("what is in the way, when all is ready?", "what is in the way, as I hear?"):
        query = last(ASKED, text)
        assert (query.intent, query.statement) == (Intent.WHY_NOT, HOLDS), text


def test_help_by_itself_asks_for_help_and_not_whether_something_helps() -> None:
    assert last(ASKED, "help").intent is Intent.HELP
    assert last(ASKED, "does it help?").intent is Intent.ASK


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("why?", Intent.WHY),
        ("What would it take?", Intent.WHAT_WOULD_IT_TAKE),
        ("what's missing then", Intent.WHY_NOT),
        ("source please", Intent.SOURCE),
        ("which line of the text", Intent.SOURCE),
    ],
)
def test_before_all_else_it_is_about_the_whole(text: str, intent: Intent) -> None:
    query = understand(State(club()), text)
    assert (query.intent, query.statement) == (intent, None)


@pytest.mark.parametrize("text", ["stop", "what can you do?", "what should we do next?"])
def test_before_all_else_some_words_ask_of_the_program_or_for_advice(text: str) -> None:
    assert understand(State(club()), text).intent not in (
        *(Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE, Intent.WHAT_FOLLOWS),
    )


def test_why_of_the_whole_is_answered_about_its_conclusion() -> None:
    _, reply = converse(State(club()), "why?")
    assert reply.answer.query.statement == main_conclusion(reply.answer.case)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("He'd hardly admit that; what is in the way?", Intent.WHY_NOT),
        ("Hm, that surprises me a little. By what steps do you arrive there?", Intent.WHY_NOT),
        ("On what grounds, if nobody even looked?", Intent.WHY_NOT),
        ("Which of these premises is the most critical to it?", Intent.LINCHPINS),
    ],
)
def test_comments_around_a_bare_question_say_nothing(text: str, intent: Intent) -> None:
    query = last(ASKED, text)
    assert (query.intent, query.statement) == (intent, HOLDS)


def test_what_a_comment_speaks_of_is_what_is_asked_about() -> None:
    assert last(ASKED, "Ben pays the fee, which paragraph?").statement == PAYS


@pytest.mark.parametrize("echo", ["Only likely?", "Just like that?", "Only?"])
def test_an_echo_before_a_bare_question_says_nothing(echo: str) -> None:
    query = last("If Ben pays the fee, does the club hold the tournament?", f"{echo} Why?")
    assert query.statement == HOLDS


@pytest.mark.parametrize("idiom", ["Big deal", "None the wiser", "No wonder"])
def test_idioms_deny_and_suppose_nothing(idiom: str) -> None:
    assert last(ASKED, f"{idiom}. Why not?").statement == HOLDS
    query = last(f"If Ben pays the fee, {idiom.lower()}, does the club hold the tournament?")
    assert (query.statement, query.assume) == (HOLDS, {PAYS: True})
    assert not last(ASKED, f"{idiom}.").assume


def test_what_a_first_question_goes_on_to_name_is_asked_about() -> None:
    query = understand(State(club()), "A reference, please, for the wet courts of the club.")
    assert (query.intent, str(query.statement and query.statement.key)) == (
        Intent.SOURCE,
        "wet_courts(club)",
    )


@pytest.mark.parametrize("text", ["which step is the weakest?", "what is the weakest link?"])
def test_the_weakest_step_of_what_holds_is_told_before_all_else(article: Case, text: str) -> None:
    state, _ = converse(State(article), "Does China withhold pressure?")
    state, reply = converse(state, text)
    assert reply.answer.query.intent is Intent.LINCHPINS
    assert reply.page.answer.startswith("Likely, not more: ")
    assert "The weakest link is step " in str(reply.page)


@pytest.mark.parametrize(
    "text", ["is that your opinion or does somebody say so?", "who counted that?", "who found out?"]
)
def test_who_says_so_is_asked_in_many_ways(text: str) -> None:
    query = last(ASKED, text)
    assert (query.intent, query.statement) == (Intent.SOURCE, HOLDS)


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("And on what grounds, if you would be so kind?", False),
        ("How can that be?", False),
        ("What could still spoil it?", True),
    ],
)
def test_politeness_does_not_ask_what_could_spoil_what_holds(
    article: Case, text: str, falls: bool
) -> None:
    state, _ = converse(State(article), "Does China withhold pressure?")
    query = understand(state, text)
    assert query.intent is (Intent.WHAT_WOULD_IT_TAKE if falls else Intent.WHY)
    assert query.fall is falls


def test_whether_it_goes_on_is_no_question_for_what_stops_it(article: Case) -> None:
    state, _ = converse(State(article), "Does China doubt that it can calibrate sanctions?")
    query = understand(state, "Would it go on holding back?")
    assert query.intent is Intent.ASK


@pytest.mark.parametrize("text", ["is it impossible", "what would it take?", "is that possible?"])
def test_after_a_what_if_of_nothing_in_particular_all_is_asked_about(
    article: Case, text: str
) -> None:
    state, _ = converse(State(article), "What if Trump gives Xi his personal assurance?")
    query = converse(state, text)[1].answer.query
    assert query.intent is Intent.WHAT_WOULD_IT_TAKE
    assert query.statement is None or query.statement.key == "enters_negotiations(north_korea)"


@pytest.mark.parametrize(
    ("turns", "intent"),
    [
        (("/assume the animal has hair", "Is it a bird?", "Why?"), Intent.WHY_NOT),
        (
            ("/assume the animal has hair", "Is it a bird?", "And with stripes?", "how come?"),
            Intent.WHY_NOT,
        ),
        (("/assume the animal has hair", "Is it a mammal?", "Why?"), Intent.WHY),
        (("/assume the animal has hair", "Why is it a bird?", "Why?"), Intent.WHY),
    ],
)
def test_after_a_no_why_asks_for_the_reasons_of_that(
    animals: Case, turns: tuple[str, ...], intent: Intent
) -> None:
    state = State(animals)
    for turn in turns:
        state, reply = converse(state, turn)
    assert reply.answer.query.intent is intent


def test_behind_a_bare_question_what_is_so_anyway_only_comments() -> None:
    state = State(club())
    for text in ("May Ben play in the tournament?", "Why can't he? Anna does trust Ben."):
        state, reply = converse(state, text)
    query = reply.answer.query
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.WHY_NOT, "may_play(ben, tournament)")
    assert not query.assume


def test_what_is_not_understood_behind_a_bare_question_is_not_taken_for_a_comment() -> None:
    state = State(club())
    for text in ("May Ben play in the tournament?", "Why not? The moon is made of cheese."):
        state, reply = converse(state, text)
    query = reply.answer.query
    assert query.clarify or query.unread or query.intent is not Intent.WHY_NOT
